// Pages as they were published last, kept under their own names in a folder beside the site, from where the
// next site takes those that say the same. They are second names of the published files, or copies where the
// disk has no such names, and stay when the output is removed; a folder that was carried to another machine
// serves as well. What is kept only speeds up: a disk that refuses is no error.
#pragma once

#include <optional>
#include <string>

#include "files/file_system.hpp"
#include "write/manifest.hpp"

namespace gongshi {

/// A file of the store, when it was put in.
struct StoredFile {
  std::string path;
  ManifestEntry entry;
  FileVersion version;
};

class PageStore {
 public:
  /// `folder` need not exist, nor those above it. All calls may be made from several threads.
  PageStore(FileSystem& disk, std::string folder) : m_disk(disk), m_folder(std::move(folder)) {}

  /// Is it still the very file, or has it the same bytes at least?
  [[nodiscard]] bool holds(const StoredFile& file) const;
  /// The bytes of one that is held.
  [[nodiscard]] std::string read(const StoredFile& file) const;
  [[nodiscard]] std::string place_of(const std::string& path) const { return m_folder + "/" + path; }

  /// Puts in what is published at `path` below `output`, in place of an earlier one; nothing if that fails.
  std::optional<StoredFile> put(const std::string& output, const std::string& path,
                                const ManifestEntry& entry);
  /// One that was held, with the version that it has now.
  [[nodiscard]] std::optional<StoredFile> find(const std::string& path, const ManifestEntry& entry) const;
  void remove(const std::string& path);
  void clear();

 private:
  void make_folders(const std::string& place);

  FileSystem& m_disk;
  std::string m_folder;
};

}  // namespace gongshi
