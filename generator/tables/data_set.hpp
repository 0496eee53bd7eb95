// All that the open data of a site is: its tables, and the files made of them so far with bytes and hash.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "tables/table.hpp"

namespace gongshi {

struct MadeFile {
  std::uint64_t bytes = 0;
  std::string sha256;  ///< hex
};

/// What is stated of a file is stated after it was made: descriptors and pages read this, and files are
/// added while none of them is being made.
class DataSet {
 public:
  explicit DataSet(const PublishedSite& site) : m_site(site) {}

  [[nodiscard]] const PublishedSite& site() const { return m_site; }
  /// Every row is looked at when they are first asked for; by threads at once, if need be.
  [[nodiscard]] const std::vector<Table>& tables() const;

  void add(const std::string& path, MadeFile file) { m_files.emplace(path, std::move(file)); }
  /// Files by path, sorted.
  [[nodiscard]] const std::map<std::string, MadeFile>& files() const { return m_files; }
  /// The file at this path, or null.
  [[nodiscard]] const MadeFile* find(const std::string& path) const;

 private:
  const PublishedSite& m_site;
  mutable std::once_flag m_tables_made;
  mutable std::vector<Table> m_tables;
  std::map<std::string, MadeFile> m_files;
};

}  // namespace gongshi
