// How much of a poll's result is shown at which level; the levels are those of derive/poll_table.hpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace gongshi {

inline constexpr std::uint8_t kShowsSize = 1;
inline constexpr std::uint8_t kShowsRate = 2;
inline constexpr std::uint8_t kShowsOptions = 3;

/// From which level on a result shows the field with this key, recorded or derived; 0 for what every result
/// shows.
std::uint8_t needs_level(std::string_view key);

}  // namespace gongshi
