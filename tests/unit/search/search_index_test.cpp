// What leads from characters to records, in whatever order pages are made.
#include "search/search_index.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <stdexcept>

#include "text/json.hpp"
#include "unit/tables/table_text.hpp"

namespace gongshi {
namespace {

using testing::item_text;
using testing::published;
using testing::unit_text;
using testing::WrittenSite;

using Entry = std::pair<std::string, std::string>;  // the records, those by title

WrittenSite two_items() {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n"));
  site.add("items/zg-1.yaml", item_text("scope: public\n"));
  site.add("items/zg-2.yaml", item_text("scope: public\n"));
  site.add("items/zg-3.yaml", item_text("scope: system\n"));
  return site;
}

std::string page(const std::string& title, const std::string& text) {
  return "<main><p>zg</p><h1>" + title + "</h1><p>" + text + "</p></main>";
}

// The data of `gongshiSearch(name, data);`.
JsonValue data_of(const std::string& file) {
  const std::string begin = "gongshiSearch(";
  EXPECT_TRUE(file.starts_with(begin) && file.ends_with(");\n")) << file;
  return parse_json("[" + file.substr(begin.size(), file.size() - begin.size() - 3) + "]")->elements.at(1);
}

std::map<std::string, Entry> entries_of(SearchIndex& index) {
  std::map<std::string, Entry> entries;
  const std::size_t shards = index.shards();
  for (std::size_t shard = 0; shard < shards; ++shard) {
    const std::string text = data_of(index.shard(shard)).text;
    std::vector<std::string> cells(1);
    for (const char c : text) {
      if (c == ' ') {
        cells.emplace_back();
      } else {
        cells.back().push_back(c);
      }
    }
    for (std::size_t i = 0; i + 2 < cells.size(); i += 3) {
      EXPECT_EQ(shard_of(cells[i], shards), shard) << cells[i];
      EXPECT_TRUE(entries.emplace(cells[i], Entry(cells[i + 1], cells[i + 2])).second) << cells[i];
    }
  }
  return entries;
}

TEST(SearchedPagesTest, FindsPagesOfPublishedRecordsAlone) {
  const WrittenSite written = two_items();
  const PublishedSite site = published(written);
  const SearchedPages pages(site);
  EXPECT_EQ(pages.size(), 3U);
  EXPECT_EQ(pages.find("units/a.html"), 0U);
  EXPECT_EQ(pages.find("items/zg-2.html"), 2U);
  EXPECT_EQ(pages.path(2), "items/zg-2.html");
  for (const char* other :
       {"items/zg-3.html", "items/index.html", "items/zg-2.json", "index.html", "about.html",
        "item/zg-2.html", "items/list/all.html", "items", "", "整改事项/zg-2.html"})
    EXPECT_EQ(pages.find(other), std::nullopt) << other;
}

TEST(SearchedPagesTest, PagesThatGoOnComeLastAndAreFilteredAsTheirRecord) {
  const WrittenSite written = two_items();
  const PublishedSite site = published(written);
  SearchedPages pages(site);
  pages.add_further("items/zg-2/results/2.html", {Kind::item, 1});
  EXPECT_EQ(pages.size(), 4U);
  EXPECT_EQ(pages.records(), 3U);
  EXPECT_EQ(pages.find("items/zg-2/results/2.html"), 3U);
  EXPECT_EQ(pages.path(3), "items/zg-2/results/2.html");
  EXPECT_EQ(pages.record(3).common().id, "zg-2");
  EXPECT_EQ(pages.filters().at("@kind=items"), (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(pages.filters().at("@unit=a"), (std::vector<std::uint32_t>{0, 1, 2, 3}));
}

TEST(SearchIndexTest, LeadsFromPairsOfCharactersAndTitles) {
  const WrittenSite written = two_items();
  const PublishedSite site = published(written);
  SearchIndex index(site);
  index.add(2, page("排队", "ＷＩＦＩ 太慢"));  // out of order
  index.add(0, page("某局", "窗口"));
  index.add(1, page("窗口", "排隊"));
  const auto entries = entries_of(index);
  const auto has = [&](const std::string& key) { return entries.contains(key); };
  EXPECT_EQ(entries.at("窗口"), Entry("!!", "#"));
  EXPECT_EQ(entries.at("排队"), Entry("#!", "$"));  // traditional as simplified
  EXPECT_EQ(entries.at("wi"), Entry("$", ""));
  EXPECT_EQ(entries.at("i太"), Entry("$", ""));  // blanks do not count
  EXPECT_EQ(entries.at("排"), Entry("", "$"));   // single characters by title only
  EXPECT_FALSE(has("太") || has("隊") || has("口z") || has("慢排"));
  EXPECT_EQ(entries.at("@kind=items"), Entry("#!", ""));
  EXPECT_EQ(entries.at("@unit=a"), Entry("!!!", ""));  // the unit and both that name it
}

TEST(SearchIndexTest, LeadsFromThreeCharactersWhereTwoAreAscii) {
  const WrittenSite written = two_items();
  const PublishedSite site = published(written);
  SearchIndex index(site);
  index.add(0, page("第12号", "乙"));
  index.add(1, page("甲", "（2026）号"));
  index.add(2, page("甲", "1<br>2 3 4"));
  const auto entries = entries_of(index);
  const auto has = [&](const std::string& key) { return entries.contains(key); };
  EXPECT_EQ(entries.at("第12"), Entry("!", "!"));
  EXPECT_EQ(entries.at("12号"), Entry("!", "!"));
  EXPECT_EQ(entries.at("(20"), Entry("#", ""));
  EXPECT_EQ(entries.at("6)号"), Entry("#", ""));
  EXPECT_EQ(entries.at("234"), Entry("$", ""));  // blanks do not count, and lines end
  EXPECT_FALSE(has("123") || has("第1号"));
}

TEST(SearchIndexTest, SameFilesInWhateverOrder) {
  const WrittenSite written = two_items();
  const PublishedSite site = published(written);
  std::set<std::string> all;
  for (const std::vector<std::uint32_t>& order :
       {std::vector<std::uint32_t>{0, 1, 2}, {2, 1, 0}, {1, 2, 0}}) {
    SearchIndex index(site);
    for (const std::uint32_t number : order) index.add(number, page("标题" + std::to_string(number), "正文"));
    std::string files;
    for (std::size_t shard = 0; shard < index.shards(); ++shard) files += index.shard(shard);
    all.insert(files);
  }
  EXPECT_EQ(all.size(), 1U);
}

TEST(SearchIndexTest, KeepsTheTextOfARecordWithItsFolds) {
  const WrittenSite written = two_items();
  const PublishedSite site = published(written);
  SearchIndex index(site);
  std::vector<std::string> parts;
  for (const JsonValue& part : data_of(index.add(1, page("國", "，\"㈱Ａ"))).elements)
    parts.push_back(part.text);
  EXPECT_EQ(parts, (std::vector<std::string>{"國", "items/zg-1.html", "items", "甲", "not-started",
                                             "㈱(株) 國国", "，\"㈱Ａ\n", "zg\n"}));
}

TEST(SearchIndexTest, AllRecordsOrNone) {
  const WrittenSite written = two_items();
  const PublishedSite site = published(written);
  SearchIndex index(site);
  index.add(0, page("甲", "乙"));
  EXPECT_THROW(index.shard(0), std::logic_error);
}

TEST(SearchShardsTest, ByTheNumberOfRecords) {
  EXPECT_EQ(search_shards(0), 1U);
  EXPECT_EQ(search_shards(1), 2U);
  EXPECT_EQ(search_shards(3), 6U);
  EXPECT_EQ(search_shards(2000), 4000U);
  EXPECT_EQ(search_shards(100000), 16384U);
  EXPECT_EQ(search_shard_name(0), "p/0");
  EXPECT_EQ(search_shard_name(12), "p/12");
}

}  // namespace
}  // namespace gongshi
