// What was parsed once is not parsed again, and comes back as the same tree with the same places, whatever
// has become of the bytes that were kept.
#include "parse/parse_cache.hpp"

#include <gtest/gtest.h>

#include "parse/kept_tree.hpp"
#include "unit/parse/parsed.hpp"

namespace gongshi {
namespace {

using testing::shown;

constexpr std::string_view kText =
    "# 注\ntitle: '甲'\nempty:\nlist: [1, {a: b}, []]\nlong: |\n  一\n  二\nkeys: {x: {}, y: ~}\n";

// Every value with its place, in order.
std::string places(const Document::Node& node) {
  std::string out = std::to_string(node.position().file) + ":" + std::to_string(node.position().offset) + " ";
  for (auto child = node.first(); child.valid(); child = child.next()) out += places(child);
  return out;
}

std::string whole(const std::optional<Document>& document) {
  return document ? shown(document->root()) + " " + places(document->root()) : "nothing";
}

std::string parsed(ParseCache& cache, std::string_view text, Position start = {0, 0}) {
  Diagnostics diagnostics;
  return whole(cache.parse(text, start, diagnostics));
}

std::string freshly_parsed(std::string_view text, Position start = {0, 0}) {
  Diagnostics diagnostics;
  return whole(parse_yaml(text, start, diagnostics));
}

std::string kept_of(std::initializer_list<std::string_view> texts) {
  ParseCache cache("", "maker");
  for (const std::string_view text : texts) parsed(cache, text);
  return cache.kept();
}

TEST(KeptTree, ComesBackAsItWas) {
  Diagnostics diagnostics;
  const auto document = parse_yaml(kText, {3, 100}, diagnostics);
  const std::string bytes = bytes_of_tree(*document, {3, 100});
  EXPECT_EQ(whole(tree_of_bytes(bytes, {3, 100})), whole(document));
  EXPECT_EQ(whole(tree_of_bytes(bytes, {7, 5})), freshly_parsed(kText, {7, 5}));
}

TEST(KeptTree, OnlyWholeTreesComeBack) {
  Diagnostics diagnostics;
  const std::string bytes = bytes_of_tree(*parse_yaml(kText, {0, 0}, diagnostics), {0, 0});
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(tree_of_bytes(bytes.substr(0, length), {0, 0})) << length;
  EXPECT_FALSE(tree_of_bytes(bytes + "x", {0, 0}));
}

TEST(ParseCache, SparesParsingAndChangesNothing) {
  ParseCache first("", "maker");
  EXPECT_EQ(parsed(first, kText, {2, 30}), freshly_parsed(kText, {2, 30}));
  EXPECT_TRUE(first.changed());
  ParseCache second(first.kept(), "maker");
  EXPECT_EQ(parsed(second, kText, {5, 0}), freshly_parsed(kText, {5, 0}));
  EXPECT_FALSE(second.changed());
  EXPECT_EQ(second.kept(), first.kept());
}

TEST(ParseCache, WhatIsKeptIsUsed) {
  const std::string one = kept_of({"a: 1\n"});
  ParseCache cache(one, "maker");
  EXPECT_EQ(parsed(cache, "a: 1\n"), freshly_parsed("a: 1\n"));
  EXPECT_FALSE(cache.changed());
}

TEST(ParseCache, TextsWithErrorsAreParsedEachTime) {
  ParseCache first("", "maker");
  EXPECT_EQ(parsed(first, "a: 1\na: 2\n"), "nothing");
  EXPECT_FALSE(first.changed());
  Diagnostics diagnostics;
  ParseCache second(first.kept(), "maker");
  EXPECT_FALSE(second.parse("a: 1\na: 2\n", {0, 0}, diagnostics));
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(ParseCache, WhatNoOneAskedForGoes) {
  ParseCache cache(kept_of({"a: 1\n", "b: 2\n"}), "maker");
  parsed(cache, "b: 2\n");
  EXPECT_TRUE(cache.changed());
  EXPECT_EQ(cache.kept(), kept_of({"b: 2\n"}));
}

TEST(ParseCache, TheOrderOfParsingDoesNotShow) {
  EXPECT_EQ(kept_of({"a: 1\n", "b: 2\n", "c: 3\n"}), kept_of({"c: 3\n", "b: 2\n", "a: 1\n"}));
}

TEST(ParseCache, OfAnotherMakerNothingIsUsed) {
  ParseCache cache(kept_of({"a: 1\n"}), "another");
  parsed(cache, "a: 1\n");
  EXPECT_TRUE(cache.changed());
}

// Every byte changed, every length cut off, and what is no cache at all.
TEST(ParseCache, DamageCostsTimeAndNothingElse) {
  const std::string whole_cache = kept_of({kText, "a: 1\n"});
  const auto survives = [&](const std::string& kept) {
    ParseCache cache(kept, "maker");
    EXPECT_EQ(parsed(cache, kText), freshly_parsed(kText));
    EXPECT_EQ(parsed(cache, "a: 1\n"), freshly_parsed("a: 1\n"));
    EXPECT_EQ(cache.kept(), whole_cache);
  };
  for (std::size_t at = 0; at < whole_cache.size(); ++at) {
    for (const char change : {'\x01', '\x80', '\xFF'}) {
      std::string damaged = whole_cache;
      damaged[at] = static_cast<char>(damaged[at] ^ change);
      survives(damaged);
    }
    survives(whole_cache.substr(0, at));
  }
  for (const char* other : {"", "\n", "gongshi trees", "gongshi trees maker\n", "title: 甲\n"})
    survives(other);
  survives(whole_cache + whole_cache);
  survives(whole_cache + std::string(1000, '\0'));
}

}  // namespace
}  // namespace gongshi
