#include "files/lock_file.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <array>
#include <string_view>

#include "files/descriptor.hpp"

namespace gongshi {
namespace {

constexpr Bilingual kLock{"锁定", "lock"};

// Emptied before it is let go, so that nobody reads the name of a process that has ended. The file
// stays: removing it would let two later builds hold locks on two files of the same name.
class HeldLock : public FolderLock {
 public:
  explicit HeldLock(Descriptor file) : m_file(std::move(file)) {}
  ~HeldLock() override { [[maybe_unused]] const int ignored = ::ftruncate(m_file.number(), 0); }
  HeldLock(const HeldLock&) = delete;
  HeldLock& operator=(const HeldLock&) = delete;

 private:
  Descriptor m_file;
};

// Two lines: process, since. Whoever has just taken the lock may not have written them yet.
LockHolder read_holder(int file) {
  std::array<char, 200> buffer{};
  const ssize_t length = uninterrupted([&] { return ::pread(file, buffer.data(), buffer.size(), 0); });
  const std::string_view text(buffer.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  const std::size_t first = text.find('\n');
  if (first == std::string_view::npos) return {"?", "?"};
  const std::string_view rest = text.substr(first + 1);
  return {std::string(text.substr(0, first)), std::string(rest.substr(0, rest.find('\n')))};
}

}  // namespace

std::unique_ptr<FolderLock> take_lock_file(const std::string& path, const LockHolder& about,
                                           LockHolder& holder) {
  Descriptor file(uninterrupted(
      [&] { return ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0644); }));
  if (file.number() < 0) throw IoError(kLock, path, errno);
  if (uninterrupted([&] { return ::flock(file.number(), LOCK_EX | LOCK_NB); }) != 0) {
    if (errno != EWOULDBLOCK) throw IoError(kLock, path, errno);
    holder = read_holder(file.number());
    return nullptr;
  }
  const std::string text = about.process + "\n" + about.since + "\n";
  if (::ftruncate(file.number(), 0) != 0) throw IoError(kLock, path, errno);
  const ssize_t written = uninterrupted([&] { return ::pwrite(file.number(), text.data(), text.size(), 0); });
  if (written < 0) throw IoError(kLock, path, errno);
  if (static_cast<std::size_t>(written) != text.size()) throw IoError(kLock, path, ENOSPC);
  return std::make_unique<HeldLock>(std::move(file));
}

}  // namespace gongshi
