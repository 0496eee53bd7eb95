#include "cli/parse_arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/help_text.hpp"
#include "cli/option_table.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

void add_option(CLI::App& app, const OptionSpec& spec, Options& options) {
  const std::string name(spec.name);
  if (spec.value.empty()) {
    app.add_flag_callback(
        name, [&spec, &options] { spec.set(options, {}); }, "");
    return;
  }
  CLI::Option* option = app.add_option_function<std::vector<std::string>>(
      name,
      [&spec, &options](const std::vector<std::string>& values) {
        for (const std::string& value : values) spec.set(options, value);
      },
      "");
  option->type_name(std::string(spec.value))->expected(1);
  if (!spec.repeatable) option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  if (spec.repeatable) option->take_all();
  if (!spec.values.empty())
    option->check(CLI::IsMember(std::vector<std::string>(spec.values.begin(), spec.values.end())));
  if (spec.most != 0) option->check(CLI::Range(spec.least, spec.most));
}

void add_command(CLI::App& app, const Command& command, Options& options) {
  CLI::App* sub = app.add_subcommand(std::string(command.name));
  sub->callback([&command, &options] { options.command = command.name; });
  for (const OptionSpec* spec : options_of(command)) add_option(*sub, *spec, options);
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
  const Term hint = typed.starts_with("-")
                        ? Term{"命令写在选项前面。", "A command comes before its options. "}
                        : nearest_hint(typed, known);
  return {&Code("usage-unknown-command").message(), {}, {typed, hint}, {}, {}, {}};
}

Term worded(Bilingual text, const std::vector<Argument>& arguments) {
  return {word(text.zh, arguments, Language::zh), word(text.en, arguments, Language::en)};
}

/// What is wrong, in our words, and the nearest name if there is one.
struct Mistake {
  Term what;
  Term hint;
};

/// An option that the command does not have, or a value that the option does not take.
std::optional<Mistake> mistaken_option(const std::vector<std::string>& arguments, const Command& command) {
  const std::vector<const OptionSpec*> options = options_of(command);
  std::vector<std::string_view> known;
  known.reserve(options.size());
  for (const OptionSpec* spec : options) known.push_back(spec->name);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::size_t equals = arguments[i].find('=');
    const std::string name = arguments[i].substr(0, equals);
    if (!name.starts_with("--")) continue;
    const auto place = std::find(known.begin(), known.end(), name);
    if (place == known.end())
      return Mistake{{"没有选项 " + name, "there is no option " + name}, nearest_hint(name, known)};
    const OptionSpec& spec = *options[static_cast<std::size_t>(place - known.begin())];
    std::string value;
    if (equals != std::string::npos) {
      value = arguments[i].substr(equals + 1);
    } else if (i + 1 < arguments.size()) {
      value = arguments[i + 1];
    }
    if (spec.values.empty() || std::find(spec.values.begin(), spec.values.end(), value) != spec.values.end())
      continue;
    std::string listed;
    for (const std::string_view one : spec.values) listed += (listed.empty() ? "" : ", ") + std::string(one);
    return Mistake{worded({"{1} 不能是“{2}”，可以是: {3}", "{1} cannot be `{2}`, it is one of: {3}"},
                          {name, value, listed}),
                   nearest_hint(value, spec.values)};
  }
  return std::nullopt;
}

/// Any other refusal by the library, which begins with the option or ends with the argument that it is about.
Term refusal(const CLI::ParseError& error, const Command& command) {
  const std::string what = error.what();
  const std::string name = what.substr(0, what.find(':'));
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return worded({"还要写上 {1}", "{1} is missing"}, {std::string(command.argument)});
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    return worded({"多写了“{1}”", "`{1}` is too much"}, {what.substr(what.rfind(": ") + 2)});
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && name == command.argument)
    return worded({"{1} 只能写一个", "there is more than one {1}"}, {name});
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr)
    return worded({"{1} 后面要有一个值", "{1} lacks its value"}, {name});
  for (const OptionSpec* spec : options_of(command)) {
    if (spec->name != name || spec->most == 0) continue;
    return worded({"{1} 要写 {2} 到 {3} 的整数", "{1} takes a whole number from {2} to {3}"},
                  {name, std::int64_t{spec->least}, std::int64_t{spec->most}});
  }
  return {what, what};
}

Diagnostic bad_arguments(const std::vector<std::string>& arguments, const CLI::ParseError& error,
                         const Command& command) {
  const Mistake mistake = mistaken_option(arguments, command).value_or(Mistake{refusal(error, command), {}});
  return {&Code("usage-arguments").message(),
          {},
          {mistake.what, mistake.hint, std::string(command.name)},
          {},
          {},
          {}};
}

}  // namespace

std::variant<HelpText, Diagnostic, std::monostate> parse_arguments(const std::vector<std::string>& arguments,
                                                                   Options& options) {
  find_language(arguments, options);
  CLI::App app;
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
    return HelpText{command == commands().end() ? help_text(options.language)
                                                : help_text(*command, options.language)};
  } catch (const CLI::CallForVersion& version) {
    return HelpText{std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    if (arguments.empty()) return HelpText{help_text(options.language)};
    return command == commands().end() ? unknown_command(arguments.front())
                                       : bad_arguments(arguments, error, *command);
  }
  return std::monostate();
}

}  // namespace gongshi
