#include "views/stacked_bar.hpp"

#include <numeric>

#include "text/html_escape.hpp"

namespace gongshi {
namespace {

constexpr std::int64_t kWidth = 6400;  // of the drawing, in hundredths of its own units
constexpr int kHeight = 40;

/// A hundredth-exact number for an SVG attribute.
std::string hundredths(std::int64_t value) {
  std::string digits = std::to_string(value % 100);
  if (digits.size() < 2) digits.insert(0, "0");
  return std::to_string(value / 100) + "." + digits;
}

}  // namespace

Html stacked_bar(const std::vector<BarPart>& parts, const std::string& label) {
  const std::int64_t whole =
      std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                      [](std::int64_t sum, const BarPart& part) { return sum + part.count; });
  if (whole <= 0) return {};
  std::string svg = R"(<svg class="bar" viewBox="0 0 64 4" preserveAspectRatio="none" height=")" +
                    std::to_string(kHeight) + R"(" role="img" aria-label=")" + escape_html(label) + "\">";
  std::int64_t before = 0;
  for (const BarPart& part : parts) {
    if (part.count == 0) continue;
    const std::int64_t from = kWidth * before / whole;
    before += part.count;
    const std::int64_t to = kWidth * before / whole;
    svg += R"(<rect class="part-)" + escape_html(part.key) + R"(" x=")" + hundredths(from) +
           R"(" y="0" width=")" + hundredths(to - from) + R"(" height="4"/>)";
  }
  return {svg + "</svg>"};
}

std::string share_text(std::int64_t count, std::int64_t whole) {
  const std::int64_t tenths = (2000 * count + whole) / (2 * whole);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

}  // namespace gongshi
