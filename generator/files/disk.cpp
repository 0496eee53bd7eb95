#include "files/disk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "files/descriptor.hpp"
#include "files/lock_file.hpp"

namespace gongshi {
namespace {

constexpr Bilingual kLookUp{"查看", "look at"};
constexpr Bilingual kResolve{"找到", "find"};
constexpr Bilingual kList{"列出", "list"};
constexpr Bilingual kRead{"读取", "read"};
constexpr Bilingual kMake{"建立", "make"};
constexpr Bilingual kWrite{"写入", "write"};
constexpr Bilingual kLink{"建立链接", "link"};
constexpr Bilingual kSync{"把数据存到磁盘", "store on disk"};
constexpr Bilingual kRename{"改名", "rename"};
constexpr Bilingual kExchange{"替换", "replace"};
constexpr Bilingual kRemove{"删除", "remove"};

// What every step goes through: a call that failed becomes an IoError.
void check(bool done, Bilingual operation, const std::string& path) {
  if (!done) throw IoError(operation, path, errno);
}

Descriptor open_at(int folder, const std::string& name, int flags, Bilingual operation,
                   const std::string& path) {
  Descriptor file(uninterrupted([&] { return ::openat(folder, name.c_str(), flags | O_CLOEXEC, 0644); }));
  check(file.number() >= 0, operation, path);
  return file;
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  if (S_ISDIR(mode)) return FileKind::folder;
  return S_ISLNK(mode) ? FileKind::symlink : FileKind::other;
}

FileVersion version_of(const struct stat& status) {
  return {status.st_ino, std::int64_t{status.st_ctim.tv_sec} * 1'000'000'000 + status.st_ctim.tv_nsec};
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
using OpenFolder = std::unique_ptr<DIR, CloseFolder>;

OpenFolder open_folder(int parent, const std::string& name, int flags, Bilingual operation,
                       const std::string& path) {
  Descriptor file = open_at(parent, name, O_RDONLY | O_DIRECTORY | flags, operation, path);
  OpenFolder folder(::fdopendir(file.number()));
  check(folder != nullptr, operation, path);
  file.release();
  return folder;
}

FileKind kind_of_entry(DIR* folder, const dirent& entry, Bilingual operation, const std::string& path) {
  // Some file systems do not store the kind in the folder.
  if (entry.d_type != DT_UNKNOWN) return kind_of(static_cast<mode_t>(DTTOIF(entry.d_type)));
  struct stat status {};
  check(::fstatat(::dirfd(folder), entry.d_name, &status, AT_SYMLINK_NOFOLLOW) == 0, operation,
        path + "/" + entry.d_name);
  return kind_of(status.st_mode);
}

std::vector<DirectoryEntry> entries_of(DIR* folder, Bilingual operation, const std::string& path) {
  std::vector<DirectoryEntry> entries;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(folder);  // NOLINT(concurrency-mt-unsafe): a stream has one reader
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    entries.push_back({std::string(name), kind_of_entry(folder, *entry, operation, path)});
  }
  check(errno == 0, operation, path);
  std::sort(entries.begin(), entries.end(),
            [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.name < b.name; });
  return entries;
}

// Symlinks are refused and ".." cannot leave `root`, both decided by the kernel while it opens. A
// FIFO is opened without waiting for its other end, so that the caller can see what it is.
Descriptor open_beneath(int root, const std::string& relative, const std::string& path) {
  if (relative.find('\0') != std::string::npos) throw IoError(kRead, path, ENOENT);
  open_how how{};
  how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
  const long number =
      uninterrupted([&] { return ::syscall(SYS_openat2, root, relative.c_str(), &how, sizeof how); });
  // A socket or a device without a driver cannot be opened at all.
  if (number < 0) throw IoError(kRead, path, errno == ENXIO || errno == ENODEV ? EINVAL : errno);
  return Descriptor(static_cast<int>(number));
}

// Reads to the end and not to the size seen first: the file may grow, and files of /proc have size 0.
std::string read_all(int file, std::uint64_t size, std::uint64_t limit, const std::string& path) {
  std::string bytes;
  std::size_t length = 0;
  bytes.resize(std::min(size, limit) + 1);
  for (;;) {
    const ssize_t got =
        uninterrupted([&] { return ::read(file, bytes.data() + length, bytes.size() - length); });
    check(got >= 0, kRead, path);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length > limit) throw IoError(kRead, path, EFBIG);
    if (length == size) break;  // more was asked for, and there was no more
    if (length == bytes.size()) bytes.resize(std::min<std::uint64_t>(2 * length, limit) + 1);
  }
  bytes.resize(length);
  return bytes;
}

void write_all(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = uninterrupted([&] { return ::write(file, bytes.data(), bytes.size()); });
    check(written >= 0, kWrite, path);
    if (written == 0) throw IoError(kWrite, path, EIO);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// Works from open folder to open folder, so that a folder swapped for a symlink meanwhile leads
// nowhere else.
void remove_folder(int parent, const std::string& name, const std::string& path) {
  {
    const OpenFolder folder = open_folder(parent, name, O_NOFOLLOW, kRemove, path);
    const int number = ::dirfd(folder.get());
    for (const DirectoryEntry& entry : entries_of(folder.get(), kRemove, path)) {
      const std::string below = path + "/" + entry.name;
      if (entry.kind == FileKind::folder) {
        remove_folder(number, entry.name, below);
      } else {
        check(::unlinkat(number, entry.name.c_str(), 0) == 0, kRemove, below);
      }
    }
  }
  check(::unlinkat(parent, name.c_str(), AT_REMOVEDIR) == 0, kRemove, path);
}

std::optional<std::string> real_path(const std::string& path) {
  const std::unique_ptr<char, decltype([](char* text) { std::free(text); })> real(
      ::realpath(path.c_str(), nullptr));
  if (real == nullptr) return std::nullopt;
  return std::string(real.get());
}

}  // namespace

std::optional<FileStatus> Disk::status(const std::string& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) == 0) {
    return FileStatus{kind_of(found.st_mode), static_cast<std::uint64_t>(found.st_size), version_of(found)};
  }
  if (errno == ENOENT) return std::nullopt;
  throw IoError(kLookUp, path, errno);
}

