// From files to a raw site: settings, then all records, read in parallel.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "files/file_system.hpp"
#include "model/site.hpp"
#include "parse/find_sources.hpp"
#include "parse/parse_cache.hpp"

namespace gongshi {

struct LoadRequest {
  std::string site_folder;  ///< absolute
  std::string site_name;    ///< name of the site file below it
  std::vector<ContentFolder> content;
  std::optional<Date> as_of;  ///< wins over site.yaml
  unsigned jobs = 0;
};

/// Reads and judges site.yaml; nothing if it has errors.
std::optional<SiteConfig> load_config(FileSystem& files, const LoadRequest& request, SourceNames& names,
                                      Diagnostics& diagnostics);

/// Reads all records. A record that could not be read is there with its id alone, so that what names
/// it is not reported as well; the findings say so. `trees` spares parsing what it holds; it may be null.
Site load_site(FileSystem& files, const LoadRequest& request, SiteConfig config, SourceNames& names,
               Diagnostics& diagnostics, ParseCache* trees = nullptr);

/// The sources of all records and the names of attachments, in the order of reading.
FoundSources find_site_sources(FileSystem& files, const LoadRequest& request, SourceNames& names,
                               Diagnostics& diagnostics);

/// As load_site, of sources that were found before.
Site load_site(FileSystem& files, const LoadRequest& request, SiteConfig config, const FoundSources& found,
               Diagnostics& diagnostics, ParseCache* trees = nullptr);

/// What became of a record whose file was read again.
enum class Reloaded : std::uint8_t {
  kept,      ///< the file has errors, and the record stays as it was
  changed,   ///< whoever saw it sees it still, and nothing else changed
  replaced,  ///< its scope, unit or withdrawal may be another
};

/// Reads one record of the site anew; findings are added. IoError where the file is gone.
Reloaded reload_record(FileSystem& files, const SourceFile& source, Site& site, Diagnostics& diagnostics);

}  // namespace gongshi
