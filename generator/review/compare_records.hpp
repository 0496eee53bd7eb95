// What the public would see change: records that are new, changed, withdrawn or gone, and of those that
// changed each field, what decides first.
#pragma once

#include <string>
#include <vector>

#include "publish/published.hpp"
#include "review/standing_site.hpp"

namespace gongshi {

/// What a change is about, in the order of reading.
enum class Weight : std::uint8_t { status, deadline, number, other };

struct FieldChange {
  Weight weight = Weight::other;
  std::string name;    ///< labels on the way, such as "整改措施 2 完成日期"
  std::string before;  ///< empty where nothing was said
  std::string after;
};

struct RecordChange {
  Kind kind = Kind::item;
  std::string id;
  std::string title;
  std::vector<FieldChange> fields;  ///< of a changed record, by weight, then as in the field reference
};

struct SiteChanges {
  std::vector<RecordChange> added;
  std::vector<RecordChange> changed;
  std::vector<RecordChange> withdrawn;  ///< their page stays and says so
  std::vector<RecordChange> gone;       ///< no longer there, without a word
  std::size_t unchanged = 0;

  [[nodiscard]] bool none() const {
    return added.empty() && changed.empty() && withdrawn.empty() && gone.empty();
  }
};

/// Each list by kind and id. The words are in `language`.
SiteChanges compare_records(const StandingSite& before, const PublishedSite& after, Language language);

}  // namespace gongshi
