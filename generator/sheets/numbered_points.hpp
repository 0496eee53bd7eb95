// Several points in one cell: 1. … 2. … or （一）… （二）….
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// The points without their numbers, if the text begins with the first number and they follow each other;
/// else the whole text as the only one.
std::vector<std::string> numbered_points(std::string_view text);

}  // namespace gongshi
