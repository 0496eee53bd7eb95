// The page of one record of any kind that has none of its own: its facts.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/record_frame.hpp"

namespace gongshi {

PageView record_page(const ViewContext& context, const PublishedRecord& published) {
  PageView page = record_frame(context, published, "pages/record");
  const std::string path = record_path(published.key().kind, published.common().id);
  page.view.set("facts", facts_of(context, published, path));
  return page;
}

}  // namespace gongshi
