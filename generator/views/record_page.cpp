// The page of one record of any kind that has none of its own: its facts, and an item's state first.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/record_frame.hpp"
#include "views/state_view.hpp"

namespace gongshi {
namespace {

ViewValue item_state(const ViewContext& context, const PublishedRecord& published) {
  if (published.key().kind != Kind::item || published.common().withdrawn) return false;
  return state_view(context, context.site().state(published.key().index));
}

}  // namespace

PageView record_page(const ViewContext& context, const PublishedRecord& published) {
  PageView page = record_frame(context, published, "pages/record");
  const std::string path = record_path(published.key().kind, published.common().id);
  page.view.set("state", item_state(context, published)).set("facts", facts_of(context, published, path));
  return page;
}

}  // namespace gongshi
