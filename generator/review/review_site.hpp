// From sources to what the public would see change if they were published now.
#pragma once

#include "pipeline/build_site.hpp"
#include "review/compare_records.hpp"

namespace gongshi {

struct Review {
  BuildEnd end = BuildEnd::done;  ///< where it is not done, the findings say why, and nothing was compared
  SiteChanges changes;
  std::string title;  ///< of the site
  std::string organisation;
  std::string audience;
  std::string against;       ///< path of the site that stands; empty where there is none yet
  std::string before_as_of;  ///< empty where it is not told
  std::string as_of;
};

/// Compares with the site or archive at `against` (absolute); if that is empty, with the output of a build,
/// and where there is none, everything is new. Throws AgainstRefused or IoError.
Review review_site(FileSystem& files, const BuildRequest& request, const std::string& against,
                   Language language, SourceNames& names, Diagnostics& diagnostics);

}  // namespace gongshi
