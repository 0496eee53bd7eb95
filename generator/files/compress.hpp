// A file's bytes as a web server may hand them out. The one place that includes libdeflate and Brotli.
#pragma once

#include <string>
#include <string_view>

namespace gongshi {

/// RFC 1952, without name or time. Same bytes, same result. Throws std::bad_alloc.
std::string gzip(std::string_view bytes);

/// RFC 7932. Same bytes, same result. Throws std::bad_alloc.
std::string brotli(std::string_view bytes);

}  // namespace gongshi
