#include "views/item_lists.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "derive/timeline.hpp"
#include "text/packed.hpp"
#include "views/build_pages.hpp"
#include "views/state_view.hpp"

namespace gongshi {
namespace {

bool counts(const PublishedSite& site, std::uint32_t item) {
  return site.state(item).left == ItemState::Left::no;
}

std::vector<Date> latest_entries(const PublishedSite& site) {
  std::vector<Date> updated;
  for (const auto& item : site.records().all<Item>()) {
    const std::vector<Event> events =
        item->withdrawn ? std::vector<Event>() : timeline_of(*item, site.as_of());
    updated.push_back(events.empty() ? Date() : events.back().date);
  }
  return updated;
}

class ListMaker {
 public:
  explicit ListMaker(const ViewContext& context) : m_context(context), m_site(context.site()) {}

  ItemLists make() {
    m_made.updated = latest_entries(m_site);
    m_made.tells_causes = has_causes(m_site);
    const auto count = static_cast<std::uint32_t>(m_site.count(Kind::item));
    std::vector<std::uint32_t> all(count);
    std::iota(all.begin(), all.end(), 0);
    m_made.lists.push_back({"all", m_context.word("kinds.items"), index_path(Kind::item), "all", all});
    if (count == 0) return std::move(m_made);
    add_sorted();
    by_choice("status", choices(ItemStatus{}),
              [&](std::uint32_t i, const Item&) { return static_cast<std::size_t>(m_site.state(i).status); });
    for (const ChoiceWord& flag : choices(ItemFlag{})) {
      const auto index = static_cast<ItemFlag>(&flag - choices(ItemFlag{}).data());
      add("flag", flag.key, m_context.label(flag),
          [&](std::uint32_t i, const Item&) { return m_site.state(i).has(index); });
    }
    by_choice("class", choices(ItemClass{}), [](std::uint32_t, const Item& i) { return i.item_class.index; });
    by_choice("horizon", choices(Horizon{}), [](std::uint32_t, const Item& i) { return i.horizon.index; });
    by_choice("cause", choices(Cause{}), [](std::uint32_t, const Item& i) { return i.cause.index; });
    add_units();
    add_categories();
    add_objectives();
    return std::move(m_made);
  }

 private:
  template <class Takes>
  void add(std::string_view group, std::string_view key, std::string title, const Takes& takes) {
    ItemList list;
    list.group = group;
    list.title = std::move(title);
    list.first_path = item_list_path(group, key);
    const auto& items = m_site.records().all<Item>();
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      if (counts(m_site, i) && takes(i, *items[i])) list.items.push_back(i);
    }
    if (!list.items.empty()) m_made.lists.push_back(std::move(list));
  }

  template <class IndexOf>
  void by_choice(std::string_view group, std::span<const ChoiceWord> words, const IndexOf& index_of) {
    for (std::size_t at = 0; at < words.size(); ++at)
      add(group, words[at].key, m_context.label(words[at]),
          [&](std::uint32_t i, const Item& item) { return index_of(i, item) == at; });
  }

  // The nearest deadline first and none last; the latest entry first and none last.
  void add_sorted() {
    const auto any = [](std::uint32_t, const Item&) { return true; };
    const auto sort_last = [&](const auto& before) {
      std::vector<std::uint32_t>& items = m_made.lists.back().items;
      std::stable_sort(items.begin(), items.end(), before);
    };
    const auto deadline = [&](std::uint32_t i) { return m_site.state(i).current_deadline; };
    const std::size_t lists = m_made.lists.size();
    add("order", "deadline", m_context.word("item_lists.by_deadline"), any);
    if (m_made.lists.size() == lists) return;
    sort_last([&](std::uint32_t a, std::uint32_t b) {
      const Date first = deadline(a);
      const Date second = deadline(b);
      if (first.known() != second.known()) return first.known();
      return first.known() && first.last_day() < second.last_day();
    });
    add("order", "update", m_context.word("item_lists.by_update"), any);
    sort_last([&](std::uint32_t a, std::uint32_t b) {
      const Date first = m_made.updated[a];
      const Date second = m_made.updated[b];
      if (first.known() != second.known()) return first.known();
      return first.known() && first.last_day() > second.last_day();
    });
  }

  void add_units() {
    for (const std::uint32_t at : units_in_order(m_site)) {
      const std::string& id = m_site.records().all<Unit>()[at]->id;
      add("unit", id, m_context.title({Kind::unit, at}),
          [&](std::uint32_t, const Item& item) { return item.unit.id == id; });
    }
  }

  void add_categories() {
    const auto& categories = m_site.config().categories;
    for (std::size_t at = 0; at < categories.size(); ++at)
      add("category", std::to_string(at + 1), categories[at].value,
          [&](std::uint32_t, const Item& item) { return item.category == categories[at].value; });
  }

