#include "cli/new_files.hpp"

#include <cerrno>
#include <filesystem>

#include "cli/site_request.hpp"

namespace gongshi {

void make_folders(FileSystem& files, const std::string& path) {
  const std::filesystem::path folder = path;
  if (files.status(path)) return;
  if (folder.has_relative_path()) make_folders(files, folder.parent_path().string());
  files.make_folder(path);
}

void write_new_file(FileSystem& files, const std::string& path, std::string_view bytes,
                    const std::string& called) {
  make_folders(files, std::filesystem::path(path).parent_path().string());
  try {
    files.write_new(path, bytes);
  } catch (const IoError& error) {
    if (error.error_number() == EEXIST) throw mistake("file-exists", {called});
    throw;
  }
}

}  // namespace gongshi
