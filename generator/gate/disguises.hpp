// The other byte strings that a text may be in a file as: what no reading of UTF-8 would show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// `text` in UTF-16 (both orders), in GB18030 where that differs, and the part of its Base64 that is the
/// same whatever stands around it, for each of the three offsets (in the alphabets of RFC 4648 sections 4
/// and 5).
std::vector<std::string> disguises_of(std::string_view text);

}  // namespace gongshi
