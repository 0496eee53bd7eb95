// A signal asks the build to stop; the build asks between two pieces of work whether one came.
#pragma once

namespace gongshi {

/// Thrown where a signal is noticed, so that staging is removed and the lock dropped on the way out.
struct Interrupted {
  int signal = 0;
};

/// SIGINT, SIGTERM and SIGHUP are noted from now on, SIGPIPE is ignored.
void catch_signals();

/// Throws Interrupted if a signal was noted.
void stop_if_interrupted();

}  // namespace gongshi
