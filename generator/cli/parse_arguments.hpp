// The command line becomes Options. The one place that includes CLI11, which reads the tables of
// commands and options; what it refuses is worded as a finding of ours.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/options.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gongshi {

/// Text that was asked for by --help or --version, for stdout.
struct HelpText {
  std::string text;
};

/// `arguments` without the program's name. `language` is that of the environment, which --lang overrides
/// (and is returned in the options even where a mistake is returned, by `options`).
std::variant<HelpText, Diagnostic, std::monostate> parse_arguments(const std::vector<std::string>& arguments,
                                                                   Options& options);

}  // namespace gongshi
