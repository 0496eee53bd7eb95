// The search page: what can be asked and filtered. The script of the theme finds the rest; without it the
// page leads to the index pages.
#include "search/search_index.hpp"
#include "views/build_pages.hpp"

namespace gongshi {
namespace {

ViewObject choice(std::string key, std::string label) {
  ViewObject one;
  one.set("key", std::move(key)).set("label", std::move(label));
  return one;
}

ViewList unit_choices(const ViewContext& context) {
  ViewList units;
  for (const std::uint32_t place : units_in_order(context.site())) {
    const RecordKey unit{Kind::unit, place};
    units.emplace_back(choice(context.site().record(unit).common().id, context.title(unit)));
  }
  return units;
}

// States and flags that a correction of this site has.
ViewList status_choices(const ViewContext& context, const SearchedRecords& records) {
  ViewList statuses;
  const auto filters = records.filters();
  const auto add = [&](std::span<const ChoiceWord> words) {
    for (const ChoiceWord& word : words) {
      if (filters.contains("@status=" + std::string(word.key)))
        statuses.emplace_back(choice(std::string(word.key), context.label(word)));
    }
  };
  add(choices(ItemStatus{}));
  add(choices(ItemFlag{}));
  return statuses;
}

}  // namespace

PageView search_page(const ViewContext& context) {
  const SearchedRecords records(context.site());
  ViewList kinds;
  for (const KindName& kind : kKinds) {
    const std::size_t count = context.site().count(kind.kind);
    if (count == 0) continue;
    ViewObject one = choice(std::string(kind.plural), context.word("kinds." + std::string(kind.plural)));
    one.set("href", relative_address(kSearchPath, index_path(kind.kind))).set("count", std::to_string(count));
    kinds.emplace_back(std::move(one));
  }
  PageView page;
  page.template_name = "pages/search";
  page.title = context.word("search.title");
  page.description = context.sentence("search.note", {{"count", std::to_string(records.size())}});
  page.view.set("title", page.title)
      .set("count", std::to_string(records.size()))
      .set("shards", std::to_string(search_shards(records.size())))
      .set("edition", records.edition())
      .set_list("has_units", "units", unit_choices(context))
      .set_list("has_statuses", "statuses", status_choices(context, records))
      .set("kinds", std::move(kinds));
  return page;
}

}  // namespace gongshi
