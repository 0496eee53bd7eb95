// A notice ends, lasts long enough, and does not send objections to whom they are about.
#include <set>

#include "check/checks.hpp"
#include "check/places.hpp"
#include "derive/closing_rounds.hpp"
#include "derive/working_days.hpp"
#include "model/limits.hpp"

namespace gongshi {
namespace {

// The notices that count: those that a closing rests on, and the newest one. One that was posted anew
// because it was too short is history.
std::set<const Notice*> notices_in_use(const Item& item) {
  std::set<const Notice*> used;
  for (const ClosingRound& round : closing_rounds(item)) {
    if (round.notice != nullptr) used.insert(round.notice);
  }
  const Notice* newest = nullptr;
  for (const Notice& notice : item.notice) {
    if (!notice.from.known()) continue;
    if (newest == nullptr || notice.from.last_day() >= newest->from.last_day()) newest = &notice;
  }
  if (newest != nullptr) used.insert(newest);
  return used;
}

class NoticeCheck {
 public:
  NoticeCheck(const Site& site, Diagnostics& diagnostics)
      : m_site(site),
        m_days(working_days_of(site.records)),
        m_least(limits_of(site.config).notice_days),
        m_diagnostics(diagnostics) {}

  void check(const Item& item) {
    const std::set<const Notice*> used = notices_in_use(item);
    for (const Notice& notice : item.notice) {
      if (used.contains(&notice)) check_length(item, notice);
      check_recipient(item, notice);
    }
  }

 private:
  // Of months the longest span that they allow.
  void check_length(const Item& item, const Notice& notice) {
    if (!notice.to.known()) {
      if (is_written(notice, "to")) return;
      m_diagnostics.add("notice-without-end", notice.at, {name_of_key(item, notice, "to")});
      return;
    }
    const std::int64_t days = m_days.count(notice.from.first_day(), notice.to.last_day());
    if (days >= m_least || notice.to.last_day() < notice.from.first_day()) return;
    m_diagnostics.add("notice-too-short", place_of(notice, "to"),
                      {notice.from.text(), notice.to.text(), days, m_least});
  }

  void check_recipient(const Item& item, const Notice& notice) {
    if (!notice.recipient.given()) return;
    const Unit* unit = m_site.records.find<Unit>(item.unit.id);
    const bool by_title = unit != nullptr && notice.recipient.id == unit->title.text;
    if (notice.recipient.id != item.unit.id && !by_title) return;
    m_diagnostics.add("notice-recipient-is-unit", notice.recipient.at, {notice.recipient.id},
                      place_of(item, "unit"));
  }

  const Site& m_site;
  WorkingDays m_days;
  std::int64_t m_least;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_notices(const Site& site, Diagnostics& diagnostics) {
  NoticeCheck check(site, diagnostics);
  for (const Item& item : site.records.all<Item>()) {
    if (!item.withdrawn) check.check(item);
  }
}

}  // namespace gongshi
