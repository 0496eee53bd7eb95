#include "publish/audience.hpp"

#include <algorithm>

#include "model/read_record.hpp"

namespace gongshi {

std::optional<Audience> Audience::find(std::string_view name, const std::vector<std::string>& audiences) {
  constexpr std::string_view kUnitPrefix = "unit:";
  Audience audience;
  audience.m_name = name;
  audience.m_audiences = audiences;
  const bool one_unit = name.starts_with(kUnitPrefix) && name.size() > kUnitPrefix.size();
  const std::string_view rank_name = one_unit ? kUnitPrefix.substr(0, kUnitPrefix.size() - 1) : name;
  const auto rank = std::find(audiences.begin(), audiences.end(), rank_name);
  if (rank == audiences.end()) return std::nullopt;
  audience.m_rank = static_cast<std::size_t>(rank - audiences.begin());
  if (one_unit) audience.m_unit = name.substr(kUnitPrefix.size());
  if (one_unit && !fault_of_id(audience.m_unit).en.empty()) return std::nullopt;  // part of a folder's name
  return audience;
}

std::string Audience::folder() const {
  if (is_widest()) return "public";
  std::string folder = "public-" + m_name;
  std::replace(folder.begin(), folder.end(), ':', '-');
  return folder;
}

bool Audience::sees(std::string_view scope, std::string_view record_unit) const {
  constexpr std::string_view kUndeclared = "internal";
  const auto found = std::find(m_audiences.begin(), m_audiences.end(), scope.empty() ? kUndeclared : scope);
  if (found == m_audiences.end()) return false;
  const auto rank = static_cast<std::size_t>(found - m_audiences.begin());
  if (rank > m_rank) return false;
  return rank < m_rank || m_unit.empty() || m_unit == record_unit;
}

}  // namespace gongshi
