// The thresholds in force and the audiences of a site, with what holds where site.yaml is silent.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/site_config.hpp"

namespace gongshi {

struct Limits {
  std::int64_t satisfaction = 85;   ///< percent
  std::int64_t small_cell = 5;      ///< people
  std::int64_t headline_base = 30;  ///< people
  std::int64_t stale_days = 60;     ///< calendar days
  std::int64_t start_days = 15;     ///< calendar days, the first one counted
  std::int64_t notice_days = 5;     ///< working days
};
Limits limits_of(const SiteConfig& config);

/// The audiences from widest to narrowest.
std::vector<std::string> audiences_of(const SiteConfig& config);

}  // namespace gongshi
