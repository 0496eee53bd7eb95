// SHA-256 of bytes as lower-case hex. The one place that includes OpenSSL.
#pragma once

#include <string>
#include <string_view>

namespace gongshi {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace gongshi
