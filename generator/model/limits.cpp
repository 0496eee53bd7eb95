#include "model/limits.hpp"

namespace gongshi {

Limits limits_of(const SiteConfig& config) {
  Limits limits;
  const Thresholds* given = config.thresholds.get();
  if (given == nullptr) return limits;
  limits.satisfaction = given->satisfaction.value_or(limits.satisfaction);
  limits.small_cell = given->small_cell.value_or(limits.small_cell);
  limits.headline_base = given->headline_base.value_or(limits.headline_base);
  limits.stale_days = given->stale_days.value_or(limits.stale_days);
  limits.start_days = given->start_days.value_or(limits.start_days);
  limits.notice_days = given->notice_days.value_or(limits.notice_days);
  return limits;
}

std::vector<std::string> audiences_of(const SiteConfig& config) {
  if (config.audiences.empty()) return {"public", "system", "unit", "internal"};
  std::vector<std::string> audiences;
  audiences.reserve(config.audiences.size());
  for (const Placed<std::string>& audience : config.audiences) audiences.push_back(audience.value);
  return audiences;
}

}  // namespace gongshi
