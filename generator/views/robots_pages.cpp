// What robots read: the list of all pages, and what they may do.
#include "views/build_pages.hpp"

namespace gongshi {
namespace {

// Of the protocol: what one file holds at most. Addresses are counted with their markup.
constexpr std::size_t kMostAddresses = 50'000;
constexpr std::size_t kMostBytes = 50'000'000;
constexpr std::size_t kMarkup = 64;

std::string absolute(const ViewContext& context, const std::string& path) {
  return context.site().config().base_url.text + relative_address("", path);
}

}  // namespace

std::vector<std::vector<std::string>> sitemap_groups(const ViewContext& context,
                                                     const std::vector<std::string>& paths) {
  std::vector<std::vector<std::string>> groups(1);
  std::size_t bytes = 0;
  for (const std::string& path : paths) {
    const std::size_t length = absolute(context, path).size() + kMarkup;
    if (groups.back().size() == kMostAddresses || bytes + length > kMostBytes) {
      groups.emplace_back();
      bytes = 0;
    }
    groups.back().push_back(path);
    bytes += length;
  }
  return groups;
}

PageView sitemap_index_page(const ViewContext& context, const std::vector<std::string>& sitemaps) {
  ViewList addresses;
  for (const std::string& path : sitemaps) addresses.emplace_back(absolute(context, path));
  PageView page;
  page.template_name = "feeds/sitemap_index";
  page.view.set("sitemaps", std::move(addresses));
  return page;
}

PageView sitemap_page(const ViewContext& context, const std::vector<std::string>& paths) {
  ViewList urls;
  for (const std::string& path : paths) urls.emplace_back(absolute(context, path));
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
