// The index of a kind: a table with a row a record. Which fields make its columns is the one thing
// said here by kind; headings and values come from the table of fields.
#include <algorithm>
#include <numeric>

#include "views/build_pages.hpp"
#include "views/facts.hpp"

namespace gongshi {
namespace {

std::vector<std::string_view> columns_of(Kind kind) {
  switch (kind) {
    case Kind::phase:
      return {"state", "aim"};
    case Kind::objective:
      return {"unit"};
    case Kind::unit:
      return {"type", "parent"};
    case Kind::consultation:
      return {"by", "phase", "total"};
    case Kind::opinion:
      return {"summary", "disposition", "items"};
    case Kind::plan:
      return {"unit", "adopted"};
    case Kind::survey:
      return {"conductor", "relation", "method"};
    case Kind::lookback:
      return {"unit", "survey"};
    case Kind::institution:
      return {"action", "stage"};
    case Kind::duty:
      return {"to", "trigger"};
    case Kind::bulletin:
      return {"kind", "date"};
    case Kind::feedback:
      return {"kind", "received", "status", "about"};
    case Kind::item:  // has lists of its own
    case Kind::page:
    case Kind::holiday:
      return {};
  }
  return {};
}

ViewList headings_of(const ViewContext& context, Kind kind) {
  ViewList headings;
  const FieldTable& table = fields_of(kind);
  for (const std::string_view key : columns_of(kind)) headings.emplace_back(context.label(*table.find(key)));
  return headings;
}

ViewObject row_of(const ViewContext& context, const PublishedRecord& record, std::string_view from) {
  const RecordKey key = record.key();
  const FieldTable& table = record.table();
  ViewList cells;
  for (const std::string_view column : columns_of(key.kind)) {
    ViewObject cell;
    cell.set("label", context.label(*table.find(column)))
        .set("not_stated", is_unstated(record, column))
        .set("values", values_of(context, record, column, from));
    cells.emplace_back(std::move(cell));
  }
  ViewObject row;
  row.set("id", record.common().id)
      .set("link", context.link(key, from))
      .set("withdrawn", static_cast<bool>(record.common().withdrawn))
      .set("cells", std::move(cells));
  return row;
}

}  // namespace

ViewList related_pages(const ViewContext& context, Kind kind, std::string_view from) {
  const PublishedSite& site = context.site();
  ViewList links;
  const auto add = [&](std::string text, std::string_view path) {
    ViewObject link;
    link.set("text", std::move(text)).set("href", relative_address(from, path)).set("is_link", true);
    links.emplace_back(std::move(link));
  };
  if (kind == Kind::opinion && site.count(Kind::opinion) > 0) add(context.word("trace.title"), kTracePath);
  if (kind == Kind::item && site.count(Kind::item) > 0) add(context.word("flow.title"), kFlowPath);
  if ((kind == Kind::item || kind == Kind::institution) && has_causes(site)) {
    for (const ChoiceWord& cause : choices(Cause{}))
      add(context.sentence("causes.title", {{"cause", context.label(cause)}}), cause_path(cause.key));
  }
  return links;
}

std::vector<std::uint32_t> units_in_order(const PublishedSite& site) {
  const auto& units = site.records().all<Unit>();
  std::vector<std::uint32_t> order(units.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return units[a]->order.value_or(INT64_MAX) < units[b]->order.value_or(INT64_MAX);
  });
  return order;
}

Paging index_paging(const PublishedSite& site, Kind kind) {
  return {index_path(kind), "all", site.count(kind)};
}

PageView index_page(const ViewContext& context, Kind kind, std::size_t number) {
  const Paging paging = index_paging(context.site(), kind);
  const std::string path = page_path(paging, number);
  std::vector<std::uint32_t> order(paging.rows);
  std::iota(order.begin(), order.end(), 0);
  if (kind == Kind::unit) order = units_in_order(context.site());
  const RowRange range = rows_on(paging, number);
  ViewList rows;
  for (std::size_t i = range.first; i < range.last; ++i)
    rows.emplace_back(row_of(context, context.site().record({kind, order[i]}), path));
  PageView page;
  page.template_name = "pages/index";
  page.column = kind;
  page.title = context.word("kinds." + std::string(name_of(kind).plural));
  const std::string count = std::to_string(paging.rows);
  page.description = context.sentence("index.description", {{"kind", page.title}, {"count", count}});
  page.view.set("title", page.title)
      .set("count", count)
      .set("headings", headings_of(context, kind))
      .set_list("has_rows", "rows", std::move(rows))
      .set("place", place_text(context, paging, number))
      .set_list("has_steps", "steps", step_links(context, paging, number))
      .set("related", related_pages(context, kind, path))
      .set("json",
           context.offers(OutputName::json) ? relative_address(path, table_json_path(kind)) : std::string());
  return page;
}

}  // namespace gongshi
