// Where the program speaks: results on stdout, findings and progress on stderr. Its streams and the
// environment come in from main, so that a test can hold them.
#pragma once

#include <iosfwd>
#include <string>

#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gongshi {

struct Console {
  std::ostream& out;
  std::ostream& err;
  bool err_is_terminal = false;
  bool no_colour = false;  ///< by the wish of the environment (NO_COLOR, TERM=dumb)
};

/// Do findings go to stdout in a format for other programs, rather than to stderr for people?
bool for_programs(const Options& options);

/// Prints all findings in the options' language and form: for people on stderr, at length the first 30 and
/// a line each the next ones, then how many there are of each severity; for programs all on stdout, also
/// where there are none.
/// `source_text` gives the text of a source, or nothing where its lines must not be quoted.
void print_findings(const Console& console, const Options& options, const Diagnostics& diagnostics,
                    const SourceNames& names, const SourceText& source_text);

/// One finding that belongs to no source, such as a mistake in the command line.
void print_finding(const Console& console, const Options& options, const Diagnostic& finding);

}  // namespace gongshi
