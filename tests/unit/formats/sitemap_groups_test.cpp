// Sitemaps are split at what the protocol lets one file hold: 50,000 addresses and 50 MB.
#include <gtest/gtest.h>

#include "unit/tables/table_text.hpp"
#include "views/build_pages.hpp"

namespace gongshi {
namespace {

using testing::published;
using testing::WrittenSite;

std::vector<std::size_t> sizes_of(const std::vector<std::string>& paths) {
  WrittenSite written;
  written.config().base_url.text = "https://example.org/";
  const PublishedSite site = published(written);
  const Words words;
  const ViewContext context(site, words);
  std::vector<std::size_t> sizes;
  for (const auto& group : sitemap_groups(context, paths)) sizes.push_back(group.size());
  return sizes;
}

TEST(SitemapGroups, OneFileHoldsFiftyThousandAddresses) {
  EXPECT_EQ(sizes_of(std::vector<std::string>(50'000, "a.html")), (std::vector<std::size_t>{50'000}));
  EXPECT_EQ(sizes_of(std::vector<std::string>(100'001, "a.html")),
            (std::vector<std::size_t>{50'000, 50'000, 1}));
}

TEST(SitemapGroups, LongAddressesFillItSooner) {
  const std::vector<std::size_t> sizes = sizes_of(std::vector<std::string>(50'000, std::string(1'916, 'a')));
  EXPECT_EQ(sizes, (std::vector<std::size_t>{25'000, 25'000}));
}

}  // namespace
}  // namespace gongshi
