// A table that may be too long for its page. The page shows its beginning, and further
// pages, which show nothing else, the rest.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "views/page.hpp"
#include "views/paging.hpp"
#include "views/table_view.hpp"

namespace gongshi {

struct LongTable {
  std::string path;     ///< of the page it begins on
  std::string section;  ///< its name there, part of the further pages' addresses
  std::string caption;
  std::vector<std::string> headings;  ///< the first is that of the rows' heads
  std::vector<std::uint32_t> rows;    ///< places of what the rows tell of, in the order of the table
  /// Adds the row of what is at this place to `table`, for the page at `from`.
  std::function<void(std::uint32_t place, std::string_view from, TableView& table)> add_row;
  /// Kind of the records that `rows` are, where add_row is given no more than that: what else it says it
  /// reads of the site when it is called.
  std::optional<Kind> kind = {};
  std::size_t on_page = 20;  ///< several tables share the weight of a page

  [[nodiscard]] Paging paging() const { return {path, section, rows.size(), on_page}; }
};

/// All long tables of a page, in its order; made once and shared by the page and what it goes on over.
using LongTables = std::shared_ptr<const std::vector<LongTable>>;

/// A table without words yet, of what is at the places 0 to `rows` - 1.
LongTable numbered_table(std::string path, std::string section, std::size_t rows);

LongTables share(std::vector<LongTable> tables);

/// The rows of page `number`, as a list of one table; an empty list if the table has no rows at all.
ViewList table_part(const ViewContext& context, const LongTable& table, std::size_t number);
/// The beginning of the table that is called so; an empty list if it has no rows or there is none.
ViewList table_start(const ViewContext& context, const std::vector<LongTable>& tables,
                     std::string_view section);

/// How many rows the table that is called so has over all its pages; 0 where there is none.
std::size_t rows_in(const std::vector<LongTable>& tables, std::string_view section);

/// Adds the further pages of the tables of the page that is called `title`; `column` is its kind, if any.
void add_further_pages(const ViewContext& context, const std::string& title, std::optional<Kind> column,
                       const LongTables& tables, std::vector<PageJob>& jobs);

}  // namespace gongshi
