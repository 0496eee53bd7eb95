// The search page: what can be asked and filtered. The script of the theme finds the rest; without it the
// page leads to the index pages.
#include <set>

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
ViewList status_choices(const ViewContext& context) {
  std::set<ItemStatus> statuses;
  std::set<ItemFlag> flags;
  for (std::size_t i = 0; i < context.site().count(Kind::item); ++i) {
    const ItemState& state = context.site().state(i);
    if (state.left != ItemState::Left::no) continue;
    statuses.insert(state.status);
    flags.insert(state.flags.begin(), state.flags.end());
  }
  ViewList all;
  const auto add = [&](const auto& found) {
    for (const auto one : found) {
      const ChoiceWord& word = choices(one)[static_cast<std::size_t>(one)];
      all.emplace_back(choice(std::string(word.key), context.label(word)));
    }
  };
  add(statuses);
  add(flags);
  return all;
}

}  // namespace

PageView search_page(const ViewContext& context) {
  ViewList kinds;
  std::size_t records = 0;
  for (const KindName& kind : kKinds) {
    const std::size_t count = context.site().count(kind.kind);
    if (count == 0) continue;
    records += count;
    ViewObject one = choice(std::string(kind.plural), context.word("kinds." + std::string(kind.plural)));
    one.set("href", relative_address(kSearchPath, index_path(kind.kind))).set("count", std::to_string(count));
    kinds.emplace_back(std::move(one));
  }
  PageView page;
  page.template_name = "pages/search";
  page.title = context.word("search.title");
  page.description = context.sentence("search.note", {{"count", std::to_string(records)}});
  page.view.set("title", page.title)
      .set("count", std::to_string(records))
      .set("shards", std::to_string(search_shards(records)))
      .set("edition", search_edition(context.site()))
      .set_list("has_units", "units", unit_choices(context))
      .set_list("has_statuses", "statuses", status_choices(context))
      .set("kinds", std::move(kinds));
  return page;
}

}  // namespace gongshi
