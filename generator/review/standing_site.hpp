// The site that the public has now, read back from its own JSON: a folder made by build, or its archive.
#pragma once

#include <map>
#include <string>

#include "diagnostics/diagnostic.hpp"
#include "files/file_system.hpp"
#include "model/records.hpp"
#include "text/json.hpp"

namespace gongshi {

struct StandingSite {
  std::map<Kind, JsonValue> tables;  ///< an array of records each; a kind without a table had none
  std::string as_of;                 ///< empty where it is not told
};

/// What was named cannot be compared with; the finding says why.
struct AgainstRefused {
  Diagnostic finding;
};

/// Reads the site at `path` (absolute), which is for this audience. Throws AgainstRefused or IoError.
StandingSite read_standing_site(FileSystem& files, const std::string& path, const std::string& audience);

}  // namespace gongshi
