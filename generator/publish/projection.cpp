// The projection: the one way from a raw site to a published one.
#include <algorithm>
#include <set>

#include "model/walk_fields.hpp"
#include "publish/canonical_json.hpp"
#include "publish/published.hpp"
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

bool is_reference(const ValueType& type) {
  return type.shape == Shape::reference || type.shape == Shape::words_or_reference ||
         type.shape == Shape::any_record;
}

/// The records of `lists` that a reference of this type may mean: `surveys/cp-1`, or `cp-1`.
template <class Lists>
std::vector<RecordKey> meant_by(const Lists& lists, const ValueType& type, const void* reference) {
  return records_named(lists, static_cast<const Reference*>(reference)->id, [&](Kind kind) {
    return type.shape == Shape::any_record ||
           std::find(type.targets.begin(), type.targets.end(), kind) != type.targets.end();
  });
}

}  // namespace

class Projection {
 public:
  Projection(const Site& site, const Audience& audience) : m_site(site), m_audience(audience) {}

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
    made.m_states.clear();
    derive_states();
    return done;
  }

 private:
  template <class R>
  bool renew_record(std::string_view id) {
    const auto* raw = m_site.records.find<R>(id);
    const auto place = m_made->m_records.find_index<R>(id);
    if (raw == nullptr) return false;
    if (!place) return true;  // withheld, as before
    const bool named_files = names_files<R>(*place);
    m_kind = R::kKind;
    m_id = &raw->id;
    m_made->m_records.all<R>()[*place] = projected<R>(*raw);
    const RecordKey self{R::kKind, *place};
    for (auto& [target, namers] : m_made->m_named_by) std::erase(namers, self);
    index_record<R>(*place);
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
        ++m_made->m_withheld.records[R::kKind];
        note_record(record);
      }
    }
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
        if (!tells || m_chosen.erase({Kind::lookback, lookback.id}) == 0) continue;
        ++m_made->m_withheld.records[Kind::lookback];
        note_record(lookback);
      }
      m_surveys.push_back(std::move(seen.record));
    }
  }

  // What the search of the output will look for: all that a withheld record says, its name included.
  template <class R>
  void note_record(const R& record) {
    m_kind = R::kKind;
    m_id = &record.id;
    note("id", std::string(name_of(R::kKind).plural) + "/" + record.id);
    note("id", record.id + ".html");
    note("id", record.id + ".json");
    for (const Field& field : fields_of(&record).fields) note_field(field, &record);
    note("body", record.body);
  }

  void note(std::string_view field, const std::string& text) {
    if (!text.empty()) m_made->m_withheld_values.m_values.push_back({m_kind, *m_id, field, text});
  }

  // Words only: dates, numbers and fixed values are the same in many records and prove nothing.
  void note_field(const Field& outer, const void* mapping) {
    walk_field(outer, mapping, [&](const Field& field, const ValueType& type, const void* value) {
      switch (type.shape) {
        case Shape::text:
          return note(field.key, *static_cast<const std::string*>(value));
        case Shape::line:
          return note(field.key, static_cast<const Line*>(value)->text);
        case Shape::address:
          return note(field.key, static_cast<const Address*>(value)->text);
        case Shape::file_name:
          return note(field.key, static_cast<const FileName*>(value)->text);
        case Shape::words_or_reference:
          return note(field.key, static_cast<const Reference*>(value)->id);
        default:
          return;
      }
    });
  }

  [[nodiscard]] bool is_chosen(Kind kind, std::string_view id) const { return m_chosen.contains({kind, id}); }

  template <class R>
  void project() {
    m_kind = R::kKind;
    for (const R& record : m_site.records.all<R>()) {
      if (!is_chosen(R::kKind, record.id)) continue;
      m_id = &record.id;
      m_made->m_records.all<R>().push_back(projected<R>(as_shown(record)));
    }
  }

  template <class R>
  Published<R> projected(const R& record) {
    Published<R> published;
    project_record(record, published.m_record);
    published.m_hash =
        sha256_hex(canonical_json(fields_of(&record), &published.m_record, published.m_record));
    return published;
  }

  template <class R>
  [[nodiscard]] const R& as_shown(const R& record) const {
    return record;
  }
  [[nodiscard]] const Survey& as_shown(const Survey&) const {
    return m_surveys[m_made->m_records.all<Survey>().size()];
  }

  template <class R>
  void project_record(const R& from, R& to) {
    to.id = from.id;
    to.at = from.at;
    if (from.withdrawn) return project_withdrawn(from, to);
    project_mapping(fields_of(&from), &from, &to);
    to.body = without_withheld_links(from.body);
    to.body_at = from.body_at;
  }

  // Of a record taken back only the taking back remains, and its title unless that is what had to go.
  template <class R>
  void project_withdrawn(const R& from, R& to) {
    to.scope = from.scope;
    const Field& withdrawal = *fields_of(&from).find("withdrawn");
    project_value(*withdrawal.type, withdrawal.in(&from), withdrawal.member(&to));
    const bool keeps_title = !(from.withdrawn->kind == WithdrawalKind::redaction);
    if (keeps_title) to.title = from.title;
    for (const Field& field : fields_of(&from).fields) {
      const bool kept =
          field.key == "withdrawn" || field.key == "scope" || (keeps_title && field.key == "title");
      if (!kept) note_field(field, &from);
    }
    note("body", from.body);
  }

  // [[zg-9]] of a record that is not in the view becomes the words that the page would show.
  std::string without_withheld_links(const std::string& body) {
    std::string out;
    std::size_t from = 0;
    for (std::size_t open = body.find("[["); open != std::string::npos; open = body.find("[[", open + 1)) {
      while (body.compare(open + 1, 2, "[[") == 0) ++open;
      const std::size_t close = body.find_first_of("[]", open + 2);
      if (close == std::string::npos) break;
      if (body.compare(close, 2, "]]") != 0 || !names_withheld(body.substr(open + 2, close - open - 2)))
        continue;
      out.append(body, from, open - from);
      out += m_site.config.language == PageLanguage::en ? "a record that is not public" : "未公开的记录";
      from = close + 2;
      ++m_made->m_withheld.references;
    }
    return out.append(body, from);
  }

  [[nodiscard]] bool names_withheld(std::string name) const {
    name.erase(0, name.find_first_not_of(' '));
    name.erase(name.find_last_not_of(' ') + 1);
    const std::vector<RecordKey> named = records_named(m_site.records, name);
    return !named.empty() && std::none_of(named.begin(), named.end(), [&](const RecordKey& key) {
      return is_chosen(key.kind, split_name(name).id);
    });
  }

  void project_mapping(const FieldTable& table, const void* from, void* to) {
    for (const Field& field : table.fields) {
      if (field.need == Need::derived || !field.type->given(field.in(from))) continue;
      if (field.reach == Reach::shown) {
        project_value(*field.type, field.in(from), field.member(to));
      } else {
        ++m_made->m_withheld.fields[m_kind];
        note_field(field, from);
      }
    }
  }

  // Lists and mappings are rebuilt part by part, so that nothing comes along unasked.
  void project_value(const ValueType& type, const void* from, void* to) {
    if (type.shape == Shape::mapping) {
      const FieldTable& table = type.table();
      const void* part = type.part(from, 0);
      project_mapping(table, part, type.append(to, table.entry_of(part).at));
    } else if (type.shape == Shape::list || type.shape == Shape::keyed) {
      for (std::size_t i = 0; i < type.size(from); ++i) project_part(type, from, i, to);
    } else if (may_pass(type, from)) {
      type.assign(to, from);
      if (type.shape == Shape::file_name) m_attachments.insert(static_cast<const FileName*>(from)->text);
    }
  }

  void project_part(const ValueType& list, const void* from, std::size_t index, void* to) {
    const void* part = list.part(from, index);
    if (!may_pass(*list.element, part)) return;
    void* added = list.append(to, {});
    if (list.shape == Shape::keyed) {
      list.new_key(to, list.size(to) - 1) = list.part_key(from, index);
    }
    project_value(*list.element, part, added);
  }

  // A reference passes if what it names is in the view, or is no record at all but words.
  bool may_pass(const ValueType& type, const void* value) {
    if (!is_reference(type)) return true;
    const std::vector<RecordKey> named = meant_by(m_site.records, type, value);
    const std::string_view id = split_name(static_cast<const Reference*>(value)->id).id;
    const bool passes = named.empty() ? type.shape == Shape::words_or_reference
                                      : std::any_of(named.begin(), named.end(), [&](const RecordKey& key) {
                                          return is_chosen(key.kind, id);
                                        });
    if (!passes) ++m_made->m_withheld.references;
    return passes;
  }

  template <class R>
  void index_names() {
    const auto count = static_cast<std::uint32_t>(m_made->m_records.all<R>().size());
    for (std::uint32_t i = 0; i < count; ++i) index_record<R>(i);
  }

  template <class R>
  void index_record(std::uint32_t place) {
    const RecordKey self{R::kKind, place};
    const R& record = *m_made->m_records.all<R>()[place];
    walk_values(fields_of(&record), &record, [&](const Field&, const ValueType& type, const void* value) {
      if (!is_reference(type)) return;
      for (const RecordKey& target : meant_by(m_made->m_records, type, value)) {
        if (target != self) m_made->m_named_by[target].push_back(self);
      }
    });
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
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      m_made->m_states.push_back(
          state_of(*items[i], m_made->m_as_of, m_made->m_limits, surroundings_of(*m_made, i)));
    }
  }

  const Site& m_site;
  const Audience& m_audience;
  PublishedSite* m_made = nullptr;
  Kind m_kind = Kind::phase;          // of the record at hand
  const std::string* m_id = nullptr;  // and its id
  std::set<std::pair<Kind, std::string_view>> m_chosen;
  std::vector<Survey> m_surveys;  ///< those chosen, in order, without what small groups withhold
  std::set<std::string> m_attachments;
};

PublishedSite publish(const Site& site, const Audience& audience) {
  return Projection(site, audience).make();
}

std::optional<PublishedSite> republish(PublishedSite before, const Site& site, Kind kind,
                                       std::string_view id) {
  const Audience audience = before.audience();
  if (!Projection(site, audience).renew(before, kind, id)) return std::nullopt;
  return before;
}

}  // namespace gongshi
