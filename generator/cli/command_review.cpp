// review: what the public will see change if this is published, for the person who signs it off.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/guarded_run.hpp"
#include "cli/site_command.hpp"
#include "cli/site_request.hpp"
#include "cli/source_quotes.hpp"
#include "files/disk.hpp"
#include "review/review_words.hpp"

namespace gongshi {
namespace {

ExitStatus review(const Options& options, const Console& console) {
  Disk disk;
  SourceNames names;
  Diagnostics diagnostics;
  const BuildRequest request = build_request_of(options, disk, false);
  const std::string against = options.against.empty() ? "" : absolute_path(options.against);
  const Review found = review_site(disk, request, against, options.language, names, diagnostics);
  if (found.end != BuildEnd::done) {
    print_findings(console, options, diagnostics, names,
                   quoting_source_text(disk, names, console.err_is_terminal));
    return found.end == BuildEnd::bad_site_file ? ExitStatus::usage : ExitStatus::content_errors;
  }
  console.out << (options.html ? review_sheet(found, options.language)
                               : review_text(found, options.language));
  return ExitStatus::fine;
}

}  // namespace

ExitStatus run_review(const Options& options, const Console& console) {
  return run_guarded(options, console, [&] {
    try {
      return review(options, console);
    } catch (const AgainstRefused& refused) {
      print_finding(console, options, refused.finding);
      return ExitStatus::usage;
    }
  });
}

}  // namespace gongshi
