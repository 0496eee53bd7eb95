// A file descriptor that closes itself, and the retry that an interrupted system call needs.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace gongshi {

/// Calls again while a signal interrupts; `call` returns -1 and sets errno on failure.
template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return m_number; }
  /// Hands the descriptor over to a caller who closes it.
  int release() { return std::exchange(m_number, -1); }
  /// False, and errno, if closing told of a write that had failed. An interrupted close is no
  /// failure: Linux has closed the descriptor by then, and calling again could close another's.
  bool close() { return m_number < 0 || ::close(release()) == 0 || errno == EINTR; }

 private:
  int m_number;
};

}  // namespace gongshi
