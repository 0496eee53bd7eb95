#include "publish/view_versions.hpp"

#include <algorithm>

#include "publish/canonical_json.hpp"
#include "text/packed.hpp"

namespace gongshi {
namespace {

// Canonical JSON has keys of the author's choice in the order of their bytes; pages show them as written.
void append_key_orders(std::string& out, const FieldTable& table, const void* mapping);

void append_key_orders(std::string& out, const ValueType& type, const void* value) {
  if (type.shape == Shape::mapping) {
    for (std::size_t i = 0; i < type.size(value); ++i)
      append_key_orders(out, type.table(), type.part(value, i));
  } else if (type.shape == Shape::list || type.shape == Shape::keyed) {
    for (std::size_t i = 0; i < type.size(value); ++i) {
      if (type.shape == Shape::keyed) append_packed(out, type.part_key(value, i).value);
      append_key_orders(out, *type.element, type.part(value, i));
    }
  }
}

void append_key_orders(std::string& out, const FieldTable& table, const void* mapping) {
  for (const Field& field : table.fields) {
    if (field.need != Need::derived && field.type->given(field.in(mapping)))
      append_key_orders(out, *field.type, field.in(mapping));
  }
}

std::string version_of(const SiteConfig& config) {
  JsonWriter json;
  write_mapping(json, fields_of(&config), &config);
  std::string version = json.take();
  append_key_orders(version, fields_of(&config), &config);
  return version;
}

std::string version_of(const PublishedRecord& record) {
  std::string version = record.hash();
  append_key_orders(version, record.table(), record.fields());
  return version;
}

// All members by name, so that one more cannot be forgotten here.
std::string version_of(const ItemState& state) {
  const auto& [status, flags, original_deadline, current_deadline, reported_in_time, left] = state;
  std::string version = original_deadline.text() + " " + current_deadline.text() + " ";
  append_packed(version, static_cast<std::uint64_t>(status));
  append_packed(version, std::uint64_t{reported_in_time ? 1U : 0U});
  append_packed(version, static_cast<std::uint64_t>(left));
  for (const ItemFlag flag : flags) append_packed(version, static_cast<std::uint64_t>(flag));
  return version;
}

std::string version_of_names(const PublishedSite& site, RecordKey key) {
  std::string version;
  for (const RecordKey& namer : site.named_by(key)) {
    append_packed(version, static_cast<std::uint64_t>(namer.kind));
    append_packed(version, site.record(namer).common().id);
  }
  return version;
}

// As view_versions() wrote them.
struct RecordVersion {
  std::string_view id;
  std::string_view record;
  std::string_view state;
  std::string_view names;
};
struct ViewVersions {
  std::string_view whole;
  std::string_view references;
  std::array<std::vector<RecordVersion>, std::size(kKinds)> kinds;
};

ViewVersions read(std::string_view packed) {
  ViewVersions view;
  PackedReader bytes(packed);
  view.whole = bytes.text();
  view.references = bytes.text();
  for (std::vector<RecordVersion>& records : view.kinds) {
    for (std::uint64_t left = bytes.number(); left > 0 && !bytes.broken(); --left) {
      RecordVersion& record = records.emplace_back();
      record.id = bytes.text();
      record.record = bytes.text();
      record.state = bytes.text();
      record.names = bytes.text();
    }
  }
  return view;
}

}  // namespace

std::string view_versions(const PublishedSite& site, std::string_view references) {
  std::string all;
  append_packed(all, site.as_of().text() + " " + site.audience().name() + " " + version_of(site.config()));
  append_packed(all, references);
  for (const KindName& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    append_packed(all, std::uint64_t{count});
    for (std::uint32_t i = 0; i < count; ++i) {
      const PublishedRecord record = site.record({kind.kind, i});
      append_packed(all, record.common().id);
      append_packed(all, version_of(record));
      append_packed(all, kind.kind == Kind::item ? version_of(site.state(i)) : std::string());
      append_packed(all, version_of_names(site, {kind.kind, i}));
    }
  }
  return all;
}

ViewComparison::ViewComparison(std::string_view earlier_packed, std::string_view now_packed) {
  const ViewVersions earlier = read(earlier_packed);
  const ViewVersions now = read(now_packed);
  m_comparable = earlier.whole == now.whole;
  m_references = earlier.references == now.references;
  for (std::size_t kind = 0; kind < m_kinds.size(); ++kind) {
    const std::vector<RecordVersion>& after = now.kinds[kind];
    ComparedKind& compared = m_kinds[kind];
    std::size_t at = 0;  // both are sorted by id
    for (const RecordVersion& before : earlier.kinds[kind]) {
      while (at < after.size() && after[at].id < before.id) ++at;
      ComparedRecord& record = compared.records.emplace_back();
      if (at == after.size() || after[at].id != before.id) continue;
      record = {after[at].record == before.record, after[at].state == before.state,
                after[at].names == before.names, static_cast<std::uint32_t>(at)};
    }
    const auto same_id = [](const RecordVersion& a, const RecordVersion& b) { return a.id == b.id; };
    compared.ids = std::equal(earlier.kinds[kind].begin(), earlier.kinds[kind].end(), after.begin(),
                              after.end(), same_id);
    compared.all = compared.ids && std::all_of(compared.records.begin(), compared.records.end(),
                                               [](const ComparedRecord& record) { return record.record; });
  }
}

bool ViewComparison::says_the_same(const ViewRead& earlier) const {
  if (!m_comparable || static_cast<std::size_t>(earlier.kind) >= m_kinds.size()) return false;
  const ComparedKind& kind = of(earlier.kind);
  const auto of_record = [&](bool ComparedRecord::*part) {
    return earlier.index < kind.records.size() && kind.records[earlier.index].*part;
  };
  switch (earlier.what) {
    case ReadOf::record:
      return of_record(&ComparedRecord::record);
    case ReadOf::state:
      return of_record(&ComparedRecord::state);
    case ReadOf::names:
      return of_record(&ComparedRecord::names);
    case ReadOf::ids:
      return kind.ids;
    case ReadOf::kind:
      return kind.all;
    case ReadOf::references:
      return m_references;
    case ReadOf::other:
      return false;
  }
  return false;
}

ViewRead ViewComparison::now(const ViewRead& earlier) const {
  const bool of_record =
      earlier.what == ReadOf::record || earlier.what == ReadOf::state || earlier.what == ReadOf::names;
  return of_record ? ViewRead{earlier.what, earlier.kind, of(earlier.kind).records[earlier.index].index}
                   : earlier;
}

}  // namespace gongshi
