#include "pipeline/interruption.hpp"

#include <csignal>

#include <atomic>

namespace gongshi {
namespace {

// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): all that a handler can reach
std::atomic<int> noted_signal{0};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may only store to a lock-free atomic");

void note(int signal) { noted_signal.store(signal); }

}  // namespace

void catch_signals() {
  struct sigaction action {};
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

void stop_if_interrupted() {
  if (const int signal = noted_signal.load(); signal != 0) throw Interrupted{signal};
}

}  // namespace gongshi
