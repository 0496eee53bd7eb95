// What a source must be before any library sees it: UTF-8 without characters that hide or turn text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "files/file_system.hpp"

namespace gongshi {

/// Largest source that is read, in bytes: 250 times a long record.
inline constexpr std::uint64_t kLargestSource = std::uint64_t{1} << 20U;

/// The bytes of a source below `root`, or nothing and a finding if it is no regular file, too large,
/// or holds what text must not. IoError for everything that is the disk's fault, a symlink that
/// appeared since the folder was listed included.
std::optional<std::string> read_source(FileSystem& files, const std::string& root,
                                       const std::string& relative, std::uint32_t file,
                                       Diagnostics& diagnostics);

/// Reports the first byte that is no UTF-8 and each forbidden character; true if there is none.
/// A byte order mark at the very start is accepted.
bool check_source_text(std::string_view bytes, std::uint32_t file, Diagnostics& diagnostics);

/// The same of a value at `at` whose escapes, such as "\u202E", have been resolved.
bool check_value_text(std::string_view text, Position at, Diagnostics& diagnostics);

}  // namespace gongshi
