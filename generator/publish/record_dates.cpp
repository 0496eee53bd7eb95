#include "publish/record_dates.hpp"

#include <array>

#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

using std::chrono::days;

struct ColumnLimit {
  Kind kind;
  std::int64_t most;  ///< calendar days
};
constexpr std::array<ColumnLimit, 5> kLimits = {{{Kind::item, 180},
                                                 {Kind::opinion, 180},
                                                 {Kind::survey, 180},
                                                 {Kind::institution, 180},
                                                 {Kind::bulletin, 14}}};

bool is_later(const Date& date, const Date& than) {
  return !than.known() || date.last_day() > than.last_day();
}

Date latest_of(const PublishedSite& site, Kind kind) {
  Date latest;
  for (std::uint32_t i = 0; i < site.count(kind); ++i) {
    const Date day = latest_day(site.record({kind, i}), site.as_of());
    if (day.known() && is_later(day, latest)) latest = day;
  }
  return latest;
}

}  // namespace

Date latest_day(const PublishedRecord& record, Date as_of) {
  if (record.key().kind == Kind::bulletin && !record.common().withdrawn)
    return static_cast<const Bulletin*>(record.fields())->date;
  Date latest;
  walk_values(record.table(), record.fields(), [&](const Field&, const ValueType& type, const void* value) {
    if (type.shape != Shape::date || type.planned) return;
    const Date& date = *static_cast<const Date*>(value);
    if (date.known() && date.first_day() <= as_of.last_day() && is_later(date, latest)) latest = date;
  });
  return latest;
}

std::vector<ColumnAge> ageing_columns(const PublishedSite& site) {
  std::vector<ColumnAge> ageing;
  for (const ColumnLimit& limit : kLimits) {
    const Date latest = latest_of(site, limit.kind);
    if (!latest.known()) continue;
    const auto stale_on = latest.last_day() + days(limit.most + 1);
    if (stale_on - site.as_of().last_day() > days(limit.most / 4)) continue;
    ageing.push_back({limit.kind, latest, limit.most, date_of(stale_on)});
  }
  return ageing;
}

}  // namespace gongshi
