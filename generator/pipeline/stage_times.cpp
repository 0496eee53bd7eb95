#include "pipeline/stage_times.hpp"

#include <ctime>

namespace gongshi {
namespace {

double now(clockid_t clock) {
  constexpr double kNanosecond = 1e-9;
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * kNanosecond;
}

}  // namespace

void StageTimes::begin(BuildStep step) {
  end();
  m_begun = {step, now(CLOCK_MONOTONIC), now(CLOCK_PROCESS_CPUTIME_ID)};
  m_running = true;
}

void StageTimes::end() {
  if (!m_running) return;
  m_all.push_back({m_begun.step, now(CLOCK_MONOTONIC) - m_begun.seconds,
                   now(CLOCK_PROCESS_CPUTIME_ID) - m_begun.processor_seconds});
  m_running = false;
}

}  // namespace gongshi
