// The other byte strings that a text may be in a file as: what no reading of UTF-8 would show.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// `text` in UTF-16 (both orders), and in GB18030 where that differs.
std::vector<std::string> encodings_of(std::string_view text);

/// What is the same in every Base64 of bytes that `text` is part of, for each of the three offsets it may
/// have in them, and in either alphabet of RFC 4648 (sections 4 and 5).
std::vector<std::string> base64_of(std::string_view text);

}  // namespace gongshi
