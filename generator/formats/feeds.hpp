// What each feed tells. Ids are permanent, and times come from the records: a feed changes when they do.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "views/view_context.hpp"

namespace gongshi {

struct FeedEntry {
  std::string id;  ///< address of the record, with what happened to it behind # where that is told
  std::string link;
  std::string title;
  std::string summary;   ///< may be empty
  std::string category;  ///< kind of the record
  std::string unit;      ///< id of the unit that it belongs to, if to one
  Date updated;          ///< a whole date, not after the as-of day
};

struct Feed {
  std::string path;
  std::string title;
  std::string page;                ///< path of the page that tells the same
  std::vector<FeedEntry> entries;  ///< newest first, at most kMostEntries
};

/// What is older is on the pages.
inline constexpr std::size_t kMostEntries = 1000;

/// The feeds of a site: everything, what is overdue, what was corrected or withdrawn, bulletins, each unit.
/// Made from records once; a record without a date of its own is in none. Needs a base_url.
class Feeds {
 public:
  explicit Feeds(const ViewContext& context);

  /// Paths of all feeds. There is one for each unit, whether or not it has entries.
  [[nodiscard]] std::vector<std::string> paths() const;
  /// The feed at one of them.
  [[nodiscard]] Feed feed(const std::string& path) const;

 private:
  void add_record(RecordKey key);
  void add_corrections(RecordKey key);
  void add_overdue(std::uint32_t index);

  const ViewContext& m_context;
  std::vector<FeedEntry> m_records;
  std::vector<FeedEntry> m_bulletins;
  std::vector<FeedEntry> m_corrections;
  std::vector<FeedEntry> m_overdue;
};

/// Absolute address of a record's page.
std::string record_address(const ViewContext& context, RecordKey key);

}  // namespace gongshi
