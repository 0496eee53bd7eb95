// The whole way from files to a published site, stage by stage. All findings of a stage are collected;
// where there are errors, nothing behind the next barrier runs and the published site stays as it was.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "pipeline/load_site.hpp"
#include "publish/published.hpp"
#include "write/site_writer.hpp"

namespace gongshi {

/// What a build is at, for whoever waits before a terminal.
enum class BuildStep : std::uint8_t { starting, reading, checking, projecting, making, judging, publishing };

struct BuildRequest {
  LoadRequest load;
  std::string audience;        ///< empty for the widest
  std::string output;          ///< absolute; empty for the audience's own folder beside the site file
  std::string shipped_themes;  ///< where themes lie that a site does not bring itself
  std::string version;         ///< of the program
  bool write = true;           ///< false for `check`: all the work, nothing written
  std::string program;         ///< what no other program has, in one line: what another kept is made anew
  bool use_kept_files = true;  ///< false to make what an earlier build kept anew, and to keep nothing
  bool deny_warnings = false;  ///< a warning stops the build like an error
  /// Told of each step as it begins, and how many records or pages there are; may be empty.
  std::function<void(BuildStep step, std::size_t count)> progress;
  /// Told while pages are made, a hundred times at most, from any thread but one at a time; may be empty.
  std::function<void(BuildStep step, std::size_t done, std::size_t count)> done_so_far;

  void tell(BuildStep step, std::size_t count) const {
    if (progress) progress(step, count);
  }
};

enum class BuildEnd : std::uint8_t {
  done,
  bad_site_file,  ///< site.yaml, or an audience that it does not have
  bad_content,    ///< content or theme has errors
  leak,           ///< what was made, or was to be published, tells something that is withheld
};

struct BuildReport {
  BuildEnd end = BuildEnd::done;
  std::string output;  ///< where the site is now; empty if nothing was written
  std::string audience;
  std::size_t pages = 0;
  std::size_t files = 0;  ///< pages included
  Withheld withheld;
  std::size_t unproven = 0;  ///< withheld values that the search of the output could not use
  std::optional<Date> next_change;
};

/// Builds or checks a site. Throws OutputRefused, IoError or Interrupted; in each case the published
/// site is as it was.
BuildReport build_site(FileSystem& files, const BuildRequest& request, SourceNames& names,
                       Diagnostics& diagnostics);

}  // namespace gongshi
