#include "cli/help_text.hpp"

#include <algorithm>

#include "cli/examples.hpp"
#include "cli/option_table.hpp"
#include "text/unicode.hpp"

namespace gongshi {
namespace {

/// Two columns: what is typed, and what it does.
class Rows {
 public:
  void add(std::string typed, std::string_view about) { m_rows.emplace_back(std::move(typed), about); }

  [[nodiscard]] std::string text() const {
    std::size_t widest = 0;
    for (const auto& [typed, about] : m_rows) widest = std::max(widest, display_width(typed));
    std::string out;
    for (const auto& [typed, about] : m_rows) {
      out.append("  ")
          .append(typed)
          .append(widest - display_width(typed) + 2, ' ')
          .append(about)
          .append("\n");
    }
    return out;
  }

 private:
  std::vector<std::pair<std::string, std::string>> m_rows;
};

std::string heading(Bilingual words, Language language) {
  return "\n" + std::string(words.in(language)) + "\n";
}

std::string joined(std::span<const std::string_view> values) {
  std::string all;
  for (const std::string_view value : values) all += (all.empty() ? "" : "|") + std::string(value);
  return all;
}

std::string typed(const OptionSpec& option) {
  std::string out(option.name);
  if (!option.value.empty()) out += " " + std::string(option.value);
  return out;
}

std::string about(const OptionSpec& option, Language language) {
  std::string out(option.help.in(language));
  if (!option.values.empty()) out += ": " + joined(option.values);
  return out;
}

}  // namespace

std::string_view program_line(Language language) {
  return Bilingual{"公示: 由记录生成整改公开站点", "Gongshi: a public site of corrections from records"}.in(
      language);
}

std::string synopsis(const Command& command) {
  std::string out = "gongshi " + std::string(command.name);
  if (command.argument.empty()) return out;
  const std::string argument(command.argument);
  return out + (command.argument_required ? " " + argument : " [" + argument + "]");
}

std::string help_text(Language language) {
  std::string out(program_line(language));
  out += "\n" + heading({"用法:", "Usage:"}, language);
  out += Bilingual{"  gongshi 命令 [选项…]\n", "  gongshi COMMAND [OPTION…]\n"}.in(language);
  out += heading({"命令:", "Commands:"}, language);
  Rows rows;
  for (const Command& command : commands()) rows.add(std::string(command.name), command.about.in(language));
  out += rows.text() + heading({"退出状态:", "Exit status:"}, language);
  Rows statuses;
  for (const ExitStatusWords& status : kExitStatusWords)
    statuses.add(std::string(status.number), status.meaning.in(language));
  return out + statuses.text() + "\n" +
         std::string(Bilingual{"每个命令的选项和例子: gongshi 命令 --help\n",
                               "Options and examples of a command: gongshi COMMAND --help\n"}
                         .in(language));
}

std::string help_text(const Command& command, Language language) {
  std::string out(command.about.in(language));
  out += "\n" + heading({"用法:", "Usage:"}, language) + "  " + synopsis(command);
  out += std::string(Bilingual{" [选项…]", " [OPTION…]"}.in(language)) + "\n";
  out += heading({"选项:", "Options:"}, language);
  Rows rows;
  for (const OptionSpec* option : options_of(command)) rows.add(typed(*option), about(*option, language));
  rows.add("-h, --help", Bilingual{"显示这份帮助", "show this help"}.in(language));
  out += rows.text() + heading({"例子:", "Examples:"}, language);
  for (const Example& example : examples_of(command.name)) {
    out += "  " + std::string(example.line) + "\n      " + std::string(example.about.in(language)) + "\n";
  }
  return out;
}

}  // namespace gongshi
