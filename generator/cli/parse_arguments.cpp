#include "cli/parse_arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

bool has_option(const Command& command, const OptionSpec& option) {
  switch (option.group) {
    case OptionGroup::everything:
      return true;
    case OptionGroup::reads_site:
      return command.reads_site;
    case OptionGroup::writes_site:
      return command.writes_site;
  }
  return false;
}

void add_option(CLI::App& app, const OptionSpec& spec, Options& options) {
  const std::string name(spec.name);
  const std::string help(spec.help.in(options.language));
  if (spec.value.empty()) {
    app.add_flag_callback(
        name, [&spec, &options] { spec.set(options, {}); }, help);
    return;
  }
  CLI::Option* option = app.add_option_function<std::vector<std::string>>(
      name,
      [&spec, &options](const std::vector<std::string>& values) {
        for (const std::string& value : values) spec.set(options, value);
      },
      help);
  option->type_name(std::string(spec.value))->expected(1);
  if (!spec.repeatable) option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  if (spec.repeatable) option->take_all();
  if (!spec.values.empty())
    option->check(CLI::IsMember(std::vector<std::string>(spec.values.begin(), spec.values.end())));
  if (spec.name == "--jobs") option->check(CLI::Range(1, 1024));
}

void add_command(CLI::App& app, const Command& command, Options& options) {
  CLI::App* sub =
      app.add_subcommand(std::string(command.name), std::string(command.about.in(options.language)));
  sub->callback([&command, &options] { options.command = command.name; });
  for (const OptionSpec& spec : option_table()) {
    if (has_option(command, spec)) add_option(*sub, spec, options);
  }
  if (command.argument.empty()) return;
  CLI::Option* argument = sub->add_option(std::string(command.argument), options.arguments);
  const auto most = 1 + std::count(command.argument.begin(), command.argument.end(), ' ');
  argument->expected(command.argument_required ? 1 : 0, static_cast<int>(most))->type_name("");
  if (command.argument_required) argument->required();
}

// --lang decides the language of the help and of mistakes, so it is looked for before all else.
void find_language(const std::vector<std::string>& arguments, Options& options) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    std::string value;
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
    if (arguments[i].starts_with("--lang=")) value = arguments[i].substr(7);
    if (value == "zh") options.language = Language::zh;
    if (value == "en") options.language = Language::en;
  }
}

Diagnostic unknown_command(const std::string& typed) {
  std::vector<std::string_view> known;
  for (const Command& command : commands()) known.push_back(command.name);
  return {&Code("usage-unknown-command").message(), {}, {typed, nearest_hint(typed, known)}, {}, {}, {}};
}

Diagnostic bad_arguments(const std::vector<std::string>& arguments, const CLI::ParseError& error,
                         const Command& command) {
  std::vector<std::string_view> known;
  for (const OptionSpec& spec : option_table()) {
    if (has_option(command, spec)) known.push_back(spec.name);
  }
  Argument what = std::string(error.what());
  Term hint;
  for (const std::string& argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    if (name.starts_with("--") && std::find(known.begin(), known.end(), name) == known.end()) {
      what = Term{"没有选项 " + name, "there is no option " + name};
      hint = nearest_hint(name, known);
    }
  }
  return {
      &Code("usage-arguments").message(), {}, {std::move(what), hint, std::string(command.name)}, {}, {}, {}};
}

}  // namespace

std::variant<HelpText, Diagnostic, std::monostate> parse_arguments(const std::vector<std::string>& arguments,
                                                                   Options& options) {
  find_language(arguments, options);
  CLI::App app{
      std::string(
          Bilingual{"公示: 由记录生成整改公开站点", "Gongshi: a public site of corrections from records"}.in(
              options.language)),
      "gongshi"};
  app.set_version_flag("--version", std::string("gongshi ") + GONGSHI_VERSION);
  app.require_subcommand(1);
  for (const Command& command : commands()) add_command(app, command, options);

  const auto command = std::find_if(commands().begin(), commands().end(), [&](const Command& known) {
    return !arguments.empty() && arguments.front() == known.name;
  });
  if (!arguments.empty() && command == commands().end() && !arguments.front().starts_with("-")) {
    return unknown_command(arguments.front());
  }
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    const bool of_command = command != commands().end();
    return HelpText{of_command ? app.get_subcommand(std::string(command->name))->help("gongshi")
                               : app.help()};
  } catch (const CLI::CallForVersion& version) {
    return HelpText{std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    if (arguments.empty()) return HelpText{app.help()};
    return command == commands().end() ? unknown_command(arguments.front())
                                       : bad_arguments(arguments, error, *command);
  }
  return std::monostate();
}

}  // namespace gongshi
