#include "cli/completion_scripts.hpp"

#include "cli/option_table.hpp"

namespace gongshi {
namespace {

std::string words(const std::vector<std::string_view>& list) {
  std::string out;
  for (const std::string_view one : list) out += (out.empty() ? "" : " ") + std::string(one);
  return out;
}

std::string values_of(const OptionSpec& option) {
  return words({option.values.begin(), option.values.end()});
}

std::string argument_values(const Command& command) {
  return command.argument_values == nullptr ? std::string() : words(command.argument_values());
}

bool takes_folder(std::string_view value) { return value == "DIR"; }

/// Files are what an option takes whose value is named for one.
bool takes_path(std::string_view value) {
  return value.find("FILE") != value.npos || value.find("DIR") != value.npos;
}

std::string all_commands() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  return words(names);
}

/// In single quotes, for each of the shells.
std::string quoted(std::string_view text, std::string_view escaped_quote) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += escaped_quote;
    } else {
      out.push_back(c);
    }
  }
  return out + "'";
}

std::string bash_option(const OptionSpec& option) {
  const std::string name(option.name);
  if (option.value.empty()) return {};
  std::string reply = "COMPREPLY=()";
  if (!option.values.empty()) {
    reply = "COMPREPLY=($(compgen -W '" + values_of(option) + "' -- \"$word\"))";
  } else if (takes_folder(option.value)) {
    reply = "COMPREPLY=($(compgen -d -- \"$word\"))";
  } else if (takes_path(option.value)) {
    reply = "COMPREPLY=($(compgen -f -- \"$word\"))";
  }
  return "    " + name + ") " + reply + "; return ;;\n";
}

// An option's value is the same whichever command has it.
std::string bash_script() {
  std::string out =
      "# bash completion for gongshi\n"
      "_gongshi() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W '" +
      all_commands() +
      " --help --version' -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case $before in\n";
  for (const OptionSpec& option : option_table()) out += bash_option(option);
  out += "  esac\n  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : commands()) {
    std::string options = "--help";
    for (const OptionSpec* option : options_of(command)) options += " " + std::string(option->name);
    out += "    " + std::string(command.name) +
           ")\n      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W '" + options + "' -- \"$word\"))\n";
    const std::string values = argument_values(command);
    if (!values.empty()) {
      out += "      else COMPREPLY=($(compgen -W '" + values + "' -- \"$word\"))\n";
    } else if (takes_path(command.argument)) {
      out += "      else COMPREPLY=($(compgen -f -- \"$word\"))\n";
    }
    out += "      fi ;;\n";
  }
  return out + "  esac\n}\ncomplete -o filenames -F _gongshi gongshi ./gongshi\n";
}

// `:message:action` of zsh's _arguments.
std::string zsh_action(std::string_view name, const std::string& values) {
  const std::string out = ":" + std::string(name) + ":";
  if (!values.empty()) return out + "(" + values + ")";
  if (takes_folder(name)) return out + "_files -/";
  return takes_path(name) ? out + "_files" : out;
}

// Colons and brackets end a description there.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']') out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string zsh_script(Language language) {
  constexpr std::string_view kQuote = "'\\''";
  std::string out = "#compdef gongshi\n_gongshi() {\n  local -a commands=(\n";
  for (const Command& command : commands()) {
    out += "    " + quoted(std::string(command.name) + ":" + zsh_text(command.about.in(language)), kQuote) +
           "\n";
  }
  out +=
      "  )\n"
      "  if ((CURRENT == 2)); then _describe gongshi commands; return; fi\n"
      "  local command=$words[2]\n"
      "  shift words; ((CURRENT--))\n"
      "  case $command in\n";
  for (const Command& command : commands()) {
    out += "    " + std::string(command.name) + ") _arguments";
    for (const OptionSpec* option : options_of(command)) {
      std::string spec = (option->repeatable ? "*" : "") + std::string(option->name) + "[" +
                         zsh_text(option->help.in(language)) + "]";
      if (!option->value.empty()) spec += zsh_action(option->value, values_of(*option));
      out += " \\\n      " + quoted(spec, kQuote);
    }
    if (!command.argument.empty())
      out += " \\\n      " + quoted("1" + zsh_action(command.argument, argument_values(command)), kQuote);
    out += " ;;\n";
  }
  return out + "  esac\n}\n_gongshi \"$@\"\n";
}

std::string fish_script(Language language) {
  constexpr std::string_view kQuote = "\\'";
  std::string out = "# fish completion for gongshi\ncomplete -c gongshi -f\n";
  for (const Command& command : commands()) {
    out += "complete -c gongshi -n __fish_use_subcommand -a " + std::string(command.name) + " -d " +
           quoted(command.about.in(language), kQuote) + "\n";
  }
  for (const Command& command : commands()) {
    const std::string start =
        "complete -c gongshi -n '__fish_seen_subcommand_from " + std::string(command.name) + "'";
    const std::string values = argument_values(command);
    if (!values.empty()) out += start + " -a " + quoted(values, kQuote) + "\n";
    if (takes_path(command.argument)) out += start + " -F\n";
    for (const OptionSpec* option : options_of(command)) {
      out += start + " -l " + std::string(option->name.substr(2));
      if (takes_folder(option->value)) {
        out += " -x -a '(__fish_complete_directories)'";
      } else if (!option->value.empty()) {
        out += takes_path(option->value) ? " -r -F" : " -x";
      }
      if (!option->values.empty()) out += " -a " + quoted(values_of(*option), kQuote);
      out += " -d " + quoted(option->help.in(language), kQuote) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell, Language language) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script(language);
  return shell == "fish" ? fish_script(language) : std::string();
}

}  // namespace gongshi
