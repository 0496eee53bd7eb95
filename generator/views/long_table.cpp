#include "views/long_table.hpp"

#include <algorithm>
#include <numeric>

#include "text/packed.hpp"

namespace gongshi {
namespace {

PageView further_page(const ViewContext& context, const std::string& title, std::optional<Kind> column,
                      const LongTable& table, std::size_t number) {
  const std::string from = page_path(table.paging(), number);
  PageView page;
  page.template_name = "pages/table";
  page.title = context.sentence(
      "paging.title", {{"page", title}, {"caption", table.caption}, {"number", std::to_string(number)}});
  page.description = page.title;
  page.column = column;
  page.view.set("title", page.title)
      .set("back", context.link_to(title, from, table.path))
      .set("table", table_part(context, table, number));
  return page;
}

// The column is the same for all tables at this path.
std::optional<std::string> given_to_further_page(const ViewContext& context, const std::string& title,
                                                 const LongTable& table, std::size_t number) {
  if (!table.kind) return std::nullopt;
  std::string given;
  append_packed(given, title);
  append_packed(given, table.caption);
  for (const std::string& heading : table.headings) append_packed(given, heading);
  append_rows(given, context, *table.kind, table.rows, table.paging(), number);
  return given;
}

const LongTable* find_table(const std::vector<LongTable>& tables, std::string_view section) {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const LongTable& table) { return table.section == section; });
  return found == tables.end() ? nullptr : &*found;
}

}  // namespace

LongTable numbered_table(std::string path, std::string section, std::size_t rows) {
  LongTable table;
  table.path = std::move(path);
  table.section = std::move(section);
  table.rows.resize(rows);
  std::iota(table.rows.begin(), table.rows.end(), 0);
  return table;
}

LongTables share(std::vector<LongTable> tables) {
  return std::make_shared<const std::vector<LongTable>>(std::move(tables));
}

ViewList table_part(const ViewContext& context, const LongTable& table, std::size_t number) {
  const Paging paging = table.paging();
  const std::string from = page_path(paging, number);
  const RowRange range = rows_on(paging, number);
  TableView view(table.caption, table.headings);
  for (std::size_t i = range.first; i < range.last; ++i) table.add_row(table.rows[i], from, view);
  view.go_on(place_text(context, paging, number), step_links(context, paging, number));
  return view.take_if_any();
}

ViewList table_start(const ViewContext& context, const std::vector<LongTable>& tables,
                     std::string_view section) {
  const LongTable* table = find_table(tables, section);
  return table == nullptr ? ViewList() : table_part(context, *table, 1);
}

std::size_t rows_in(const std::vector<LongTable>& tables, std::string_view section) {
  const LongTable* table = find_table(tables, section);
  return table == nullptr ? 0 : table->rows.size();
}

void add_further_pages(const ViewContext& context, const std::string& title, std::optional<Kind> column,
                       const LongTables& tables, std::vector<PageJob>& jobs) {
  for (std::size_t at = 0; at < tables->size(); ++at) {
    const Paging paging = (*tables)[at].paging();
    for (std::size_t number = 2; number <= pages_of(paging); ++number) {
      PageJob job = page_job(page_path(paging, number), [&context, title, column, tables, at, number] {
        return further_page(context, title, column, (*tables)[at], number);
      });
      job.given = given_to_further_page(context, title, (*tables)[at], number);
      jobs.push_back(std::move(job));
    }
  }
}

}  // namespace gongshi
