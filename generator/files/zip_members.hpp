// The files inside a zip archive in memory, which is what xlsx and docx are, read and written. The one place
// that includes libzip.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

struct ZipMember {
  std::string name;
  std::string bytes;
  std::string_view packed;  ///< what it was unpacked from, where it lies in the archive; empty if unknown
};

/// Do the bytes begin as those of a zip archive do?
bool is_zip(std::string_view bytes);

/// All files in the archive, in its order; it must outlive their `packed`. Nothing if it is damaged,
/// encrypted, or larger than any archive of ours once unpacked (a gigabyte, 100,000 members).
std::optional<std::vector<ZipMember>> read_zip(std::string_view bytes);

/// A member to be written: its bytes are made when their turn comes, and forgotten.
struct ZipPart {
  std::string name;
  std::uint64_t size = 0;  ///< of what `make` will return
  std::function<std::string()> make;
};

/// A day that all members bear, so that the archive does not tell when it was made. Years from 1980.
struct ZipDay {
  int year = 1980;
  int month = 1;
  int day = 1;
};

/// The bytes of an archive of these members in their order. Same members, same bytes, in every time zone.
/// Throws std::runtime_error if the library refuses.
std::string write_zip(const std::vector<ZipPart>& parts, ZipDay day);

}  // namespace gongshi
