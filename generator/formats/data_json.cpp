#include "formats/data_json.hpp"

#include "formats/survey_json.hpp"
#include "publish/canonical_json.hpp"
#include "publish/flow_rows.hpp"
#include "publish/routes.hpp"

namespace gongshi {
namespace {

constexpr std::uint32_t kTypicalRecords = 256;  // they tell how long one is

ExtraMember text_member(std::string_view key, std::string text) {
  return {key, [text = std::move(text)](JsonWriter& json) { json.text(text); }};
}

void add_state(const ItemState& state, std::vector<ExtraMember>& members) {
  members.push_back(
      text_member("status", std::string(choices(ItemStatus{})[static_cast<std::size_t>(state.status)].key)));
  members.push_back({"flags", [&state](JsonWriter& json) {
                       json.begin_array();
                       for (const ItemFlag flag : state.flags) {
                         json.text(choices(ItemFlag{})[static_cast<std::size_t>(flag)].key);
                       }
                       json.end_array();
                     }});
  if (state.original_deadline.known())
    members.push_back(text_member("original_deadline", state.original_deadline.text()));
  if (state.current_deadline.known())
    members.push_back(text_member("current_deadline", state.current_deadline.text()));
}

std::vector<ExtraMember> members_of(const PublishedSite& site, const PublishedRecord& record) {
  const Record& common = record.common();
  std::vector<ExtraMember> members = own_members(common);
  members.push_back(text_member("url", record_path(record.key().kind, common.id)));
  members.push_back(text_member("sha256", record.hash()));
  if (record.key().kind == Kind::item && !common.withdrawn)
    add_state(site.state(record.key().index), members);
  if (record.key().kind == Kind::survey) {
    for (ExtraMember& member : survey_members(site, record.key().index)) members.push_back(std::move(member));
  }
  return members;
}

}  // namespace

std::string record_json(const PublishedRecord& record) {
  return canonical_json(record.table(), record.fields(), record.common());
}

std::string table_json(const PublishedSite& site, Kind kind) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_array();
  const auto count = static_cast<std::uint32_t>(site.count(kind));
  for (std::uint32_t i = 0; i < count; ++i) {
    // To grow by doubling would need room for the text three times.
    if (i == kTypicalRecords) json.reserve(json.size() / kTypicalRecords * (count + count / 16));
    const PublishedRecord record = site.record({kind, i});
    write_mapping(json, record.table(), record.fields(), members_of(site, record));
  }
  json.end_array();
  return json.take() + "\n";
}

std::string flows_json(const PublishedSite& site) {
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_array();
  for (const FlowRow& row : flow_rows(site)) write_mapping(json, fields_of(&row), &row);
  json.end_array();
  return json.take() + "\n";
}

}  // namespace gongshi
