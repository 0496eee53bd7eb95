// Rates of whole people, in integers only: rounding, the number of digits, claims, and what a reported rate
// says of the people behind it. No floating point, so every machine and every reader's spreadsheet agrees.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/survey.hpp"

namespace gongshi {

/// A decimal number as whole units of 10^-decimals: 96.97 is {9697, 2}.
struct Scaled {
  std::int64_t value = 0;
  int decimals = 0;
};
/// Nothing if it is absent or negative, has more than nine decimals, or is 10^6 and more.
std::optional<Scaled> scaled(const Decimal& number);

/// `value` in units of 10^-decimals as text: (9697, 2) is 96.97.
std::string decimal_text(std::int64_t value, int decimals);

/// The same without zeros at the end of its decimals.
std::string plain_decimal(std::int64_t value, int decimals);

/// How many decimals a percentage of `n` people has, the fewest with n < 2·10^(d+2): then a single one
/// who differs never rounds to 100 % or 0 %. At most nine.
int rate_digits(std::int64_t n);

/// Below this base pages name people, not a percentage.
inline constexpr std::int64_t kPercentBase = 20;

/// x of n for a page: `97.0 %`, or `15/16` below that base. 0 < n.
std::string rate_words(std::int64_t x, std::int64_t n);

/// 100·x/n in units of 10^-d percent, rounded half up: floor((2·x·10^(d+2) + n) / 2n). 0 ≤ x, 0 < n.
std::int64_t rate(std::int64_t x, std::int64_t n, int d);
/// The same rounded down, and up.
std::int64_t rate_down(std::int64_t x, std::int64_t n, int d);
std::int64_t rate_up(std::int64_t x, std::int64_t n, int d);

/// Is x of n below `percent`, compared unrounded: 100·x < percent·n?
bool is_below(std::int64_t x, std::int64_t n, std::int64_t percent);

/// What the words beside a claimed rate make of it. 以上 and 不低于 include the number (Civil Code, article
/// 1259), 超过 and 逾 do not; 近 is up to one unit of the last digit below, 约 one unit either way.
enum class ClaimWord : std::uint8_t { exact, at_least, more_than, nearly, about };
/// By its `bound`, else by the words that stand next to the number in its text.
ClaimWord claim_word(const Claim& claim);

/// Does x of n bear out the claim? Exactly: rounded to the claim's own decimals it is the claim, whichever
/// way ties go; 100 and 0 only where they are exact. 0 < n.
bool bears_out(ClaimWord word, Scaled claimed, std::int64_t x, std::int64_t n);

struct CountRange {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
/// How many of n people can stand behind a rate reported as `reported` percent, if it is of them all and
/// rounded; nothing if no number of people gives it. 0 < n.
std::optional<CountRange> people_behind(Scaled reported, std::int64_t n);

}  // namespace gongshi
