// The projection: the one way from a raw site to a published one. It chooses the records of the audience and
// derives what the view as a whole tells; what of one record may be seen is the work of RecordProjection.
#include <algorithm>
#include <set>

#include "model/walk_fields.hpp"
#include "publish/canonical_json.hpp"
#include "publish/published.hpp"
#include "publish/record_projection.hpp"
#include "publish/run_all.hpp"
#include "publish/shown_survey.hpp"
#include "text/sha256.hpp"

namespace gongshi {
namespace {

/// The unit that a record belongs to, empty if to none. A unit's own record belongs to that unit.
template <class R>
std::string_view unit_of(const R& record) {
  if constexpr (std::is_same_v<R, Unit>) {
    return record.id;
  } else if constexpr (requires { record.unit.id; }) {
    return record.unit.id;
  } else {
    return {};
  }
}

}  // namespace

class Projection {
 public:
  Projection(const Site& site, const Audience& audience, const RunAll& run_all)
      : m_site(site), m_audience(audience), m_run_all(run_all) {}

  PublishedSite make() {
    PublishedSite made;
    made.m_config = m_site.config;
    made.m_audience = m_audience;
    made.m_as_of = m_site.as_of;
    made.m_limits = limits_of(m_site.config);
    m_made = &made;
    m_site.records.for_each_kind([&]<class R>() { choose<R>(); });
    protect_polls();
    m_site.records.for_each_kind([&]<class R>() { project<R>(); });
    m_site.records.for_each_kind([&]<class R>() { index_names<R>(); });
    sort_names();
    derive_states();
    made.m_attachments.assign(m_attachments.begin(), m_attachments.end());
    return made;
  }

  /// The record alone, in its place in `made`. False if that would not be all.
  bool renew(PublishedSite& made, Kind kind, std::string_view id) {
    // Units decide who sees what; polls and look-backs protect each other.
    if (kind == Kind::unit || kind == Kind::survey || kind == Kind::lookback) return false;
    m_made = &made;
    bool done = false;
    m_site.records.for_each_kind([&]<class R>() {
      for (const auto& record : made.m_records.all<R>()) m_chosen.insert({R::kKind, record->id});
    });
    m_site.records.for_each_kind([&]<class R>() {
      if (R::kKind == kind) done = renew_record<R>(id);
    });
    derive_states();
    return done;
  }

 private:
  using Naming = std::pair<RecordKey, RecordKey>;  // who is named, who names

  template <class R>
  struct ProjectedRecords {
    std::vector<Published<R>> records;
    WithheldParts withheld;
  };

  template <class R>
  bool renew_record(std::string_view id) {
    const auto* raw = m_site.records.find<R>(id);
    const auto place = m_made->m_records.find_index<R>(id);
    if (raw == nullptr) return false;
    if (!place) return true;  // withheld, as before
    const bool named_files = names_files<R>(*place);
    WithheldParts withheld;
    m_made->m_records.all<R>().m_records[*place] = projected<R>(*raw, withheld);
    add(R::kKind, std::move(withheld));
    const RecordKey self{R::kKind, *place};
    for (auto& [target, namers] : m_made->m_named_by) std::erase(namers, self);
    std::vector<Naming> named;
    find_names<R>(*place, named);
    add(named);
    sort_names();
    std::erase_if(m_made->m_named_by, [](const auto& names) { return names.second.empty(); });
    return !named_files && m_attachments.empty();
  }

  template <class R>
  [[nodiscard]] bool names_files(std::uint32_t place) const {
    bool names = false;
    const R& record = *m_made->m_records.all<R>()[place];
    walk_values(fields_of(&record), &record, [&](const Field&, const ValueType& type, const void*) {
      names = names || type.shape == Shape::file_name;
    });
    return names;
  }

  template <class R>
  void choose() {
    for (const R& record : m_site.records.all<R>()) {
      if (m_audience.sees(record.scope, unit_of(record))) {
        m_chosen.insert({R::kKind, record.id});
      } else {
        withhold(record);
      }
    }
  }

  template <class R>
  void withhold(const R& record) {
    ++m_made->m_withheld.records[R::kKind];
    WithheldParts parts;
    RecordProjection(m_site, m_chosen, record, parts).withhold();
    add(R::kKind, std::move(parts));
  }

  // Small groups are protected in what this audience sees, before anything is projected: a look-back
  // whose being there tells a withheld verdict is no part of the view.
  void protect_polls() {
    UnitParents parents;
    for (const Unit& unit : m_site.records.all<Unit>()) {
      if (is_chosen(Kind::unit, unit.id) && !unit.withdrawn && is_chosen(Kind::unit, unit.parent.id))
        parents.emplace(unit.id, unit.parent.id);
    }
    for (const Survey& survey : m_site.records.all<Survey>()) {
      if (!is_chosen(Kind::survey, survey.id)) continue;
      ShownSurvey seen = shown_survey(
          survey, [&](const std::string& unit) { return is_chosen(Kind::unit, unit); }, parents,
          m_made->m_limits);
      if (seen.withheld > 0) m_made->m_withheld.fields[Kind::survey] += seen.withheld;
      m_made->m_polls.push_back(std::move(seen.poll));
      for (const Lookback& lookback : m_site.records.all<Lookback>()) {
        const bool tells = lookback.survey.id == survey.id && seen.verdict_withheld(lookback.unit.id);
        if (tells && m_chosen.erase({Kind::lookback, lookback.id}) > 0) withhold(lookback);
      }
      m_surveys.push_back(std::move(seen.record));
    }
  }

