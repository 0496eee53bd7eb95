// Numbers as pages print them.
#pragma once

#include <cstdint>
#include <string>

namespace gongshi {

/// 3741 as `3,741`: big numbers are read in threes. `number` is not negative.
std::string grouped(std::int64_t number);

}  // namespace gongshi
