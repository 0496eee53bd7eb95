#include "tables/data_set.hpp"

#include "tables/site_tables.hpp"

namespace gongshi {

DataSet::DataSet(const PublishedSite& site) : m_site(site), m_tables(site_tables(site)) {}

const MadeFile* DataSet::find(const std::string& path) const {
  const auto found = m_files.find(path);
  return found == m_files.end() ? nullptr : &found->second;
}

}  // namespace gongshi
