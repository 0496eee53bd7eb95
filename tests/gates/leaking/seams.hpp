// Where this program differs from the real one. Each seam is a function of the program; the linker (--wrap,
// see seams.cmake) gives every caller the one called `instead`, which may call the one called `real`. Their
// names in seams.txt are those of the C++ ABI that GCC and Clang share; a member function is one whose
// first parameter is the object.
#pragma once

#include <string_view>

#define REAL(seam) __asm__("__real_" seam)
#define INSTEAD(seam) __asm__("__wrap_" seam)

namespace gongshi {

/// Which leak the environment asks for (GONGSHI_LEAK); empty for none.
std::string_view chosen_leak();

/// Is this gate switched off (GONGSHI_GATES_OFF, names with blanks between them)?
bool is_off(std::string_view gate);

}  // namespace gongshi
