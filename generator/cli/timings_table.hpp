// What --timings prints: a line for each step of a build, and their sum.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "pipeline/stage_times.hpp"

namespace gongshi {

/// Seconds by the clock and of the processor, with three decimals; lines end in a line feed.
std::string timings_table(const StageTimes& times, Language language);

}  // namespace gongshi
