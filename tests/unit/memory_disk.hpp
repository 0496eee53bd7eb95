// A file system that is a map: for tests of what only lists and reads, where a real folder could not
// hold the names in question, or would give them in another order.
#pragma once

#include <cerrno>
#include <map>
#include <string>
#include <string_view>

#include "files/file_system.hpp"

namespace gongshi::testing {

class MemoryDisk : public FileSystem {
 public:
  void put(const std::string& path, std::string bytes) { add(path, FileKind::regular, std::move(bytes)); }
  void put_link(const std::string& path) { add(path, FileKind::symlink, {}); }
  /// A fifo, device or socket.
  void put_other(const std::string& path) { add(path, FileKind::other, {}); }
  void put_folder(const std::string& path) { add(path, FileKind::folder, {}); }

  std::optional<FileStatus> status(const std::string& path) override {
    const auto found = m_files.find(path);
    if (found == m_files.end()) return std::nullopt;
    return FileStatus{found->second.kind, found->second.bytes.size()};
  }
  std::string resolve(const std::string& path) override { return path; }

  std::vector<DirectoryEntry> list(const std::string& folder) override {
    const auto found = m_files.find(folder);
    if (found == m_files.end() || found->second.kind != FileKind::folder) refuse("list", folder, ENOENT);
    std::vector<DirectoryEntry> entries;
    for (const auto& [path, file] : m_files) {
      if (!path.starts_with(folder + "/")) continue;
      const std::string name = path.substr(folder.size() + 1);
      if (name.find('/') == std::string::npos) entries.push_back({name, file.kind});
    }
    return entries;
  }

  std::string read(const std::string& root, const std::string& relative, std::uint64_t limit) override {
    const std::string path = root + "/" + relative;
    const auto found = m_files.find(path);
    if (found == m_files.end()) refuse("read", path, ENOENT);
    if (found->second.kind == FileKind::symlink) refuse("read", path, ELOOP);
    if (found->second.kind != FileKind::regular) refuse("read", path, EINVAL);
    if (found->second.bytes.size() > limit) refuse("read", path, EFBIG);
    return found->second.bytes;
  }

  void make_folder(const std::string& path) override { refuse("make", path, EROFS); }
  void write_new(const std::string& path, std::string_view /*bytes*/) override {
    refuse("write", path, EROFS);
  }
  void link_new(const std::string& from, const std::string& /*to*/) override { refuse("link", from, EROFS); }
  void sync_all(const std::string& path) override { refuse("sync", path, EROFS); }
  void sync_folder(const std::string& folder) override { refuse("sync", folder, EROFS); }
  void rename_new(const std::string& from, const std::string& /*to*/) override {
    refuse("rename", from, EROFS);
  }
  void exchange(const std::string& a, const std::string& /*b*/) override { refuse("exchange", a, EROFS); }
  void remove_tree(const std::string& path) override { refuse("remove", path, EROFS); }
  std::unique_ptr<FolderLock> lock(const std::string& path, const LockHolder& /*about*/,
                                   LockHolder& /*holder*/) override {
    refuse("lock", path, EROFS);
  }

 private:
  struct File {
    FileKind kind = FileKind::regular;
    std::string bytes;
  };

  [[noreturn]] static void refuse(std::string_view operation, const std::string& path, int error_number) {
    throw IoError({operation, operation}, path, error_number);
  }

  void add(const std::string& path, FileKind kind, std::string bytes) {
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
         slash = path.find('/', slash + 1)) {
      m_files.try_emplace(path.substr(0, slash), File{FileKind::folder, {}});
    }
    m_files[path] = {kind, std::move(bytes)};
  }

  std::map<std::string, File> m_files;
};

}  // namespace gongshi::testing
