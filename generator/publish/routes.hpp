// Every path of the site is spelled here and nowhere else.
#pragma once

#include <string>
#include <string_view>

#include "model/kind.hpp"

namespace gongshi {

inline constexpr std::string_view kHomePath = "index.html";
inline constexpr std::string_view kAboutPath = "about.html";
inline constexpr std::string_view kCheckPath = "check/index.html";
inline constexpr std::string_view kNotFoundPath = "404.html";
inline constexpr std::string_view kOversightPath = "oversight/index.html";
inline constexpr std::string_view kSiteMapPath = "sitemap.html";
inline constexpr std::string_view kSitemapPath = "sitemap.xml";
inline constexpr std::string_view kRobotsPath = "robots.txt";
inline constexpr std::string_view kSearchPath = "search/index.html";
inline constexpr std::string_view kFlowPath = "report/flow.html";
inline constexpr std::string_view kTracePath = "oversight/trace.html";
/// The report of the current stage, or the last one.
inline constexpr std::string_view kReportPath = "report/index.html";
inline constexpr std::string_view kFlowsJsonPath = "data/flows.json";
/// What is below here is the open data.
inline constexpr std::string_view kDataFolder = "data/";
inline constexpr std::string_view kDataPath = "data/index.html";
inline constexpr std::string_view kWorkbookPath = "data/all.xlsx";
inline constexpr std::string_view kArchivePath = "data/all.zip";
inline constexpr std::string_view kDatabasePath = "data/data.sqlite";
inline constexpr std::string_view kPackagePath = "data/datapackage.json";
inline constexpr std::string_view kCsvwPath = "data/csv-metadata.json";
inline constexpr std::string_view kCatalogPath = "data/catalog.jsonld";
inline constexpr std::string_view kDatasetPath = "data/dataset.jsonld";
/// Where attachments go, as they were given.
inline constexpr std::string_view kAttachmentFolder = "files/";
/// Hashes of the data files, as `sha256sum --check` reads them in the data folder.
inline constexpr std::string_view kSumsPath = "data/SHA256SUMS";
inline constexpr std::string_view kCalendarPath = "calendar.ics";

/// The page record that the about page shows.
inline constexpr std::string_view kAboutRecord = "about";

/// Path of a record's page below the site's root: `items/zg-1.html`; the page record `about` is about.html.
std::string record_path(Kind kind, std::string_view id);
/// Path of a record's canonical JSON: `items/zg-1.json`.
std::string record_json_path(Kind kind, std::string_view id);
/// Path of the report of a stage: `report/<phase>.html`.
std::string report_path(std::string_view phase);
/// Path of the page of an institutional cause: `items/cause-<key>.html`.
std::string cause_path(std::string_view cause);
/// Path of a list of items that have something in common: `items/list/flag/overdue.html`.
std::string item_list_path(std::string_view group, std::string_view key);
/// Path of a page on which rows that begin at `first` go on: `oversight/trace/pending/2.html` for those in
/// the section `pending` of `oversight/trace.html`, `opinions/list/all/2.html` for `all` of
/// `opinions/index.html`. `section` may be empty; `number` is at least 2.
std::string further_page_path(std::string_view first, std::string_view section, std::size_t number);
/// Path of a kind's index page: `items/index.html`.
std::string index_path(Kind kind);
/// Path of a kind's JSON table: `data/items.json`.
std::string table_json_path(Kind kind);
/// The same of a table by its name; only those of kinds and of the flow are made.
std::string table_json_path(std::string_view table);

/// Path of the page that tells what the columns of a table mean: `data/items.html`.
std::string data_table_path(std::string_view table);
/// Paths of a table's files: `data/items.csv`, `data/items.excel.csv`, `data/items.csv-metadata.json`.
std::string csv_path(std::string_view table);
std::string excel_csv_path(std::string_view table);
std::string table_csvw_path(std::string_view table);
/// What the search page loads, named as there: `search/<name>.js`.
std::string search_file_path(std::string_view name);
/// Path of the n-th sitemap where there are several: `sitemap-1.xml`.
std::string sitemap_path(std::size_t number);
/// Path of a feed: `feeds/all.xml`; of a unit's: `feeds/unit-<id>.xml`.
std::string feed_path(std::string_view name);
std::string unit_feed_path(std::string_view unit);

/// What leads from the page at `from` back to the site's root: "", "../" …
std::string root_of(std::string_view from);
/// Relative, percent-encoded address of `to` on the page at `from`.
std::string relative_address(std::string_view from, std::string_view to);

}  // namespace gongshi
