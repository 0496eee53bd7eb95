#include "text/nearest_name.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "text/utf8.hpp"

namespace gongshi {
namespace {

std::u32string characters(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const Character c = character_at(text, offset);
    out.push_back(c.code);
    offset += c.length;
  }
  return out;
}

// Optimal string alignment distance, three rows.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> known) {
  const std::u32string wanted = characters(typed);
  std::string_view best;
  std::size_t best_distance = 0;
  for (const std::string_view name : known) {
    const std::u32string candidate = characters(name);
    const std::size_t allowed = std::max<std::size_t>(1, std::max(wanted.size(), candidate.size()) / 3);
    const std::size_t distance = edit_distance(wanted, candidate);
    if (distance > allowed || distance >= std::max(wanted.size(), candidate.size())) continue;
    if (best.empty() || distance < best_distance) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace gongshi
