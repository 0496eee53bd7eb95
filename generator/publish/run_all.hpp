// Work on many things that may be spread over threads by whoever asks for it; its result is the same.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

namespace gongshi {

/// Calls `work(i)` for each i below `count`, in any order and perhaps at once.
using RunAll = std::function<void(std::size_t count, const std::function<void(std::size_t i)>& work)>;

inline void run_in_turn(std::size_t count, const std::function<void(std::size_t)>& work) {
  for (std::size_t i = 0; i < count; ++i) work(i);
}

/// What `work(from, to, place)` makes of each piece of `count` things, in their order whoever made it first.
/// A piece has so many that it is worth a thread's while.
template <class Made, class Work>
std::vector<Made> in_pieces(std::size_t count, const RunAll& run_all, Work work) {
  constexpr std::size_t kAtOnce = 256;
  std::vector<Made> made((count + kAtOnce - 1) / kAtOnce);
  run_all(made.size(),
          [&](std::size_t i) { work(i * kAtOnce, std::min(count, (i + 1) * kAtOnce), made[i]); });
  return made;
}

}  // namespace gongshi
