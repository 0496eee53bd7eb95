// No two records of a kind have one id, nor ids that some file system takes for one.
#include <map>
#include <string>

#include "check/checks.hpp"
#include "text/unicode.hpp"

namespace gongshi {
namespace {

Position start_of(const Record& record) { return {record.at.file, 0}; }

template <class R>
void check_list(const std::vector<Written<R>>& list, Diagnostics& diagnostics) {
  std::map<std::string, const Record*> by_key;
  for (const Record& record : list) {
    const auto [other, fresh] = by_key.emplace(collision_key(record.id), &record);
    if (fresh) continue;
    if (other->second->id == record.id) {
      diagnostics.add("duplicate-id", start_of(record), {record.id}, start_of(*other->second));
    } else {
      diagnostics.add("id-collision", start_of(record), {record.id, other->second->id},
                      start_of(*other->second));
    }
  }
}

}  // namespace

void check_ids(const Site& site, Diagnostics& diagnostics) {
  site.records.for_each_kind([&]<class R>() { check_list<R>(site.records.all<R>(), diagnostics); });
}

}  // namespace gongshi
