// Rows that go on over several pages, so that no page is heavy: which rows stand on which page, at what
// address, and what leads to the next. Works without scripts, since each page is a page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "views/view_context.hpp"

namespace gongshi {

struct Paging {
  std::string first_path;  ///< page on which the rows begin
  std::string section;     ///< tells several runs of rows on one page apart; empty where there is one
  std::size_t rows = 0;
  std::size_t on_page = 50;  ///< at most; above zero
};

/// On how many pages the rows stand; at least one.
std::size_t pages_of(const Paging& paging);
/// Address of the page `number`, counted from 1.
std::string page_path(const Paging& paging, std::size_t number);

/// Rows [first, last) of a page, counted from 0.
struct RowRange {
  std::size_t first = 0;
  std::size_t last = 0;
};
RowRange rows_on(const Paging& paging, std::size_t number);

/// Adds to PageJob::given which of these records a page shows, out of how many.
void append_rows(std::string& given, const ViewContext& context, Kind kind,
                 const std::vector<std::uint32_t>& places, const Paging& paging, std::size_t number);

/// Which rows this page shows, in words; empty where one page holds all.
std::string place_text(const ViewContext& context, const Paging& paging, std::size_t number);
/// Links to the page before and the page after this one, as far as there are any.
ViewList step_links(const ViewContext& context, const Paging& paging, std::size_t number);

}  // namespace gongshi
