// Which files below some folders changed: told by the kernel, or found by looking at all of them again and
// again where the kernel does not tell, as on network folders.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace gongshi {

class SourceWatch {
 public:
  virtual ~SourceWatch() = default;
  /// Waits until something changes, at most so long, then until nothing more does for a moment (a burst of
  /// saves is one change). Gives the absolute paths, each once; empty if nothing changed. Where too much
  /// changed to be told one by one, a folder is among them.
  virtual std::vector<std::string> wait(std::chrono::milliseconds longest) = 0;
};

/// Watches `folders` with all below them, and the single files `files`; all absolute. A folder that does
/// not exist is left out. Throws IoError where the kernel refuses.
std::unique_ptr<SourceWatch> watch_by_kernel(const std::vector<std::string>& folders,
                                             const std::vector<std::string>& files);

/// The same by comparing times and sizes.
std::unique_ptr<SourceWatch> watch_by_looking(std::vector<std::string> folders,
                                              std::vector<std::string> files);

}  // namespace gongshi
