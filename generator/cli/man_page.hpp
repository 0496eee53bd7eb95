// The manual page gongshi(1), made of the same tables as the help.
#pragma once

#include <string>

#include "diagnostics/message.hpp"

namespace gongshi {

/// As source of man(7).
std::string man_page(std::string_view version, Language language);

}  // namespace gongshi
