#include "publish/routes.hpp"

#include <algorithm>

#include "text/html_escape.hpp"

namespace gongshi {

std::string record_path(Kind kind, std::string_view id) {
  if (kind == Kind::page && id == kAboutRecord) return std::string(kAboutPath);
  return std::string(name_of(kind).plural) + "/" + std::string(id) + ".html";
}

std::string record_json_path(Kind kind, std::string_view id) {
  return std::string(name_of(kind).plural) + "/" + std::string(id) + ".json";
}

std::string report_path(std::string_view phase) { return "report/" + std::string(phase) + ".html"; }

std::string cause_path(std::string_view cause) { return "items/cause-" + std::string(cause) + ".html"; }

std::string item_list_path(std::string_view group, std::string_view key) {
  return "items/list/" + std::string(group) + "/" + std::string(key) + ".html";
}

std::string further_page_path(std::string_view first, std::string_view section, std::size_t number) {
  constexpr std::string_view kIndex = "/index.html";
  constexpr std::string_view kPage = ".html";
  std::string folder = first.ends_with(kIndex)
                           ? std::string(first.substr(0, first.size() - kIndex.size())) + "/list"
                           : std::string(first.substr(0, first.size() - kPage.size()));
  if (!section.empty()) folder += "/" + std::string(section);
  return folder + "/" + std::to_string(number) + ".html";
}

std::string index_path(Kind kind) { return std::string(name_of(kind).plural) + "/index.html"; }

std::string table_json_path(Kind kind) { return table_json_path(name_of(kind).plural); }

std::string table_json_path(std::string_view table) { return "data/" + std::string(table) + ".json"; }

std::string data_table_path(std::string_view table) { return "data/" + std::string(table) + ".html"; }

std::string csv_path(std::string_view table) { return "data/" + std::string(table) + ".csv"; }

std::string excel_csv_path(std::string_view table) { return "data/" + std::string(table) + ".excel.csv"; }

std::string table_csvw_path(std::string_view table) { return csv_path(table) + "-metadata.json"; }

std::string search_file_path(std::string_view name) { return "search/" + std::string(name) + ".js"; }

std::string sitemap_path(std::size_t number) { return "sitemap-" + std::to_string(number) + ".xml"; }

std::string feed_path(std::string_view name) { return "feeds/" + std::string(name) + ".xml"; }

std::string unit_feed_path(std::string_view unit) { return feed_path("unit-" + std::string(unit)); }

std::string root_of(std::string_view from) {
  std::string root;
  for (auto depth = std::count(from.begin(), from.end(), '/'); depth > 0; --depth) root += "../";
  return root;
}

std::string relative_address(std::string_view from, std::string_view to) {
  std::string address = root_of(from);
  append_percent_encoded(address, to);
  return address;
}

}  // namespace gongshi
