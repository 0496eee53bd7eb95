// The records of a site as they were written, for commands of the desk.
#pragma once

#include "cli/console.hpp"
#include "files/file_system.hpp"
#include "pipeline/load_site.hpp"

namespace gongshi {

class RawSite {
 public:
  RawSite(FileSystem& files, const Options& options, const Console& console)
      : m_files(files), m_options(options), m_console(console) {}

  /// Reads the site that the options name. False, with the findings printed, where site.yaml is not in order,
  /// or a record is not and `despite_errors` is false. Throws UsageMistake and IoError.
  bool load(bool despite_errors);
  [[nodiscard]] ExitStatus status() const { return m_status; }
  [[nodiscard]] const Site& site() const { return m_site; }
  [[nodiscard]] const LoadRequest& request() const { return m_request; }
  [[nodiscard]] SourceNames& names() { return m_names; }

 private:
  FileSystem& m_files;
  const Options& m_options;
  const Console& m_console;
  LoadRequest m_request;
  SourceNames m_names;
  Site m_site;
  ExitStatus m_status = ExitStatus::fine;
};

}  // namespace gongshi