std::string Disk::resolve(const std::string& path) {
  if (auto real = real_path(path)) return *real;
  check(errno == ENOENT, kResolve, path);
  const std::size_t end = path.find_last_not_of('/') + 1;
  const std::size_t slash = path.rfind('/', end - 1);
  const std::string whole = path.substr(0, end);
  if (status(whole)) throw IoError(kResolve, path, ENOENT);  // a symlink that leads nowhere
  const auto parent = real_path(path.substr(0, slash + 1));
  check(parent.has_value(), kResolve, path);
  return (*parent == "/" ? "" : *parent) + whole.substr(slash);
}

std::vector<DirectoryEntry> Disk::list(const std::string& folder) {
  return entries_of(open_folder(AT_FDCWD, folder, 0, kList, folder).get(), kList, folder);
}

std::string Disk::read(const std::string& root, const std::string& relative, std::uint64_t limit) {
  const std::string path = root + "/" + relative;
  const Descriptor folder = open_at(AT_FDCWD, root, O_PATH | O_DIRECTORY, kRead, root);
  const Descriptor file = open_beneath(folder.number(), relative, path);
  struct stat found {};
  check(::fstat(file.number(), &found) == 0, kRead, path);
  if (!S_ISREG(found.st_mode)) throw IoError(kRead, path, EINVAL);
  const auto size = static_cast<std::uint64_t>(found.st_size);
  if (size > limit) throw IoError(kRead, path, EFBIG);
  return read_all(file.number(), size, limit, path);
}

void Disk::make_folder(const std::string& path) {
  check(::mkdir(path.c_str(), 0755) == 0, kMake, path);
  try {
    const Descriptor folder = open_at(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, kMake, path);
    check(::fchmod(folder.number(), 0755) == 0, kMake, path);
  } catch (...) {
    ::rmdir(path.c_str());
    throw;
  }
}

void Disk::write_new(const std::string& path, std::string_view bytes) {
  Descriptor file = open_at(AT_FDCWD, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, kWrite, path);
  try {
    write_all(file.number(), bytes, path);
    check(::fchmod(file.number(), 0644) == 0, kWrite, path);
    check(file.close(), kWrite, path);
  } catch (...) {
    ::unlink(path.c_str());
    throw;
  }
}

void Disk::link_new(const std::string& from, const std::string& to) {
  check(::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0, kLink, from);
}

void Disk::sync_all(const std::string& path) {
  const Descriptor file = open_at(AT_FDCWD, path, O_RDONLY, kSync, path);
  check(::syncfs(file.number()) == 0, kSync, path);
}

void Disk::sync_folder(const std::string& folder) {
  const Descriptor file = open_at(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, kSync, folder);
  check(uninterrupted([&] { return ::fsync(file.number()); }) == 0, kSync, folder);
}

void Disk::rename_new(const std::string& from, const std::string& to) {
  check(::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0, kRename, from);
}

void Disk::exchange(const std::string& a, const std::string& b) {
  check(::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0, kExchange, b);
}

void Disk::remove_tree(const std::string& path) {
  const auto found = status(path);
  if (!found) return;
  if (found->kind == FileKind::folder) {
    remove_folder(AT_FDCWD, path, path);
  } else {
    check(::unlink(path.c_str()) == 0, kRemove, path);
  }
}

std::unique_ptr<FolderLock> Disk::lock(const std::string& path, const LockHolder& about, LockHolder& holder) {
  return take_lock_file(path, about, holder);
}

}  // namespace gongshi
