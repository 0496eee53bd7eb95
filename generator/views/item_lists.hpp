// The corrections as plain lists: all of them, by what they have in common, by deadline and by latest entry.
// A long list goes on over several pages, so that none is heavy.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "views/page.hpp"
#include "views/paging.hpp"

namespace gongshi {

struct ItemList {
  std::string group;       ///< key of its heading in words, `item_lists.<group>`; "all" stands alone
  std::string title;       ///< as its group says it: a status, a unit …
  std::string first_path;  ///< address of its first page
  std::string section;     ///< part of the further pages' addresses, as in Paging
  std::vector<std::uint32_t> items;  ///< places of the items, in the order of the list

  [[nodiscard]] Paging paging() const { return {first_path, section, items.size()}; }
};

/// All lists of a site, that of all items first; a list without items is not there.
struct ItemLists {
  std::vector<ItemList> lists;
  std::vector<Date> updated;  ///< latest entry of each item, by its place; not known where none has a date
  bool tells_causes = false;  ///< has_causes() of the site, asked once and not for every page
};

/// Which lists there are depends on the records alone.
ItemLists item_lists(const ViewContext& context);
PageView item_list_page(const ViewContext& context, const ItemLists& lists, std::size_t at,
                        std::size_t number);
/// PageJob::given of that page; nothing for the first one, which leads to all lists.
std::optional<std::string> given_to_list_page(const ViewContext& context, const ItemLists& lists,
                                              std::size_t at, std::size_t number);
/// Lists by what was done so far (order, status, flag), or by what the items are about (class, unit and so
/// on).
enum class ListGroups { all, of_state, of_matter };
/// [{label, links: [{text, href, is_link}]}] to the lists by their groups, for the page at `from`.
ViewList item_list_links(const ViewContext& context, const ItemLists& lists, std::string_view from,
                         ListGroups wanted = ListGroups::all);

}  // namespace gongshi
