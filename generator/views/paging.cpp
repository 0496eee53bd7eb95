#include "views/paging.hpp"

#include <algorithm>

#include "text/packed.hpp"

namespace gongshi {

std::size_t pages_of(const Paging& paging) {
  return std::max<std::size_t>(1, (paging.rows + paging.on_page - 1) / paging.on_page);
}

std::string page_path(const Paging& paging, std::size_t number) {
  return number == 1 ? paging.first_path : further_page_path(paging.first_path, paging.section, number);
}

RowRange rows_on(const Paging& paging, std::size_t number) {
  const std::size_t first = (number - 1) * paging.on_page;
  return {first, std::min(paging.rows, first + paging.on_page)};
}

void append_rows(std::string& given, const ViewContext& context, Kind kind,
                 const std::vector<std::uint32_t>& places, const Paging& paging, std::size_t number) {
  append_packed(given, std::uint64_t{paging.rows});
  append_packed(given, std::uint64_t{paging.on_page});
  const RowRange range = rows_on(paging, number);
  for (std::size_t i = range.first; i < range.last; ++i)
    append_packed(given, context.site().record({kind, places[i]}).common().id);
}

std::string place_text(const ViewContext& context, const Paging& paging, std::size_t number) {
  const std::size_t pages = pages_of(paging);
  if (pages == 1) return {};
  const RowRange range = rows_on(paging, number);
  return context.sentence("paging.place", {{"first", std::to_string(range.first + 1)},
                                           {"last", std::to_string(range.last)},
                                           {"rows", std::to_string(paging.rows)},
                                           {"number", std::to_string(number)},
                                           {"pages", std::to_string(pages)}});
}

ViewList step_links(const ViewContext& context, const Paging& paging, std::size_t number) {
  const std::string from = page_path(paging, number);
  ViewList links;
  const auto add = [&](std::string_view word, std::size_t to) {
    links.emplace_back(context.link_to(context.word(word), from, page_path(paging, to)));
  };
  if (number > 1) add("paging.previous", number - 1);
  if (number < pages_of(paging)) add("paging.next", number + 1);
  return links;
}

}  // namespace gongshi
