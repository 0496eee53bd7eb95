// The pages that can be searched, numbered: first that of every published record, kind by kind in the order
// of its list, then those that records go on over; and what they can be filtered by.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "publish/published.hpp"

namespace gongshi {

/// Changes whenever a record does: what a browser kept of an earlier release is not taken for this one.
std::string search_edition(const PublishedSite& site);

class SearchedPages {
 public:
  /// `site` must outlive it.
  explicit SearchedPages(const PublishedSite& site);
  /// The text of record `of` goes on at `path`. Not after the first of the functions below was called.
  void add_further(std::string path, RecordKey of);

  [[nodiscard]] std::size_t size() const { return m_keys.size(); }
  /// How many records they tell of; a page of each comes first.
  [[nodiscard]] std::size_t records() const { return m_keys.size() - m_further_paths.size(); }
  /// Number of the page at `path`; nothing for one that is not searched.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view path) const;
  /// The record that the page tells of.
  [[nodiscard]] PublishedRecord record(std::uint32_t number) const { return m_site.record(m_keys[number]); }
  [[nodiscard]] std::string path(std::uint32_t number) const;

  /// The unit that answers for a correction, by its title; empty for what is no correction.
  [[nodiscard]] std::string unit(std::uint32_t number) const;
  /// Key of the state of a correction, such as `closed`; empty for what is no correction, or has left.
  [[nodiscard]] std::string_view status(std::uint32_t number) const;
  /// For each filter its pages in ascending order: `@kind=items`, `@status=closed` (or a flag, such as
  /// `overdue`), and `@unit=<id>` of the unit itself and all that name it.
  [[nodiscard]] std::map<std::string, std::vector<std::uint32_t>> filters() const;

 private:
  [[nodiscard]] std::optional<std::uint32_t> find_record(std::string_view path) const;
  [[nodiscard]] std::vector<std::uint32_t> of_unit(std::uint32_t unit) const;

  const PublishedSite& m_site;
  std::vector<RecordKey> m_keys;
  std::map<Kind, std::uint32_t> m_first;  ///< number of the first record of a kind
  std::map<std::string, std::uint32_t, std::less<>> m_further;
  std::vector<std::string> m_further_paths;
};

}  // namespace gongshi
