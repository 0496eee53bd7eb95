// How much text the link references of a body would grow to. The parser copies the address of
// [label]: address into every use of the label, so that 62 KB can become 125 MB.
#pragma once

#include <cstddef>
#include <string_view>

namespace gongshi {

/// An upper bound, in bytes, of what the uses of all references of `body` expand to. Linear.
std::size_t reference_expansion(std::string_view body);

}  // namespace gongshi
