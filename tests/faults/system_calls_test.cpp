// Disk under system calls that are interrupted, do less than asked, or fail: the loops and checks
// around them. This program puts its own versions in front of the C library's.
#include <dirent.h>
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include "files/disk.hpp"
#include "unit/temp_folder.hpp"

namespace gongshi {
namespace {

// What the calls below do instead of their work while a test is at it.
struct Behaviour {
  bool on = false;
  int interruptions = 0;          // so many calls are interrupted before each that is not
  std::size_t most_at_once = 0;   // bytes that one read or write moves, 0 for all
  std::size_t room = SIZE_MAX;    // bytes until the disk is full
  const char* failing = nullptr;  // this call fails
  int error_number = 0;
  bool no_kinds = false;  // a folder does not tell the kinds of its entries
  int interrupted = 0;
} behaviour;

// Is this call to be refused? Sets errno if so. The kernel interrupts only calls that may wait.
bool refuse(const char* name, bool may_wait = false) {
  if (!behaviour.on) return false;
  if (may_wait && behaviour.interrupted < behaviour.interruptions) {
    ++behaviour.interrupted;
    errno = EINTR;
    return true;
  }
  behaviour.interrupted = 0;
  if (behaviour.failing == nullptr || std::string_view(behaviour.failing) != name) return false;
  errno = behaviour.error_number;
  return true;
}

std::size_t granted(std::size_t count) {
  return behaviour.on && behaviour.most_at_once > 0 ? std::min(count, behaviour.most_at_once) : count;
}

int as_int(long result) { return static_cast<int>(result); }

}  // namespace
}  // namespace gongshi

extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
  using gongshi::behaviour;
  if (gongshi::refuse("write", true)) return -1;
  if (!behaviour.on) return ::syscall(SYS_write, file, bytes, count);
  const std::size_t now = std::min(gongshi::granted(count), behaviour.room);
  if (now == 0 && count > 0) {
    errno = ENOSPC;
    return -1;
  }
  behaviour.room -= now;
  return ::syscall(SYS_write, file, bytes, now);
}

ssize_t read(int file, void* bytes, size_t count) {
  return gongshi::refuse("read", true) ? -1 : ::syscall(SYS_read, file, bytes, gongshi::granted(count));
}

int close(int file) {
  const int result = gongshi::as_int(::syscall(SYS_close, file));
  return gongshi::refuse("close", true) ? -1 : result;
}

int fchmod(int file, mode_t mode) {
  return gongshi::refuse("fchmod") ? -1 : gongshi::as_int(::syscall(SYS_fchmod, file, mode));
}

int fsync(int file) {
  return gongshi::refuse("fsync", true) ? -1 : gongshi::as_int(::syscall(SYS_fsync, file));
}

int syncfs(int file) noexcept {
  return gongshi::refuse("syncfs") ? -1 : gongshi::as_int(::syscall(SYS_syncfs, file));
}

int unlinkat(int folder, const char* name, int flags) noexcept {
  return gongshi::refuse("unlinkat") ? -1 : gongshi::as_int(::syscall(SYS_unlinkat, folder, name, flags));
}

dirent* readdir(DIR* folder) {
  static const auto real = reinterpret_cast<dirent* (*)(DIR*)>(::dlsym(RTLD_NEXT, "readdir"));
  if (gongshi::refuse("readdir")) return nullptr;
  dirent* entry = real(folder);
  if (entry != nullptr && gongshi::behaviour.no_kinds) entry->d_type = DT_UNKNOWN;
  return entry;
}

}  // extern "C"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::get;
using testing::put;
using testing::TempFolder;

class SystemCallsTest : public ::testing::Test {
 protected:
  ~SystemCallsTest() override { behaviour = {}; }

  /// The errno with which `call` is refused while the calls behave as asked, 0 if it is not.
  template <class Call>
  int under(Behaviour asked, Call call) {
    behaviour = asked;
    behaviour.on = true;
    int error_number = 0;
    try {
      call();
    } catch (const IoError& error) {
      error_number = error.error_number();
    }
    behaviour = {};
    return error_number;
  }

  TempFolder temp;
  Disk disk;
  std::string bytes = std::string(1000, 'x') + "the end";
};

TEST_F(SystemCallsTest, InterruptedAndShortWritesAreCarriedOn) {
  for (const std::size_t most : {1U, 7U, 999U, 0U}) {
    const std::string path = temp / ("file" + std::to_string(most));
    EXPECT_EQ(under({.interruptions = 3, .most_at_once = most}, [&] { disk.write_new(path, bytes); }), 0);
    EXPECT_EQ(get(path), bytes);
  }
}

