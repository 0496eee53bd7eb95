#include "views/stacked_bar.hpp"

#include <numeric>

#include "text/html_escape.hpp"

namespace gongshi {
namespace {

constexpr std::int64_t kWidth = 10000;  // of the drawing, in hundredths of a percent

std::int64_t sum_of(const std::vector<BarPart>& parts) {
  return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                         [](std::int64_t sum, const BarPart& part) { return sum + part.count; });
}

/// A percentage for an SVG attribute, exact to the hundredth.
std::string percent(std::int64_t hundredths) {
  std::string digits = std::to_string(hundredths % 100);
  if (digits.size() < 2) digits.insert(0, "0");
  return std::to_string(hundredths / 100) + "." + digits + "%";
}

// The parts one after the other from `origin`, in hundredths of a percent; `scale` is what fills the drawing.
// Each is a drawing of its own, so that the stylesheet can inset its outline by whole pixels.
std::string draw(const std::vector<BarPart>& parts, std::int64_t scale, std::int64_t origin = 0) {
  std::string svg;
  std::int64_t before = 0;
  for (const BarPart& part : parts) {
    if (part.count == 0) continue;
    const std::int64_t from = origin + kWidth * before / scale;
    before += part.count;
    const std::int64_t to = origin + kWidth * before / scale;
    svg += R"(<svg class="part-)" + escape_html(part.key) + R"(" x=")" + percent(from) + R"(" width=")" +
           percent(to - from) + R"("><rect width="100%" height="100%"/></svg>)";
  }
  return svg;
}

std::string opening(std::string_view classes, const std::string& label) {
  return R"(<svg class=")" + std::string(classes) + R"(" width="100%" role="img" aria-label=")" +
         escape_html(label) + "\">";
}

}  // namespace

Html stacked_bar(const std::vector<BarPart>& parts, const std::string& label) {
  const std::int64_t whole = sum_of(parts);
  if (whole <= 0) return {};
  return {opening("bar", label) + draw(parts, whole) + "</svg>"};
}

Html scaled_bar(const std::vector<BarPart>& parts, const std::string& label, std::int64_t scale) {
  if (sum_of(parts) <= 0) return {};
  return {opening("bar small", label) + draw(parts, scale) + "</svg>"};
}

Html diverging_bar(const std::vector<BarPart>& parts, std::size_t positive, const std::string& label) {
  const std::int64_t whole = sum_of(parts);
  if (whole <= 0) return {};
  const auto middle = parts.begin() + static_cast<std::ptrdiff_t>(positive);
  const std::int64_t left = kWidth / 2 - kWidth * sum_of({parts.begin(), middle}) / (2 * whole);
  return {opening("bar", label) + draw(parts, 2 * whole, left) +
          R"(<line x1="50%" x2="50%" y1="0" y2="100%"/></svg>)"};
}

std::string share_text(std::int64_t count, std::int64_t whole) {
  const std::int64_t tenths = (2000 * count + whole) / (2 * whole);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

}  // namespace gongshi
