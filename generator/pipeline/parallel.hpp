// Spreads independent pieces of work over threads. The result is the same for any number of them,
// since each piece writes to a place of its own.
#pragma once

#include <cstddef>
#include <functional>

#include "publish/run_all.hpp"

namespace gongshi {

/// How many threads `jobs` means: 0 is one a core.
unsigned threads_of(unsigned jobs);

/// Calls `work(i)` for each i below `count` on up to `jobs` threads. An exception
/// stops the rest and is thrown again here: the one of the lowest index that failed.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

/// parallel_for() on so many threads, for whoever is given how to run its work.
RunAll run_on(unsigned jobs);

}  // namespace gongshi
