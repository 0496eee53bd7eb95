#include "views/data_page.hpp"

#include <algorithm>

#include "views/table_words.hpp"

namespace gongshi {
namespace {

// {text, href, bytes, sha256}
ViewObject file_view(const std::string& path, const MadeFile& file) {
  ViewObject view;
  view.set("text", path.substr(kDataFolder.size()))
      .set("href", relative_address(kDataPath, path))
      .set("bytes", std::to_string(file.bytes))
      .set("sha256", file.sha256);
  return view;
}

ViewList columns_view(const ViewContext& context, const Table& table) {
  ViewList columns;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    ViewObject view;
    view.set("key", column.key)
        .set("label", label_of(context, column))
        .set("type", type_word(context, column))
        .set("meaning", column.meaning.in(context.language()))
        .set("values", words_of(context, column.choices))
        .set("is_key", c < table.key_columns);
    columns.emplace_back(std::move(view));
  }
  return columns;
}

ViewList table_files(const DataSet& data, const Table& table) {
  std::vector<std::string> paths = {csv_path(table.name), excel_csv_path(table.name)};
  paths.push_back(std::string(kDataFolder) + table.name + ".json");
  ViewList files;
  for (const std::string& path : paths) {
    if (const MadeFile* made = data.find(path)) files.emplace_back(file_view(path, *made));
  }
  return files;
}

ViewList tables_view(const ViewContext& context, const DataSet& data) {
  ViewList tables;
  for (const Table& table : data.tables()) {
    ViewObject view;
    view.set("name", table.name)
        .set("label", label_of(context, table))
        .set("meaning", meaning_of(context, table))
        .set("rows", std::to_string(table.rows))
        .set("files", table_files(data, table))
        .set("columns", columns_view(context, table));
    tables.emplace_back(std::move(view));
  }
  return tables;
}

// Files that carry all tables, or describe them; only those that this site makes.
ViewList whole_files(const ViewContext& context, const DataSet& data) {
  constexpr std::pair<std::string_view, std::string_view> kFiles[] = {
      {kWorkbookPath, "data_page.workbook"}, {kArchivePath, "data_page.archive"},
      {kDatabasePath, "data_page.database"}, {kPackagePath, "data_page.package"},
      {kCsvwPath, "data_page.csvw"},         {kCatalogPath, "data_page.catalog"},
      {kDatasetPath, "data_page.dataset"},
  };
  ViewList files;
  for (const auto& [path, meaning] : kFiles) {
    const MadeFile* made = data.find(std::string(path));
    if (made == nullptr) continue;
    ViewObject view = file_view(std::string(path), *made);
    view.set("meaning", context.word(meaning));
    files.emplace_back(std::move(view));
  }
  return files;
}

// As `sha256sum --check` reads it, run in the data folder.
std::string sums(const DataSet& data) {
  std::string lines;
  for (const auto& [path, file] : data.files())
    lines += file.sha256 + "  " + path.substr(kDataFolder.size()) + "\n";
  return lines;
}

ViewList feeds_view(const ViewContext& context) {
  ViewList feeds;
  const auto add = [&](std::string_view words, const std::string& path) {
    ViewObject link;
    link.set("text", context.word(words)).set("href", relative_address(kDataPath, path));
    feeds.emplace_back(std::move(link));
  };
  const bool has_address = !context.site().config().base_url.text.empty();
  if (has_address && context.offers(OutputName::feeds)) {
    add("data_page.feed_all", feed_path("all"));
    add("data_page.feed_overdue", feed_path("overdue"));
    add("data_page.feed_corrections", feed_path("corrections"));
    add("data_page.feed_bulletins", feed_path("bulletins"));
  }
  if (has_address && context.offers(OutputName::calendar))
    add("data_page.calendar", std::string(kCalendarPath));
  return feeds;
}

std::string citation(const ViewContext& context) {
  const SiteConfig& config = context.site().config();
  std::string cited = context.sentence("data_page.citation", {{"organisation", config.organisation},
                                                              {"title", config.title.text},
                                                              {"as_of", context.site().as_of().text()}});
  if (!config.base_url.text.empty()) cited += " " + config.base_url.text + std::string(kDataPath);
  return cited;
}

}  // namespace

PageView data_page(const ViewContext& context, const DataSet& data, const std::string& json_ld) {
  PageView page;
  page.template_name = "pages/data";
  page.title = context.word("data_page.title");
  page.description = context.word("data_page.description");
  ViewList tables = tables_view(context, data);
  ViewList files = whole_files(context, data);
  ViewList feeds = feeds_view(context);
  page.view.set("title", page.title)
      .set("as_of", context.site().as_of().text())
      .set("licence", context.site().config().licence)
      .set("citation", citation(context))
      .set("has_tables", !tables.empty())
      .set("tables", std::move(tables))
      .set("has_files", !files.empty())
      .set("files", std::move(files))
      .set("has_feeds", !feeds.empty())
      .set("feeds", std::move(feeds))
      .set("sums", sums(data))
      .set("json_ld", Html{"<script type=\"application/ld+json\">\n" + json_ld + "</script>\n"});
  return page;
}

}  // namespace gongshi
