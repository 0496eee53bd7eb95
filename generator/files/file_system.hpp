// The disk behind an interface, so that every call can be counted, made to fail, or forgotten as by
// a power cut. Only files/disk.cpp touches the real one. All paths are absolute. Every call throws
// IoError when the disk refuses, and may be made from several threads at once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/io_error.hpp"

namespace gongshi {

enum class FileKind : std::uint8_t { regular, folder, symlink, other };

struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::other;
};

/// Which file it is and when it was last touched, as the kernel counts: the same version is the same bytes.
/// Writing, renaming or linking to it gives it another, and no program can set it back. (A change within the
/// kernel's tick, some milliseconds, after the version was asked for does not show.)
struct FileVersion {
  std::uint64_t inode = 0;
  std::int64_t changed = 0;  ///< nanoseconds since 1970 of the last change of bytes or status
  friend bool operator==(const FileVersion&, const FileVersion&) = default;
};

struct FileStatus {
  FileKind kind = FileKind::other;
  std::uint64_t bytes = 0;
  FileVersion version = {};
};

/// Held until destroyed; the kernel drops it when the process dies, so none is ever stale.
class FolderLock {
 public:
  virtual ~FolderLock() = default;
};

/// What a lock's holder wrote about itself.
struct LockHolder {
  std::string process;
  std::string since;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// Status without following a final symlink; nothing if there is no such file.
  virtual std::optional<FileStatus> status(const std::string& path) = 0;
  /// The path with every symlink resolved and no slash at its end; the last part need not exist, but
  /// a last symlink that leads nowhere is ENOENT.
  virtual std::string resolve(const std::string& path) = 0;
  /// Entries of a folder in byte order of their names, without "." and "..".
  virtual std::vector<DirectoryEntry> list(const std::string& folder) = 0;
  /// The bytes of a regular file at `relative` below `root`. No symlink is followed below `root` and
  /// nothing outside it is opened, whatever changes between a check and this call. IoError EFBIG if
  /// the file has more than `limit` bytes, EINVAL if it is no regular file, ELOOP at a symlink,
  /// EXDEV where `relative` leads out of `root`.
  virtual std::string read(const std::string& root, const std::string& relative, std::uint64_t limit) = 0;

  /// Makes the folder (mode 0755 whatever the umask); its parent must exist. EEXIST if it exists.
  /// A call that fails leaves no folder.
  virtual void make_folder(const std::string& path) = 0;
  /// Writes a new file (mode 0644 whatever the umask) and checks every step; EEXIST if it exists.
  /// A call that fails leaves no file.
  virtual void write_new(const std::string& path, std::string_view bytes) = 0;
  /// Gives the file `from` a second name (a hard link); EEXIST if `to` exists. What has two names has the
  /// same bytes under both, whoever writes. Some file systems have none: EPERM, EMLINK, EXDEV and others.
  virtual void link_new(const std::string& from, const std::string& to) = 0;
  /// Makes all that was written to the file system of `path` survive a power cut.
  virtual void sync_all(const std::string& path) = 0;
  /// Makes the entries of `folder` survive a power cut.
  virtual void sync_folder(const std::string& folder) = 0;
  /// Renames; fails with EEXIST if `to` exists.
  virtual void rename_new(const std::string& from, const std::string& to) = 0;
  /// Swaps two folders in one atomic step.
  virtual void exchange(const std::string& a, const std::string& b) = 0;
  /// Removes a folder and all in it, or whatever else has this name, without following symlinks;
  /// nothing happens if there is none.
  virtual void remove_tree(const std::string& path) = 0;
  /// Takes the lock file `path`, or gives null and fills `holder` if another has it. `about` is what
  /// `holder` of the next one to come will read. The file itself stays behind, empty.
  virtual std::unique_ptr<FolderLock> lock(const std::string& path, const LockHolder& about,
                                           LockHolder& holder) = 0;
};

}  // namespace gongshi
