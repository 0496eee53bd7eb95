// SHA-256 of bytes, as they are or as lower-case hex. The one place that includes OpenSSL.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gongshi {

inline constexpr std::size_t kSha256Bytes = 32;

std::string sha256(std::string_view bytes);

/// The same as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace gongshi
