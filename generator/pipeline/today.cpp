#include "pipeline/today.hpp"

#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace gongshi {

// The C library takes an unknown zone for UTC without a word, so the name is looked up first. Called
// once, before any thread is started, since the zone is a property of the process.
std::optional<Date> today_in(const std::string& time_zone) {
  const std::filesystem::path zones = "/usr/share/zoneinfo";
  const bool sane =
      !time_zone.empty() && time_zone.front() != '/' && time_zone.find("..") == std::string::npos;
  if (!sane || !std::filesystem::is_regular_file(zones / time_zone)) return std::nullopt;
  setenv("TZ", time_zone.c_str(), 1);  // NOLINT(concurrency-mt-unsafe): as said above
  tzset();                             // NOLINT(concurrency-mt-unsafe)
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return Date{static_cast<std::int16_t>(local.tm_year + 1900), static_cast<std::uint8_t>(local.tm_mon + 1),
              static_cast<std::uint8_t>(local.tm_mday)};
}

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  const std::size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return {text.data(), length};
}

}  // namespace gongshi
