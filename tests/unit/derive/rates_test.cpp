// Rounding, digits, claims and reported rates, with the reference values of the specification.
#include "derive/rates.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

Scaled written(const char* text) {
  Decimal number;
  number.text = text;
  return *scaled(number);
}
std::string rounded(std::int64_t x, std::int64_t n, int d) { return decimal_text(rate(x, n, d), d); }
std::string behind(const char* reported, std::int64_t n) {
  const auto range = people_behind(written(reported), n);
  return range ? std::to_string(range->low) + "-" + std::to_string(range->high) : "none";
}

TEST(Rates, NumbersAreReadAsWritten) {
  EXPECT_EQ(written("97").decimals, 0);
  EXPECT_EQ(written("97.0").decimals, 1);
  EXPECT_EQ(written("96.97").value, 9697);
  Decimal number;
  EXPECT_FALSE(scaled(number));
  for (const char* refused : {"-1", "1.0123456789", "12345678"}) {
    number.text = refused;
    EXPECT_FALSE(scaled(number)) << refused;
  }
}

TEST(Rates, TextOfADecimal) {
  EXPECT_EQ(decimal_text(9697, 2), "96.97");
  EXPECT_EQ(decimal_text(5, 2), "0.05");
  EXPECT_EQ(decimal_text(97, 0), "97");
  EXPECT_EQ(decimal_text(-35, 1), "-3.5");
}

TEST(Rates, RoundHalfUpOnce) {
  EXPECT_EQ(rounded(224, 231, 2), "96.97");
  EXPECT_EQ(rounded(224, 231, 1), "97.0");
  EXPECT_EQ(rounded(49, 58, 0), "84");  // 84.48: never 84.5 and then 85
  EXPECT_EQ(rounded(1, 8, 0), "13");    // 12.5, where half to even would say 12
  EXPECT_EQ(rounded(1, 200, 0), "1");
  EXPECT_EQ(rate_down(224, 240, 2), 9333);
  EXPECT_EQ(rate_up(233, 240, 2), 9709);
  EXPECT_EQ(rate_up(120, 240, 2), 5000);
}

TEST(Rates, DigitsFollowTheBase) {
  EXPECT_EQ(rate_digits(1), 0);
  EXPECT_EQ(rate_digits(199), 0);
  EXPECT_EQ(rate_digits(200), 1);
  EXPECT_EQ(rate_digits(1999), 1);
  EXPECT_EQ(rate_digits(2000), 2);
  EXPECT_EQ(rate_digits(19999), 2);
  EXPECT_EQ(rate_digits(20000), 3);
}

TEST(Rates, OneWhoDiffersNeverRoundsAway) {
  for (std::int64_t n = 2; n <= 25'000; ++n) {
    const int d = rate_digits(n);
    std::int64_t whole = 100;
    for (int i = 0; i < d; ++i) whole *= 10;
    ASSERT_LT(rate(n - 1, n, d), whole) << n;
    ASSERT_GT(rate(1, n, d), 0) << n;
  }
}

TEST(Rates, ThresholdsCompareUnrounded) {
  EXPECT_EQ(rounded(1692, 1991, 1), "85.0");
  EXPECT_TRUE(is_below(1692, 1991, 85));
  EXPECT_FALSE(is_below(85, 100, 85));
}

TEST(Claims, AreTrueToTheirOwnDecimals) {
  EXPECT_TRUE(bears_out(ClaimWord::exact, written("97"), 224, 231));
  EXPECT_TRUE(bears_out(ClaimWord::exact, written("97.0"), 224, 231));
  EXPECT_TRUE(bears_out(ClaimWord::exact, written("96.97"), 224, 231));
  EXPECT_FALSE(bears_out(ClaimWord::exact, written("97.5"), 224, 231));
  EXPECT_FALSE(bears_out(ClaimWord::exact, written("96.9"), 224, 231));
  // A tie may go either way.
  EXPECT_TRUE(bears_out(ClaimWord::exact, written("12"), 1, 8));
  EXPECT_TRUE(bears_out(ClaimWord::exact, written("13"), 1, 8));
}

