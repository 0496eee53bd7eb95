// The search for many patterns finds what a plain search for each of them finds.
#include "gate/pattern_search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <utility>

namespace gongshi {
namespace {

using Hits = std::vector<std::pair<std::size_t, std::size_t>>;

Hits plainly(const std::vector<std::string>& patterns, std::string_view text) {
  Hits hits;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    for (std::size_t at = text.find(patterns[i]); at != std::string_view::npos;
         at = text.find(patterns[i], at + 1))
      hits.emplace_back(i, at);
  }
  return hits;
}

Hits at_once(const std::vector<std::string>& patterns, std::string_view text) {
  GramCounts usual;
  usual.add(text.substr(0, text.size() / 2));
  Patterns all;
  for (std::size_t i = 0; i < patterns.size(); ++i)
    all.add(patterns[i], static_cast<std::uint32_t>(i), i % 5 == 0 ? nullptr : &usual);
  Hits hits;
  for (const PatternSearch::Hit& hit : PatternSearch(all).find(text))
    hits.emplace_back(hit.number, hit.offset);
  std::sort(hits.begin(), hits.end());
  // A place is told once for each of a pattern's grams that is looked at there.
  EXPECT_EQ(std::adjacent_find(hits.begin(), hits.end()), hits.end());
  return hits;
}

// Few letters make for many patterns that share their parts, overlap and repeat.
TEST(PatternSearch, FindsWhatAPlainSearchFinds) {
  std::mt19937 random(7);
  const auto text_of = [&](std::size_t length, char letters) {
    std::string text(length, 'a');
    for (char& c : text) c = static_cast<char>('a' + random() % static_cast<unsigned>(letters));
    return text;
  };
  for (int round = 0; round < 300; ++round) {
    const char letters = static_cast<char>(1 + round % 4);
    const std::string text = text_of(random() % 200, letters);
    std::vector<std::string> patterns;
    for (int i = 0; i < 40; ++i) {
      const std::size_t length = kShortestPattern + random() % 12;
      const bool taken = text.size() > length && i % 2 == 0;
      patterns.push_back(taken ? text.substr(random() % (text.size() - length), length)
                               : text_of(length, letters));
    }
    std::sort(patterns.begin(), patterns.end());
    patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
    ASSERT_EQ(at_once(patterns, text), plainly(patterns, text)) << text;
  }
}

TEST(PatternSearch, FindsAPatternWhereverItBegins) {
  const std::vector<std::string> patterns = {"12345678"};
  for (std::size_t before = 0; before < 12; ++before) {
    for (std::size_t after = 0; after < 12; ++after) {
      const std::string text = std::string(before, '.') + "12345678" + std::string(after, '.');
      EXPECT_EQ(at_once(patterns, text), (Hits{{0, before}}));
    }
  }
}

TEST(PatternSearch, RefusesWhatIsTooShort) { EXPECT_THROW(Patterns().add("1234567", 0), std::logic_error); }

TEST(PatternSearch, ForgetsWhatIsRemoved) {
  Patterns patterns;
  patterns.add("12345678", 0);
  patterns.add("23456789", 1);
  patterns.add("abcdefgh", 0);
  patterns.remove({true, false});
  const std::vector<PatternSearch::Hit> found = {{1, 1}};
  EXPECT_EQ(PatternSearch(patterns).find("123456789abcdefgh"), found);
  EXPECT_TRUE(PatternSearch().find("123456789abcdefgh").empty());
}

}  // namespace
}  // namespace gongshi
