// The page of a look-back: its facts, then the poll that called for it beside the second one.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/poll_pair.hpp"
#include "views/record_frame.hpp"

namespace gongshi {

PageView lookback_page(const ViewContext& context, const PublishedRecord& published) {
  PageView page = record_frame(context, published, "pages/lookback");
  const std::string path = record_path(Kind::lookback, published.common().id);
  ViewList pairs;
  if (!published.common().withdrawn) pairs.emplace_back(poll_pair(context, published.key(), path));
  page.view.set("facts", facts_of(context, published, path)).set_list("has_pairs", "pairs", std::move(pairs));
  return page;
}

}  // namespace gongshi
