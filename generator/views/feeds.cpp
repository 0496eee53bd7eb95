// What only machines read: the list of all pages, and what robots may do.
#include "views/build_pages.hpp"

namespace gongshi {

PageView sitemap_page(const ViewContext& context, const std::vector<std::string>& paths) {
  ViewList urls;
  for (const std::string& path : paths) {
    urls.emplace_back(context.site().config().base_url.text + relative_address("", path));
  }
  PageView page;
  page.template_name = "feeds/sitemap";
  page.view.set("urls", std::move(urls));
  return page;
}

PageView robots_page(const ViewContext& context) {
  const std::string& base = context.site().config().base_url.text;
  PageView page;
  page.template_name = "feeds/robots";
  page.view.set("sitemap", base.empty() ? std::string() : base + std::string(kSitemapPath));
  return page;
}

}  // namespace gongshi