TEST_F(SystemCallsTest, InterruptedAndShortReadsAreCarriedOn) {
  put(temp / "file", bytes);
  for (const std::size_t most : {1U, 7U, 999U, 0U}) {
    std::string got;
    const auto read = [&] { got = disk.read(temp.path(), "file", 2000); };
    EXPECT_EQ(under({.interruptions = 3, .most_at_once = most}, read), 0);
    EXPECT_EQ(got, bytes);
  }
}

TEST_F(SystemCallsTest, AWriteThatFailsAtAnyStepIsToldAndLeavesNoFile) {
  const auto write = [&] { disk.write_new(temp / "file", bytes); };
  EXPECT_EQ(under({.most_at_once = 100, .room = 550}, write), ENOSPC);
  EXPECT_FALSE(fs::exists(temp / "file"));
  for (const char* step : {"write", "fchmod", "close"}) {
    EXPECT_EQ(under({.failing = step, .error_number = EIO}, write), EIO) << step;
    EXPECT_FALSE(fs::exists(temp / "file")) << step;
  }
}

TEST_F(SystemCallsTest, AFolderThatCannotHaveItsModeIsToldAndNotLeft) {
  EXPECT_EQ(under({.failing = "fchmod", .error_number = EIO}, [&] { disk.make_folder(temp / "f"); }), EIO);
  EXPECT_FALSE(fs::exists(temp / "f"));
}

TEST_F(SystemCallsTest, AReadThatFailsIsTold) {
  put(temp / "file", bytes);
  EXPECT_EQ(under({.failing = "read", .error_number = EIO}, [&] { disk.read(temp.path(), "file", 2000); }),
            EIO);
}

TEST_F(SystemCallsTest, AFailedSyncIsTold) {
  EXPECT_EQ(under({.failing = "syncfs", .error_number = EIO}, [&] { disk.sync_all(temp.path()); }), EIO);
  EXPECT_EQ(under({.failing = "fsync", .error_number = EIO}, [&] { disk.sync_folder(temp.path()); }), EIO);
  EXPECT_EQ(under({.interruptions = 2}, [&] { disk.sync_folder(temp.path()); }), 0);
}

TEST_F(SystemCallsTest, AFailedRemovalIsTold) {
  put(temp / "tree/a/file", "");
  const auto remove = [&] { disk.remove_tree(temp / "tree"); };
  EXPECT_EQ(under({.failing = "unlinkat", .error_number = EACCES}, remove), EACCES);
  EXPECT_EQ(under({.failing = "readdir", .error_number = EIO}, remove), EIO);
  EXPECT_TRUE(fs::exists(temp / "tree/a/file"));
}

TEST_F(SystemCallsTest, AFolderThatCannotBeReadToItsEndIsNotTakenForAShortOne) {
  put(temp / "file", "");
  EXPECT_EQ(under({.failing = "readdir", .error_number = EIO}, [&] { disk.list(temp.path()); }), EIO);
}

TEST_F(SystemCallsTest, KindsAreFoundWhereAFolderDoesNotTellThem) {
  put(temp / "tree/file", "");
  fs::create_directory(temp / "tree/folder");
  fs::create_directory_symlink(temp.path(), temp / "tree/link");
  std::vector<DirectoryEntry> entries;
  EXPECT_EQ(under({.no_kinds = true}, [&] { entries = disk.list(temp / "tree"); }), 0);
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].kind, FileKind::regular);
  EXPECT_EQ(entries[1].kind, FileKind::folder);
  EXPECT_EQ(entries[2].kind, FileKind::symlink);
  EXPECT_EQ(under({.no_kinds = true}, [&] { disk.remove_tree(temp / "tree"); }), 0);
  EXPECT_FALSE(fs::exists(temp / "tree"));
}

TEST_F(SystemCallsTest, NoDescriptorLeftIsTold) {
  put(temp / "file", "x");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit none{0, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &none), 0);
  LockHolder holder;
  EXPECT_EQ(under({}, [&] { disk.read(temp.path(), "file", 10); }), EMFILE);
  EXPECT_EQ(under({}, [&] { disk.list(temp.path()); }), EMFILE);
  EXPECT_EQ(under({}, [&] { disk.write_new(temp / "new", "x"); }), EMFILE);
  EXPECT_EQ(under({}, [&] { disk.lock(temp / "lock", {"1", "now"}, holder); }), EMFILE);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
}

// A full disk, from the kernel: the file may not grow beyond a limit, so that one write is short and
// the next fails.
TEST_F(SystemCallsTest, AWriteThatTheKernelCutsShortIsTold) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{600, before.rlim_max};
  const auto handler = ::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const int error_number = under({}, [&] { disk.write_new(temp / "file", bytes); });
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ::signal(SIGXFSZ, handler);
  EXPECT_EQ(error_number, EFBIG);
  EXPECT_FALSE(fs::exists(temp / "file"));
}

}  // namespace
}  // namespace gongshi
