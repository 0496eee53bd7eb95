// Which files and folders a site has so far. Paths come from routes that are already checked, so
// that whatever is refused here is a bug: it throws std::logic_error.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

namespace gongshi {

class OutputPaths {
 public:
  /// Takes note of a file; gives the folders above it that are new, outermost first. Refuses a path
  /// that leaves the site's folder, that is there already, or that is both file and folder.
  std::vector<std::string> add(const std::string& file);
  [[nodiscard]] std::size_t files() const { return m_files.size(); }

 private:
  std::unordered_set<std::string> m_files;
  std::unordered_set<std::string> m_folders;
};

}  // namespace gongshi
