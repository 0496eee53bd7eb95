// A file's bytes as a web server may hand them out, and as an archive holds them. The one place that includes
// libdeflate and Brotli.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

/// RFC 1952, without name or time. Same bytes, same result. Throws std::bad_alloc.
std::string gzip(std::string_view bytes);

struct Inflated {
  std::string bytes;
  std::size_t used = 0;  ///< of the packed bytes: there may be more behind
};
/// Undoes RFC 1951, if that gives as many bytes as `size`; nothing if it does not, or `packed` is damaged.
/// Throws std::bad_alloc.
std::optional<Inflated> inflate(std::string_view packed, std::size_t size);

/// The checksum of gzip and zip (CRC-32 of ISO 3309).
std::uint32_t crc32(std::string_view bytes);

/// RFC 7932. Same bytes, same result. Throws std::bad_alloc.
std::string brotli(std::string_view bytes);

}  // namespace gongshi
