// The index of a kind: a table with a row a record.
#include <algorithm>
#include <numeric>

#include "views/build_pages.hpp"
#include "views/kind_table.hpp"
#include "views/unit_tables.hpp"

namespace gongshi {

ViewList related_pages(const ViewContext& context, Kind kind, std::string_view from, bool tells_causes) {
  const PublishedSite& site = context.site();
  ViewList links;
  const auto add = [&](std::string text, std::string_view path) {
    ViewObject link;
    link.set("text", std::move(text)).set("href", relative_address(from, path)).set("is_link", true);
    links.emplace_back(std::move(link));
  };
  if (kind == Kind::opinion && site.count(Kind::opinion) > 0) add(context.word("trace.title"), kTracePath);
  if (kind == Kind::item && site.count(Kind::item) > 0) add(context.word("flow.title"), kFlowPath);
  if ((kind == Kind::item || kind == Kind::institution) && tells_causes) {
    for (const ChoiceWord& cause : choices(Cause{}))
      add(context.sentence("causes.title", {{"cause", context.label(cause)}}), cause_path(cause.key));
  }
  return links;
}

std::vector<std::uint32_t> units_in_order(const PublishedSite& site) {
  const auto& units = site.records().all<Unit>();
  std::vector<std::uint32_t> order(units.size());
  std::iota(order.begin(), order.end(), 0);
  const auto rank = [&](std::uint32_t unit) {
    return std::pair(!(units[unit]->type == UnitType::office), units[unit]->order.value_or(INT64_MAX));
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
  return order;
}

LongTables index_tables(const ViewContext& context, Kind kind) {
  if (kind == Kind::unit) return share({unit_index_table(context)});
  std::vector<std::uint32_t> order(context.site().count(kind));
  std::iota(order.begin(), order.end(), 0);
  LongTable table = kind_table(context, kind, index_path(kind), "all", std::move(order));
  table.on_page = 50;
  return share({std::move(table)});
}

PageView index_page(const ViewContext& context, Kind kind, const LongTables& tables) {
  const std::string path = index_path(kind);
  PageView page;
  page.template_name = "pages/index";
  page.column = kind;
  page.title = context.word("kinds." + std::string(name_of(kind).plural));
  const std::string count = std::to_string(context.site().count(kind));
  page.description = context.sentence("index.description", {{"kind", page.title}, {"count", count}});
  page.view.set("title", page.title)
      .set("count", count)
      .set("table", table_start(context, *tables, "all"))
      .set("related", related_pages(context, kind, path, has_causes(context.site())))
      .set("csv", context.offers(OutputName::csv) && count != "0"
                      ? relative_address(path, csv_path(name_of(kind).plural))
                      : std::string())
      .set("json",
           context.offers(OutputName::json) ? relative_address(path, table_json_path(kind)) : std::string());
  return page;
}

}  // namespace gongshi
