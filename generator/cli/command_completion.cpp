// completion: the script with which a shell completes commands, options and their values.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/completion_scripts.hpp"
#include "model/type_words.hpp"

namespace gongshi {

ExitStatus run_completion(const Options& options, const Console& console) {
  const std::string& shell = options.arguments.front();
  const std::string script = completion_script(shell, options.language);
  if (!script.empty()) {
    console.out << script;
    return ExitStatus::fine;
  }
  const std::vector<std::string_view> known = {"bash", "zsh", "fish"};
  const Term what{"没有“" + shell + "”的补全，只有 bash、zsh、fish",
                  "there is no completion for `" + shell + "`, only for bash, zsh and fish"};
  print_finding(console, options,
                {&Code("usage-arguments").message(),
                 {},
                 {what, nearest_hint(shell, known), options.command},
                 {},
                 {},
                 {}});
  return ExitStatus::usage;
}

}  // namespace gongshi
