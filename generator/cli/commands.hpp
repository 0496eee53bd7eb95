// The commands of the program, in the order of the help. Each is one file of this folder and thin:
// options in, the pipeline's work, exit status out.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "diagnostics/message.hpp"

namespace gongshi {

ExitStatus run_build(const Options& options, const Console& console);
ExitStatus run_check(const Options& options, const Console& console);
ExitStatus run_serve(const Options& options, const Console& console);
ExitStatus run_review(const Options& options, const Console& console);
ExitStatus run_init(const Options& options, const Console& console);
ExitStatus run_new(const Options& options, const Console& console);
ExitStatus run_export(const Options& options, const Console& console);
ExitStatus run_import(const Options& options, const Console& console);
ExitStatus run_explain(const Options& options, const Console& console);
ExitStatus run_schema(const Options& options, const Console& console);
ExitStatus run_completion(const Options& options, const Console& console);
ExitStatus run_man(const Options& options, const Console& console);

struct Command {
  std::string_view name;
  std::string_view argument;  ///< what its arguments are called, `A` or `A [B]`; empty if it has none
  bool argument_required = false;
  bool reads_site = false;
  bool writes_site = false;
  Bilingual about;
  ExitStatus (*run)(const Options& options, const Console& console);
  std::vector<std::string_view> (*argument_values)() =
      nullptr;  ///< what the argument may be, if that is a list
};

std::span<const Command> commands();

}  // namespace gongshi
