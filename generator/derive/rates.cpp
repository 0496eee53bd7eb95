#include "derive/rates.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace gongshi {
namespace {

// Wide enough for any count times any power of ten used here.
__extension__ using Wide = __int128;

constexpr int kMaxDecimals = 9;
constexpr std::int64_t kMaxWhole = 1'000'000;

constexpr Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

// Of a ≥ 0 and b > 0.
constexpr Wide divided_up(Wide a, Wide b) { return (a + b - 1) / b; }

bool ends_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}
bool starts_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

std::optional<Scaled> scaled(const Decimal& number) {
  const std::string& text = number.text;
  if (text.empty() || text.front() == '-') return std::nullopt;
  Scaled result;
  bool in_fraction = false;
  for (const char c : text) {
    if (c == '.') {
      in_fraction = true;
      continue;
    }
    if (in_fraction && ++result.decimals > kMaxDecimals) return std::nullopt;
    if (!in_fraction && result.value >= kMaxWhole / 10) return std::nullopt;
    result.value = result.value * 10 + (c - '0');
  }
  return result;
}

std::string decimal_text(std::int64_t value, int decimals) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return (value < 0 ? "-" : "") + digits;
}

std::string plain_decimal(std::int64_t value, int decimals) {
  for (; decimals > 0 && value % 10 == 0; --decimals) value /= 10;
  return decimal_text(value, decimals);
}

int rate_digits(std::int64_t n) {
  int d = 0;
  while (d < kMaxDecimals && n >= 2 * power_of_ten(d + 2)) ++d;
  return d;
}

std::string rate_words(std::int64_t x, std::int64_t n) {
  if (n < kPercentBase) return std::to_string(x) + "/" + std::to_string(n);
  const int digits = rate_digits(n);
  return decimal_text(rate(x, n, digits), digits) + " %";
}

std::int64_t rate(std::int64_t x, std::int64_t n, int d) {
  return static_cast<std::int64_t>((Wide{2} * x * power_of_ten(d + 2) + n) / (2 * Wide{n}));
}

std::int64_t rate_down(std::int64_t x, std::int64_t n, int d) {
  return static_cast<std::int64_t>(x * power_of_ten(d + 2) / n);
}

std::int64_t rate_up(std::int64_t x, std::int64_t n, int d) {
  return static_cast<std::int64_t>(divided_up(x * power_of_ten(d + 2), n));
}

bool is_below(std::int64_t x, std::int64_t n, std::int64_t percent) {
  return Wide{100} * x < Wide{percent} * n;
}

ClaimWord claim_word(const Claim& claim) {
  if (claim.bound.given()) return claim.bound == Bound::at_least ? ClaimWord::at_least : ClaimWord::exact;
  const std::string_view text = claim.text;
  const std::size_t at = claim.rate.text.empty() ? std::string_view::npos : text.find(claim.rate.text);
  if (at == std::string_view::npos) return ClaimWord::exact;
  std::string_view before = text.substr(0, at);
  for (const std::string_view blank : {" ", "百分之"}) {
    if (before.ends_with(blank)) before.remove_suffix(blank.size());
  }
  std::string_view after = text.substr(at + claim.rate.text.size());
  for (const std::string_view unit : {" ", "%", "％", " "}) {
    if (after.starts_with(unit)) after.remove_prefix(unit.size());
  }
  if (ends_with_one_of(before, {"超过", "逾", "more than", "over"})) return ClaimWord::more_than;
  if (ends_with_one_of(before, {"不低于", "不少于", "at least"}) ||
      starts_with_one_of(after, {"以上", "or more"}))
    return ClaimWord::at_least;
  if (ends_with_one_of(before, {"近", "nearly", "almost"})) return ClaimWord::nearly;
  if (ends_with_one_of(before, {"约", "大约", "about"}) || starts_with_one_of(after, {"左右"}))
    return ClaimWord::about;
  return ClaimWord::exact;
}

bool bears_out(ClaimWord word, Scaled claimed, std::int64_t x, std::int64_t n) {
  const Wide whole = 100 * power_of_ten(claimed.decimals);
  const Wide counted = whole * x;
  const Wide stated = Wide{claimed.value} * n;
  const Wide apart = counted < stated ? stated - counted : counted - stated;
  switch (word) {
    case ClaimWord::at_least:
      return counted >= stated;
    case ClaimWord::more_than:
      return counted > stated;
    case ClaimWord::nearly:
      return stated - n <= counted && counted < stated;
    case ClaimWord::about:
      return apart <= n;
    case ClaimWord::exact:
      break;
  }
  if (claimed.value == whole) return x == n;
  if (claimed.value == 0) return x == 0;
  return 2 * apart <= n;
}

std::optional<CountRange> people_behind(Scaled reported, std::int64_t n) {
  const Wide whole = 100 * power_of_ten(reported.decimals);
  if (reported.value > whole) return std::nullopt;
  if (reported.value == whole) return CountRange{n, n};
  if (reported.value == 0) return CountRange{0, 0};
  const Wide twice = 2 * Wide{reported.value} * n;
  const Wide low = twice <= n ? Wide{0} : divided_up(twice - n, 2 * whole);
  const Wide high = (twice + n) / (2 * whole);
  // Nobody may not be called 0, nor all 100: those are said only where they are exact.
  const CountRange range{static_cast<std::int64_t>(std::max(low, Wide{1})),
                         static_cast<std::int64_t>(std::min(high, Wide{n} - 1))};
  if (range.low > range.high) return std::nullopt;
  return range;
}

}  // namespace gongshi
