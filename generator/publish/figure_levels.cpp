#include "publish/figure_levels.hpp"

#include <algorithm>
#include <iterator>

namespace gongshi {

std::uint8_t needs_level(std::string_view key) {
  constexpr std::string_view kOfOptions[] = {"counts", "rest_not_published", "reported", "score"};
  constexpr std::string_view kOfRate[] = {"reported_rate", "bound", "satisfied", "rate", "low", "high"};
  constexpr std::string_view kOfSize[] = {"invited", "issued", "returned", "void", "valid", "participants"};
  const auto has = [&](const auto& keys) {
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
  };
  if (has(kOfOptions)) return kShowsOptions;
  if (has(kOfRate)) return kShowsRate;
  return has(kOfSize) ? kShowsSize : 0;
}

}  // namespace gongshi
