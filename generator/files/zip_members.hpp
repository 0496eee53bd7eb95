// The files inside a zip archive in memory, which is what xlsx and docx are. The one place that includes
// libzip to read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

struct ZipMember {
  std::string name;
  std::string bytes;
};

/// Do the bytes begin as those of a zip archive do?
bool is_zip(std::string_view bytes);

/// All files in the archive, in its order. Nothing if it is damaged, encrypted, or larger than any
/// archive of ours once unpacked (a gigabyte, 100,000 members).
std::optional<std::vector<ZipMember>> read_zip(std::string_view bytes);

}  // namespace gongshi
