// What a command is typed like, for its help and the manual page.
#pragma once

#include <vector>

#include "diagnostics/message.hpp"

namespace gongshi {

struct Example {
  std::string_view command;
  std::string_view line;  ///< what is typed
  Bilingual about;
};

/// At least one for each command.
std::vector<Example> examples_of(std::string_view command);

}  // namespace gongshi
