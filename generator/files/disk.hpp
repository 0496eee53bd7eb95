// The real disk of a Linux machine.
#pragma once

#include "files/file_system.hpp"

namespace gongshi {

class Disk : public FileSystem {
 public:
  std::optional<FileStatus> status(const std::string& path) override;
  std::string resolve(const std::string& path) override;
  std::vector<DirectoryEntry> list(const std::string& folder) override;
  std::string read(const std::string& root, const std::string& relative, std::uint64_t limit) override;

  void make_folder(const std::string& path) override;
  void write_new(const std::string& path, std::string_view bytes) override;
  void link_new(const std::string& from, const std::string& to) override;
  void sync_all(const std::string& path) override;
  void sync_folder(const std::string& folder) override;
  void rename_new(const std::string& from, const std::string& to) override;
  void exchange(const std::string& a, const std::string& b) override;
  void remove_tree(const std::string& path) override;
  std::unique_ptr<FolderLock> lock(const std::string& path, const LockHolder& about,
                                   LockHolder& holder) override;
};

}  // namespace gongshi
