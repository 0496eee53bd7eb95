#include "model/next_id.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <vector>

namespace gongshi {
namespace {

// Initials of what offices call the kind, in the order of kKinds.
constexpr std::string_view kPrefixes[] = {"jd", "mb", "dw", "zq", "yj", "fa", "zg", "cp",
                                          "ht", "zd", "zr", "tb", "fk", "sm", "jr"};
static_assert(std::size(kPrefixes) == kKinds.size());

constexpr std::size_t kMostDigits = 9;

std::size_t start_of_number(std::string_view id) {
  std::size_t start = id.size();
  while (start > 0 && id[start - 1] >= '0' && id[start - 1] <= '9' && id.size() - start < kMostDigits)
    --start;
  return start;
}

std::string numbered(std::string_view prefix, std::int64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return std::string(prefix) + text;
}

}  // namespace

std::string next_id(std::span<const std::string> ids, Kind kind) {
  std::int64_t highest = -1;
  std::string_view of_highest;
  for (const std::string& id : ids) {
    const std::size_t start = start_of_number(id);
    if (start == id.size()) continue;
    std::int64_t number = 0;
    std::from_chars(id.data() + start, id.data() + id.size(), number);
    if (number <= highest) continue;
    highest = number;
    of_highest = id;
  }
  if (highest < 0) return numbered(std::string(kPrefixes[static_cast<std::size_t>(kind)]) + "-", 1, 3);
  const std::size_t start = start_of_number(of_highest);
  return numbered(of_highest.substr(0, start), highest + 1, of_highest.size() - start);
}

}  // namespace gongshi
