// Numbers as text, and what a browser reads of it.
#include "search/posting_list.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace gongshi {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::string text_of(const Numbers& numbers) {
  PostingList list;
  for (const std::uint32_t number : numbers) list.append(number);
  return list.text();
}

// As the search page has it.
Numbers read(const std::string& text) {
  Numbers all;
  std::uint32_t next = 0;
  std::uint32_t value = 0;
  for (const char c : text) {
    const auto digit = static_cast<std::uint32_t>(c - 33 - (c > 34 ? 1 : 0) - (c > 92 ? 1 : 0));
    value = value * 46 + digit % 46;
    if (digit >= 46) continue;
    next += value + 1;
    all.push_back(next - 1);
    value = 0;
  }
  return all;
}

TEST(PostingListTest, ShortAndNeverEscaped) {
  EXPECT_EQ(text_of({}), "");
  EXPECT_EQ(text_of({0}), "!");
  EXPECT_EQ(text_of({0, 1, 2}), "!!!");
  EXPECT_EQ(text_of({1}), "#");
  EXPECT_EQ(text_of({45}), "O");
  EXPECT_EQ(text_of({46}), "Q!");
  EXPECT_EQ(text_of({46 * 46 - 1}), "~O");
  EXPECT_EQ(text_of({46 * 46}), "QP!");
}

TEST(PostingListTest, ReadsAsItWasWritten) {
  Numbers numbers;
  for (std::uint32_t number = 0; number < 300000; number += 1 + number % 997 * (number % 13)) {
    numbers.push_back(number);
  }
  numbers.push_back(4000000000);
  const std::string text = text_of(numbers);
  EXPECT_EQ(read(text), numbers);
  EXPECT_EQ(text.find_first_of(" \"\\"), std::string::npos);
}

TEST(PostingListTest, TwiceIsOnce) { EXPECT_EQ(text_of({3, 3, 5, 5}), text_of({3, 5})); }

}  // namespace
}  // namespace gongshi
