// The table of messages as a whole: complete in both languages, codes unique and well formed.
#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/messages.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

// The numbers in {n} of `text`.
std::set<char> placeholders(std::string_view text) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}' && std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0) {
      found.insert(text[i + 1]);
    }
  }
  return found;
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (is_cjk(c.code)) return true;
    at += c.length;
  }
  return false;
}

// The words of a message, each with the name of its part.
std::vector<std::pair<std::string, Bilingual>> parts(const Message& message) {
  return {
      {"rule", message.rule}, {"text", message.text}, {"cure", message.cure}, {"related", message.related}};
}

// Calls `check` with every message; a failure names the code.
void each_message(void (*check)(const Message&)) {
  for (const Message* message : kMessages) {
    SCOPED_TRACE(message->code);
    check(*message);
  }
}

TEST(EveryMessage, CodeIsKebabCase) {
  each_message([](const Message& message) {
    const std::string_view code = message.code;
    ASSERT_FALSE(code.empty());
    EXPECT_EQ(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos);
    EXPECT_NE(code.front(), '-');
    EXPECT_EQ(code.find("--"), std::string_view::npos);
    EXPECT_TRUE(code.back() != '-' || code == "missing-") << "only missing- is completed by a suffix";
  });
}

TEST(EveryMessage, HasRuleTextAndCureInBothLanguages) {
  each_message([](const Message& message) {
    for (const auto& [part, words] : parts(message)) {
      if (part == "related") continue;
      EXPECT_FALSE(words.zh.empty()) << part;
      EXPECT_FALSE(words.en.empty()) << part;
    }
    EXPECT_EQ(message.related.zh.empty(), message.related.en.empty());
  });
}

TEST(EveryMessage, SamePlaceholdersInBothLanguages) {
  each_message([](const Message& message) {
    for (const auto& [part, words] : parts(message)) {
      EXPECT_EQ(placeholders(words.zh), placeholders(words.en)) << part;
    }
  });
}

TEST(EveryMessage, PlaceholdersHaveNoGaps) {
  each_message([](const Message& message) {
    std::set<char> used;
    for (const auto& [part, words] : parts(message)) used.merge(placeholders(words.zh));
    char next = '1';
    for (const char number : used) EXPECT_EQ(number, next++);
  });
}

TEST(EveryMessage, RuleIsASentenceWithoutPlaceholders) {
  each_message([](const Message& message) {
    const Bilingual rule = message.rule;
    EXPECT_TRUE(placeholders(rule.zh).empty());
    EXPECT_TRUE(rule.zh.ends_with("。")) << rule.zh;
    EXPECT_TRUE(rule.en.ends_with(".")) << rule.en;
  });
}

TEST(EveryMessage, CureIsASentence) {
  each_message([](const Message& message) {
    const Bilingual cure = message.cure;
    EXPECT_TRUE(cure.zh.ends_with("。")) << cure.zh;
    EXPECT_TRUE(cure.en.ends_with(".")) << cure.en;
  });
}

TEST(EveryMessage, EachLanguageIsItself) {
  each_message([](const Message& message) {
    for (const auto& [part, words] : parts(message)) {
      EXPECT_EQ(first_invalid_utf8(words.zh), std::nullopt) << part;
      EXPECT_EQ(words.zh.find('\n'), std::string_view::npos) << part;
      EXPECT_EQ(words.en.find('\n'), std::string_view::npos) << part;
      EXPECT_FALSE(has_han(words.en)) << part << ": " << words.en;
      if (!words.zh.empty()) {
        EXPECT_TRUE(has_han(words.zh)) << part << ": " << words.zh;
      }
    }
  });
}

TEST(Messages, CodesAreUnique) {
  std::set<std::string_view> codes;
  for (const Message* message : kMessages) EXPECT_TRUE(codes.insert(message->code).second) << message->code;
}

TEST(Messages, FoundByCode) {
  for (const Message* message : kMessages) EXPECT_EQ(find_message(message->code), message);
  EXPECT_EQ(find_message("no-such-code"), nullptr);
  EXPECT_EQ(find_message(""), nullptr);
  EXPECT_EQ(&Code("bad-date").message(), find_message("bad-date"));
}

TEST(Bilingual, ByLanguage) {
  constexpr Bilingual kWords{"甲", "a"};
  EXPECT_EQ(kWords.in(Language::zh), "甲");
  EXPECT_EQ(kWords.in(Language::en), "a");
}

}  // namespace
}  // namespace gongshi
