#include "views/data_page.hpp"

#include <algorithm>

#include "views/number_text.hpp"
#include "views/table_words.hpp"

namespace gongshi {
namespace {

// {text, format, href, bytes, sha256}; `format` says in a word what it is.
ViewObject file_view(const std::string& from, const std::string& path, const MadeFile& file,
                     std::string format = {}) {
  ViewObject view;
  view.set("text", path.substr(kDataFolder.size()))
      .set("format", std::move(format))
      .set("href", relative_address(from, path))
      .set("bytes", grouped(static_cast<std::int64_t>(file.bytes)))
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

// Those that this site makes.
ViewList table_files(const ViewContext& context, const DataSet& data, const std::string& from,
                     const Table& table) {
  const std::pair<std::string, std::string_view> paths[] = {
      {csv_path(table.name), "data_page.csv"},
      {excel_csv_path(table.name), "data_page.excel_csv"},
      {table_json_path(table.name), "data_page.json"},
      {table_csvw_path(table.name), "data_page.csvw_file"}};
  ViewList files;
  for (const auto& [path, format] : paths) {
    if (const MadeFile* made = data.find(path))
      files.emplace_back(file_view(from, path, *made, context.word(format)));
  }
  return files;
}

// {name, href, label, meaning, rows, files: [file]}
ViewObject table_line(const ViewContext& context, const DataSet& data, const std::string& from,
                      const Table& table) {
  ViewObject view;
  view.set("name", table.name)
      .set("href", relative_address(from, data_table_path(table.name)))
      .set("label", label_of(context, table))
      .set("meaning", meaning_of(context, table))
      .set("rows", std::to_string(table.rows))
      .set("files", table_files(context, data, from, table));
  return view;
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
    ViewObject view = file_view(std::string(kDataPath), std::string(path), *made);
    view.set("meaning", context.word(meaning));
    files.emplace_back(std::move(view));
  }
  return files;
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

PageView data_page(const ViewContext& context, const DataSet& data, const std::string& json_ld) {
  ViewList tables;
  for (const Table& table : data.tables())
    tables.emplace_back(table_line(context, data, std::string(kDataPath), table));
  PageView page;
  page.template_name = "pages/data";
  page.title = context.word("data_page.title");
  page.description = context.word("data_page.description");
  page.view.set("title", page.title)
      .set("as_of", context.site().as_of().text())
      .set("licence", context.site().config().licence)
      .set("citation", citation(context))
      .set_list("has_tables", "tables", std::move(tables))
      .set_list("has_files", "files", whole_files(context, data))
      .set_list("has_feeds", "feeds", feeds_view(context))
      .set("sums", data.files().empty() ? std::string() : relative_address(kDataPath, kSumsPath))
      .set("json_ld", Html{"<script type=\"application/ld+json\">\n" + json_ld + "</script>\n"});
  return page;
}

PageView data_table_page(const ViewContext& context, const DataSet& data, const Table& table) {
  const std::string path = data_table_path(table.name);
  PageView page;
  page.template_name = "pages/data_table";
  page.title = label_of(context, table) + " (" + table.name + ")";
  page.description = meaning_of(context, table);
  page.view = table_line(context, data, path, table);
  page.view.set("title", page.title)
      .set("as_of", context.site().as_of().text())
      .set("index", relative_address(path, kDataPath))
      .set("columns", columns_view(context, table));
  return page;
}

}  // namespace

std::vector<PageJob> data_pages(const ViewContext& context, const DataSet& data,
                                std::function<std::string()> describe) {
  std::vector<PageJob> jobs;
  jobs.push_back(page_job(kDataPath, [&context, &data, describe = std::move(describe)] {
    return data_page(context, data, describe());
  }));
  for (const Table& table : data.tables()) {
    jobs.push_back(page_job(data_table_path(table.name),
                            [&context, &data, &table] { return data_table_page(context, data, table); }));
  }
  return jobs;
}

}  // namespace gongshi
