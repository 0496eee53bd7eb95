// Writing files that must not be there yet, with the folders they lie in.
#pragma once

#include <string>
#include <string_view>

#include "files/file_system.hpp"

namespace gongshi {

/// Makes `path`, an absolute one, and whatever folders above it are missing.
void make_folders(FileSystem& files, const std::string& path);

/// Writes the file and makes its folders. Throws UsageMistake `file-exists`, naming it `called`, if there is
/// one.
void write_new_file(FileSystem& files, const std::string& path, std::string_view bytes,
                    const std::string& called);

}  // namespace gongshi
