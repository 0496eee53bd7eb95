// Where finished output goes: SiteWriter puts it on disk, DiscardingSink only minds the paths.
#pragma once

#include <string>

namespace gongshi {

class SiteSink {
 public:
  virtual ~SiteSink() = default;
  /// Takes one finished file; `path` is relative to the site's folder, its parts joined by '/'. May be
  /// called from several threads. A path that is used twice, is absolute or has an empty, `.` or `..`
  /// part is a bug of the caller: std::logic_error.
  virtual void write(const std::string& path, std::string bytes) = 0;
};

}  // namespace gongshi
