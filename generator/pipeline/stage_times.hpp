// How long each step of a build takes, for whoever asked for it. The clock is asked here, and nothing of what
// it says reaches an output.
#pragma once

#include <vector>

#include "pipeline/build_site.hpp"

namespace gongshi {

struct StageTime {
  BuildStep step = BuildStep::reading;
  double seconds = 0;            ///< by the clock
  double processor_seconds = 0;  ///< of all threads, the kernel's part included
};

class StageTimes {
 public:
  /// The step begins now, and the one before it ends.
  void begin(BuildStep step);
  /// The last step ends now.
  void end();

  [[nodiscard]] const std::vector<StageTime>& all() const { return m_all; }

 private:
  std::vector<StageTime> m_all;
  StageTime m_begun;  // what the clocks said when the step began
  bool m_running = false;
};

}  // namespace gongshi