TEST(Claims, AllAndNothingOnlyWhereExact) {
  EXPECT_FALSE(bears_out(ClaimWord::exact, written("100"), 1680, 1687));
  EXPECT_FALSE(bears_out(ClaimWord::exact, written("100.0"), 9999, 10000));
  EXPECT_TRUE(bears_out(ClaimWord::exact, written("100"), 128, 128));
  EXPECT_FALSE(bears_out(ClaimWord::exact, written("0"), 1, 1000));
  EXPECT_TRUE(bears_out(ClaimWord::exact, written("0"), 0, 1000));
  EXPECT_TRUE(bears_out(ClaimWord::exact, written("99.6"), 1680, 1687));
  EXPECT_TRUE(bears_out(ClaimWord::more_than, written("99"), 1680, 1687));
}

TEST(Claims, WordsBesideTheNumber) {
  EXPECT_TRUE(bears_out(ClaimWord::at_least, written("85"), 85, 100));
  EXPECT_FALSE(bears_out(ClaimWord::more_than, written("85"), 85, 100));
  EXPECT_TRUE(bears_out(ClaimWord::more_than, written("85"), 86, 100));
  EXPECT_TRUE(bears_out(ClaimWord::nearly, written("85"), 84, 100));
  EXPECT_FALSE(bears_out(ClaimWord::nearly, written("85"), 85, 100));
  EXPECT_FALSE(bears_out(ClaimWord::nearly, written("85"), 83, 100));
  EXPECT_TRUE(bears_out(ClaimWord::about, written("85"), 86, 100));
  EXPECT_FALSE(bears_out(ClaimWord::about, written("85"), 87, 100));
}

TEST(Claims, TheWordIsReadNextToTheNumber) {
  const auto word = [](const char* text) {
    Claim claim;
    claim.rate.text = "97.5";
    claim.text = text;
    return claim_word(claim);
  };
  EXPECT_EQ(word("满意率97.5%"), ClaimWord::exact);
  EXPECT_EQ(word("满意率达到 97.5 % 以上"), ClaimWord::at_least);
  EXPECT_EQ(word("满意率不低于97.5%"), ClaimWord::at_least);
  EXPECT_EQ(word("满意率超过 97.5 %"), ClaimWord::more_than);
  EXPECT_EQ(word("将近百分之97.5"), ClaimWord::nearly);
  EXPECT_EQ(word("97.5%左右"), ClaimWord::about);
  EXPECT_EQ(word("最近一次满意率 97.5 %"), ClaimWord::exact);
  Claim bound;
  bound.rate.text = "97.5";
  bound.text = "超过97.5%";
  bound.bound = Bound::exact;
  EXPECT_EQ(claim_word(bound), ClaimWord::exact);
  bound.bound = Bound::at_least;
  EXPECT_EQ(claim_word(bound), ClaimWord::at_least);
}

TEST(ReportedRates, PeopleBehindThem) {
  EXPECT_EQ(behind("100", 128), "128-128");
  EXPECT_EQ(behind("99", 1687), "1662-1678");
  EXPECT_EQ(behind("99.0", 1687), "1670-1670");
  EXPECT_EQ(behind("99", 128), "127-127");
  EXPECT_EQ(behind("98", 90), "88-88");
  EXPECT_EQ(behind("94", 16), "15-15");
  EXPECT_EQ(behind("0", 50), "0-0");
}

TEST(ReportedRates, SomeNoNumberOfPeopleGives) {
  EXPECT_EQ(behind("95", 17), "none");
  EXPECT_EQ(behind("99", 30), "none");
  EXPECT_EQ(behind("99.00", 1687), "none");
  EXPECT_EQ(behind("101", 30), "none");
}

TEST(ReportedRates, TheRangeIsWhatARateCanBeRoundedFrom) {
  for (std::int64_t n = 1; n <= 60; ++n) {
    for (int tenths = 0; tenths <= 1000; ++tenths) {
      const Scaled reported{tenths, 1};
      const auto range = people_behind(reported, n);
      for (std::int64_t x = 0; x <= n; ++x) {
        ASSERT_EQ(range && range->low <= x && x <= range->high, bears_out(ClaimWord::exact, reported, x, n))
            << x << " of " << n << ", " << tenths;
      }
    }
  }
}

}  // namespace
}  // namespace gongshi
