// Completion scripts for shells, made of the tables of commands and options: commands, options, the
// fixed values of both, files and folders elsewhere.
#pragma once

#include <string>

#include "cli/commands.hpp"

namespace gongshi {

/// For bash, zsh or fish; empty for another shell. Descriptions are in `language`.
std::string completion_script(std::string_view shell, Language language);

}  // namespace gongshi