  void add_objectives() {
    const auto& objectives = m_site.records().all<Objective>();
    for (std::uint32_t at = 0; at < objectives.size(); ++at)
      add("objective", objectives[at]->id, m_context.title({Kind::objective, at}),
          [&](std::uint32_t, const Item& item) { return item.objective.id == objectives[at]->id; });
  }

  const ViewContext& m_context;
  const PublishedSite& m_site;
  ItemLists m_made;
};

ViewObject row_of(const ViewContext& context, const ItemLists& lists, std::uint32_t index,
                  std::string_view from) {
  const Item& item = *context.site().records().all<Item>()[index];
  const bool withdrawn = static_cast<bool>(item.withdrawn);
  ViewObject row;
  row.set("link", context.link({Kind::item, index}, from))
      .set("withdrawn", withdrawn)
      .set("state",
           withdrawn ? ViewValue(false) : ViewValue(state_view(context, context.site().state(index))))
      .set("unit", item.unit.given() ? context.links({item.unit}, from) : ViewList())
      .set("deadline", withdrawn ? std::string() : context.site().state(index).current_deadline.text())
      .set("updated", lists.updated[index].text());
  return row;
}

// {groups}, or false where there are none.
ViewValue more_lists(const ViewContext& context, const ItemLists& lists, std::string_view from) {
  ViewList groups = item_list_links(context, lists, from, ListGroups::of_matter);
  if (groups.empty()) return false;
  ViewObject more;
  more.set("groups", std::move(groups));
  return more;
}

}  // namespace

ItemLists item_lists(const ViewContext& context) { return ListMaker(context).make(); }

PageView item_list_page(const ViewContext& context, const ItemLists& lists, std::size_t at,
                        std::size_t number) {
  const ItemList& list = lists.lists[at];
  const Paging paging = list.paging();
  const std::string from = page_path(paging, number);
  const RowRange range = rows_on(paging, number);
  ViewList rows;
  for (std::size_t i = range.first; i < range.last; ++i)
    rows.emplace_back(row_of(context, lists, list.items[i], from));
  const bool is_all = list.group == "all";
  PageView page;
  page.template_name = "pages/items";
  page.column = Kind::item;
  page.title =
      is_all ? list.title
             : context.sentence("item_lists.title",
                                {{"group", context.word("item_lists." + list.group)}, {"value", list.title}});
  page.description = context.sentence("index.description",
                                      {{"kind", page.title}, {"count", std::to_string(list.items.size())}});
  const bool links_here = is_all && number == 1;
  page.view.set("title", page.title)
      .set("count", std::to_string(list.items.size()))
      .set("index", is_all ? std::string() : relative_address(from, index_path(Kind::item)))
      .set("place", place_text(context, paging, number))
      .set_list("has_rows", "rows", std::move(rows))
      .set_list("has_steps", "steps", step_links(context, paging, number))
      .set("groups", links_here ? item_list_links(context, lists, from, ListGroups::of_state) : ViewList())
      .set("more", links_here ? more_lists(context, lists, from) : ViewValue(false))
      .set("related", related_pages(context, Kind::item, from, lists.tells_causes))
      .set("json", context.offers(OutputName::json) ? relative_address(from, table_json_path(Kind::item))
                                                    : std::string());
  return page;
}

// The days of latest entries come from the records, which the page reads anyway.
std::optional<std::string> given_to_list_page(const ViewContext& context, const ItemLists& lists,
                                              std::size_t at, std::size_t number) {
  const ItemList& list = lists.lists[at];
  if (list.group == "all" && number == 1) return std::nullopt;
  std::string given;
  append_packed(given, list.group);
  append_packed(given, list.title);
  append_packed(given, std::uint64_t{lists.tells_causes ? 1U : 0U});
  append_rows(given, context, Kind::item, list.items, list.paging(), number);
  return given;
}

ViewList item_list_links(const ViewContext& context, const ItemLists& lists, std::string_view from,
                         ListGroups wanted) {
  ViewList groups;
  for (std::size_t i = 1; i < lists.lists.size();) {
    const std::string& group = lists.lists[i].group;
    const bool of_state = group == "order" || group == "status" || group == "flag";
    ViewList links;
    for (; i < lists.lists.size() && lists.lists[i].group == group; ++i) {
      const ItemList& list = lists.lists[i];
      ViewObject link;
      link.set("text", list.title)
          .set("href", relative_address(from, list.first_path))
          .set("is_link", true)
          .set("count", group == "order" ? std::string() : std::to_string(list.items.size()));
      links.emplace_back(std::move(link));
    }
    if (wanted != ListGroups::all && (wanted == ListGroups::of_state) != of_state) continue;
    ViewObject one;
    one.set("label", context.word("item_lists." + group)).set("links", std::move(links));
    groups.emplace_back(std::move(one));
  }
  return groups;
}

}  // namespace gongshi
