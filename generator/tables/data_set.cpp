#include "tables/data_set.hpp"

#include "tables/site_tables.hpp"

namespace gongshi {

const std::vector<Table>& DataSet::tables() const {
  std::call_once(m_tables_made, [this] { m_tables = site_tables(m_site); });
  return m_tables;
}

const MadeFile* DataSet::find(const std::string& path) const {
  const auto found = m_files.find(path);
  return found == m_files.end() ? nullptr : &found->second;
}

}  // namespace gongshi
