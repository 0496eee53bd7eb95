#include "write/manifest.hpp"

#include <algorithm>
#include <iterator>

#include "text/json.hpp"

namespace gongshi {
namespace {

// The first keys and the order they are written in, which is also what we are known by.
constexpr std::string_view kHead[] = {"version", "as_of", "audience"};
constexpr std::string_view kWithdrawn = "withdrawn";

}  // namespace

std::string manifest_json(const Edition& edition,
                          const std::unordered_map<std::string, ManifestEntry>& files) {
  std::vector<const std::pair<const std::string, ManifestEntry>*> in_order;
  in_order.reserve(files.size());
  for (const auto& file : files) in_order.push_back(&file);
  std::sort(in_order.begin(), in_order.end(),
            [](const auto* a, const auto* b) { return a->first < b->first; });

  JsonWriter json(JsonWriter::Layout::pretty);
  const std::string* head[] = {&edition.version, &edition.as_of, &edition.audience};
  json.begin_object();
  for (std::size_t i = 0; i < std::size(kHead); ++i) {
    json.key(kHead[i]);
    json.text(*head[i]);
  }
  json.key("files");
  json.begin_array();
  for (const auto* file : in_order) {
    json.begin_object();
    json.key("path");
    json.text(file->first);
    json.key("bytes");
    json.number(static_cast<std::int64_t>(file->second.bytes));
    json.key("sha256");
    json.text(file->second.sha256);
    json.end_object();
  }
  json.end_array();
  if (!edition.withdrawn.empty()) {
    json.key(kWithdrawn);
    json.begin_array();
    for (const std::string& record : edition.withdrawn) json.text(record);
    json.end_array();
  }
  json.end_object();
  return json.take() + "\n";
}

std::vector<std::string> withdrawn_in(std::string_view json) {
  std::vector<std::string> records;
  if (json.find(kWithdrawn) == std::string_view::npos) return records;  // most, and reading costs
  if (const auto manifest = parse_json(json)) {
    for (const JsonValue& record : manifest->member(kWithdrawn).elements) records.push_back(record.text);
  }
  return records;
}

std::optional<Edition> edition_in(std::string_view json) {
  Edition edition;
  std::string* values[] = {&edition.version, &edition.as_of, &edition.audience};
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto skip = [&](std::string_view expected) {
    json.remove_prefix(std::min(json.find_first_not_of(kBlanks), json.size()));
    if (!json.starts_with(expected)) return false;
    json.remove_prefix(expected.size());
    return true;
  };
  for (std::size_t i = 0; i < std::size(kHead); ++i) {
    if (!skip(i == 0 ? "{" : ",") || !skip("\"" + std::string(kHead[i]) + "\"") || !skip(":") || !skip("\""))
      return std::nullopt;
    const std::size_t end = json.find('"');  // none of the three values holds a quote
    if (end == std::string_view::npos) return std::nullopt;
    *values[i] = json.substr(0, end);
    json.remove_prefix(end + 1);
  }
  return skip(",") && skip("\"files\"") ? std::optional(edition) : std::nullopt;
}

}  // namespace gongshi
