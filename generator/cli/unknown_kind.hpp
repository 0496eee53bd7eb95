// A record kind that was typed and is none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/site_request.hpp"

namespace gongshi {

/// `also` are names that the command takes besides those of kinds.
UsageMistake unknown_kind(const std::string& typed, const std::vector<std::string_view>& also);

}  // namespace gongshi
