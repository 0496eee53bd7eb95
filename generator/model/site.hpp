// The whole site as it was written: its settings and all its records. Raw: it may hold what the public
// must not see, so nothing behind publish/ accepts it.
#pragma once

#include <string>
#include <vector>

#include "model/records.hpp"
#include "model/site_config.hpp"

namespace gongshi {

/// A record as it was written, reached by -> like a published one.
template <class R>
struct Written : R {
  const R* operator->() const { return this; }
  const R& operator*() const { return *this; }
};

struct Site {
  SiteConfig config;
  Date as_of;
  RecordLists<Written> records;
  std::vector<std::string> attachments;  ///< names below content/files/, sorted
};

}  // namespace gongshi
