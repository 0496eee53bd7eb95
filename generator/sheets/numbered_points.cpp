#include "sheets/numbered_points.hpp"

#include "sheets/cell_values.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kChinese[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
constexpr std::string_view kCircled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"};

// How offices write the number of a point: each way with all its marks.
std::vector<std::vector<std::string>> ways_to_number(std::size_t number) {
  const std::string digits = std::to_string(number);
  std::vector<std::vector<std::string>> ways = {{digits + ".", digits + "．"},
                                                {digits + "、"},
                                                {"（" + digits + "）", "(" + digits + ")"},
                                                {digits + "）", digits + ")"}};
  if (number <= std::size(kChinese)) {
    const std::string word(kChinese[number - 1]);
    ways.push_back({word + "、"});
    ways.push_back({"（" + word + "）", "(" + word + ")"});
    ways.push_back({std::string(kCircled[number - 1])});
  } else {
    ways.resize(7);
  }
  return ways;
}

/// Where a number stands, and where its point begins.
struct Mark {
  std::size_t at = std::string_view::npos;
  std::size_t behind = 0;
};

// Is there a line break in the blanks at the end?
bool has_line_break(std::string_view text) {
  const std::size_t last = text.find_last_of("\r\n");
  return last != std::string_view::npos && without_blanks(text.substr(last)).empty();
}

// At `from` for the first, behind a line break or what ends a sentence for the others.
Mark find_number(std::string_view text, std::size_t from, std::size_t number, std::size_t way) {
  Mark first;
  const std::vector<std::string> marks = ways_to_number(number)[way];
  for (const std::string& mark : marks) {
    for (std::size_t at = text.find(mark, from); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      const std::string_view before = without_blanks(text.substr(0, at));
      const bool opens = before.empty() || has_line_break(text.substr(0, at)) || before.ends_with("。") ||
                         before.ends_with("；") || before.ends_with(";") || before.ends_with(".");
      const bool decimal = mark.ends_with('.') && at + mark.size() < text.size() &&
                           text[at + mark.size()] >= '0' && text[at + mark.size()] <= '9';
      if (!opens || decimal) continue;
      if (at < first.at) first = {at, at + mark.size()};
      break;
    }
  }
  return first;
}

}  // namespace

std::vector<std::string> numbered_points(std::string_view text) {
  text = without_blanks(text);
  for (std::size_t way = 0; way < ways_to_number(1).size(); ++way) {
    Mark mark = find_number(text, 0, 1, way);
    if (mark.at != 0) continue;
    std::vector<std::string> points;
    for (std::size_t number = 2;; ++number) {
      const Mark next = find_number(text, mark.behind, number, way);
      const std::size_t end = std::min(next.at, text.size());
      points.emplace_back(without_blanks(text.substr(mark.behind, end - mark.behind)));
      if (next.at == std::string_view::npos) break;
      mark = next;
    }
    if (points.size() > 1) return points;
  }
  return {std::string(text)};
}

}  // namespace gongshi