  [[nodiscard]] bool is_chosen(Kind kind, std::string_view id) const { return m_chosen.contains({kind, id}); }

  template <class R>
  void project() {
    const std::vector<const R*> raw = chosen_records<R>();
    auto pieces = in_pieces<ProjectedRecords<R>>(
        raw.size(), m_run_all, [&](std::size_t from, std::size_t to, ProjectedRecords<R>& made) {
          made.records.reserve(to - from);
          for (std::size_t i = from; i < to; ++i)
            made.records.push_back(projected<R>(*raw[i], made.withheld));
        });
    auto& all = m_made->m_records.all<R>().m_records;
    all.reserve(raw.size());
    for (ProjectedRecords<R>& piece : pieces) {
      std::move(piece.records.begin(), piece.records.end(), std::back_inserter(all));
      add(R::kKind, std::move(piece.withheld));
    }
  }

  // Those chosen, polls without what small groups withhold.
  template <class R>
  [[nodiscard]] std::vector<const R*> chosen_records() const {
    std::vector<const R*> chosen;
    if constexpr (std::is_same_v<R, Survey>) {
      for (const Survey& survey : m_surveys) chosen.push_back(&survey);
    } else {
      for (const R& record : m_site.records.all<R>()) {
        if (is_chosen(R::kKind, record.id)) chosen.push_back(&record);
      }
    }
    return chosen;
  }

  template <class R>
  [[nodiscard]] Published<R> projected(const R& record, WithheldParts& withheld) const {
    Published<R> published;
    RecordProjection(m_site, m_chosen, record, withheld).project(published.m_record, &published.m_record);
    published.m_hash =
        sha256_hex(canonical_json(fields_of(&record), &published.m_record, published.m_record));
    return published;
  }

  void add(Kind kind, WithheldParts parts) {
    if (parts.fields > 0) m_made->m_withheld.fields[kind] += parts.fields;
    m_made->m_withheld.references += parts.references;
    std::move(parts.values.begin(), parts.values.end(),
              std::back_inserter(m_made->m_withheld_values.m_values));
    m_attachments.merge(parts.files);
  }

  template <class R>
  void index_names() {
    const auto pieces =
        in_pieces<std::vector<Naming>>(m_made->m_records.all<R>().size(), m_run_all,
                                       [&](std::size_t from, std::size_t to, std::vector<Naming>& named) {
                                         for (std::size_t i = from; i < to; ++i)
                                           find_names<R>(static_cast<std::uint32_t>(i), named);
                                       });
    for (const std::vector<Naming>& named : pieces) add(named);
  }

  template <class R>
  void find_names(std::uint32_t place, std::vector<Naming>& named) const {
    const RecordKey self{R::kKind, place};
    const R& record = *m_made->m_records.all<R>()[place];
    walk_values(fields_of(&record), &record, [&](const Field&, const ValueType& type, const void* value) {
      if (!is_reference(type)) return;
      for (const RecordKey& target : meant_by(m_made->m_records, type, value)) {
        if (target != self) named.emplace_back(target, self);
      }
    });
  }

  void add(const std::vector<Naming>& named) {
    for (const auto& [target, self] : named) m_made->m_named_by[target].push_back(self);
  }

  void sort_names() {
    for (auto& [target, namers] : m_made->m_named_by) {
      std::sort(namers.begin(), namers.end());
      namers.erase(std::unique(namers.begin(), namers.end()), namers.end());
    }
  }

  // States are derived from what the audience sees, so that nothing withheld shows through them.
  void derive_states() {
    const auto& items = m_made->m_records.all<Item>();
    auto pieces = in_pieces<std::vector<ItemState>>(
        items.size(), m_run_all, [&](std::size_t from, std::size_t to, std::vector<ItemState>& states) {
          for (std::size_t i = from; i < to; ++i)
            states.push_back(state_of(*items[i], m_made->m_as_of, m_made->m_limits,
                                      surroundings_of(*m_made, static_cast<std::uint32_t>(i))));
        });
    m_made->m_states.clear();
    for (std::vector<ItemState>& states : pieces)
      std::move(states.begin(), states.end(), std::back_inserter(m_made->m_states));
  }

  const Site& m_site;
  const Audience& m_audience;
  const RunAll& m_run_all;
  PublishedSite* m_made = nullptr;
  ChosenRecords m_chosen;
  std::vector<Survey> m_surveys;  ///< those chosen, in order, without what small groups withhold
  std::set<std::string> m_attachments;
};

PublishedSite publish(const Site& site, const Audience& audience, const RunAll& run_all) {
  return Projection(site, audience, run_all).make();
}

std::optional<PublishedSite> republish(PublishedSite before, const Site& site, Kind kind,
                                       std::string_view id) {
  const Audience audience = before.audience();
  const RunAll in_turn = run_in_turn;
  if (!Projection(site, audience, in_turn).renew(before, kind, id)) return std::nullopt;
  return before;
}

}  // namespace gongshi
