// What the program's exit status means; the same for every command.
#pragma once

namespace gongshi {

enum class ExitStatus : int {
  fine = 0,
  content_errors = 1,  ///< content or theme has errors
  usage = 2,           ///< the command line or site.yaml
  leak = 3,            ///< a leak gate stopped the build
  disk = 4,            ///< the disk refused
  locked = 5,          ///< another build holds the lock
  publication_log = 6,
  bug = 70,
};

/// The status of a process that a signal stopped, as shells give it.
constexpr int status_of_signal(int signal) { return 128 + signal; }

}  // namespace gongshi
