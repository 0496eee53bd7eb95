// The records that can be searched, numbered: every published one, kind by kind in the order of its list; and
// what they can be filtered by.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/published.hpp"

namespace gongshi {

class SearchedRecords {
 public:
  /// `site` must outlive it.
  explicit SearchedRecords(const PublishedSite& site);

  [[nodiscard]] std::size_t size() const { return m_keys.size(); }
  /// Number of the record whose page is at `path`; nothing for any other page.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view path) const;
  [[nodiscard]] PublishedRecord record(std::uint32_t number) const { return m_site.record(m_keys[number]); }
  [[nodiscard]] std::string path(std::uint32_t number) const;

  /// The unit that answers for a correction, by its title; empty for what is no correction.
  [[nodiscard]] std::string unit(std::uint32_t number) const;
  /// Key of the state of a correction, such as `closed`; empty for what is no correction, or has left.
  [[nodiscard]] std::string_view status(std::uint32_t number) const;
  /// For each filter its records in ascending order: `@kind=items`, `@status=closed` (or a flag, such as
  /// `overdue`), and `@unit=<id>` of the unit itself and all that name it.
  [[nodiscard]] std::map<std::string, std::vector<std::uint32_t>> filters() const;

  /// Changes whenever a record does: what a browser kept of an earlier release is not taken for this one.
  [[nodiscard]] std::string edition() const;

 private:
  const PublishedSite& m_site;
  std::vector<RecordKey> m_keys;
  std::map<Kind, std::uint32_t> m_first;  ///< number of the first record of a kind
};

}  // namespace gongshi
