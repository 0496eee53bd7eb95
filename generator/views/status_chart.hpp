// How corrections stand: counted once, drawn as one bar with a sentence, a legend and a table. The first page
// and those of stages, objectives, plans and units show the same.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "views/view_context.hpp"

namespace gongshi {

struct ItemTally {
  std::size_t total = 0;  ///< items in the ledger; merged, split and withdrawn ones have left it
  std::size_t left = 0;
  std::size_t with_deadline = 0;
  std::size_t done = 0;  ///< closed as done, not as anything else
  std::array<std::size_t, 9> by_status{};
  std::array<std::size_t, 5> by_flag{};

  [[nodiscard]] std::size_t of(ItemStatus status) const {
    return by_status[static_cast<std::size_t>(status)];
  }
  [[nodiscard]] std::size_t of(ItemFlag flag) const { return by_flag[static_cast<std::size_t>(flag)]; }
};

/// Of the items at these places.
ItemTally tally_of(const PublishedSite& site, const std::vector<std::uint32_t>& items);
/// Of all items of the site.
ItemTally tally_of(const PublishedSite& site);

/// {any, total, sentence, bar (HTML), legend: [part], rows: [part], flags: [{label, count}], csv} for the
/// page at `from`, a part being {key, label, count, share}. The legend has one for each part that is drawn,
/// the rows one for each status. `csv` is the address of the table behind it, empty where the site makes
/// none.
ViewObject status_chart(const ViewContext& context, const ItemTally& tally, std::string_view from);

/// The bar alone, as long as the tally's share of `scale`, so that bars side by side can be compared.
Html status_bar(const ViewContext& context, const ItemTally& tally, std::size_t scale);

}  // namespace gongshi
