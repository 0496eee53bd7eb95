// The help of the program and of each command, made of the tables of commands, options, examples and
// exit statuses.
#pragma once

#include <string>

#include "cli/commands.hpp"

namespace gongshi {

/// All commands, a line each, and the exit statuses.
std::string help_text(Language language);

/// One command: how it is written, its options, examples.
std::string help_text(const Command& command, Language language);

/// What the program is, in one line.
std::string_view program_line(Language language);

/// "gongshi explain [CODE] [OPTION…]" without the options.
std::string synopsis(const Command& command);

}  // namespace gongshi
