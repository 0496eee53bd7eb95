#include "sheets/written_date.hpp"

#include <vector>

#include "model/date.hpp"

namespace gongshi {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What may stand behind the year, the month and the day.
constexpr std::string_view kWords[] = {"年", "月", "日"};

}  // namespace

std::optional<std::string> written_date(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    const std::size_t place = parts.size();
    const bool fits = place == 0 ? digits == 4 : digits == 1 || digits == 2;
    if (!fits || place == std::size(kWords)) return std::nullopt;
    const std::string part(text.substr(0, digits));
    parts.push_back(part.size() == 1 ? "0" + part : part);
    text.remove_prefix(digits);
    if (text.starts_with(kWords[place])) {
      text.remove_prefix(kWords[place].size());
    } else if (!text.empty()) {
      if (std::string_view(".-/").find(text.front()) == std::string_view::npos || text.size() == 1)
        return std::nullopt;
      text.remove_prefix(1);
    }
  }
  if (parts.size() < 2) return std::nullopt;
  std::string date = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) date += "-" + parts[i];
  return parse_date(date) ? std::optional(date) : std::nullopt;
}

}  // namespace gongshi
