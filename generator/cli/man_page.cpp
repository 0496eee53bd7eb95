#include "cli/man_page.hpp"

#include "cli/examples.hpp"
#include "cli/help_text.hpp"
#include "cli/option_table.hpp"

namespace gongshi {
namespace {

/// Text as roff reads it: a backslash, a hyphen that is typed, and a dot or quote at the start of a line.
std::string roff(std::string_view text) {
  std::string out;
  if (text.starts_with('.') || text.starts_with('\'')) out = "\\&";
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string section(Bilingual title, Language language) {
  return ".SH " + std::string(title.in(language)) + "\n";
}

std::string entry(const std::string& term, std::string_view text) {
  return ".TP\n" + term + "\n" + roff(text) + "\n";
}

std::string option_entry(const OptionSpec& option, Language language) {
  std::string term = "\\fB" + roff(option.name) + "\\fR";
  if (!option.value.empty()) term += " \\fI" + roff(option.value) + "\\fR";
  std::string text(option.help.in(language));
  std::string listed;
  for (const std::string_view value : option.values)
    listed += (listed.empty() ? " (" : ", ") + std::string(value);
  if (!listed.empty()) text += listed + ")";
  return entry(term, text);
}

std::string command_section(const Command& command, Language language) {
  std::string out = ".SS " + roff(synopsis(command)) + "\n" + roff(command.about.in(language)) + "\n";
  for (const OptionSpec* option : options_of(command)) {
    if (option->group != OptionGroup::everything) out += option_entry(*option, language);
  }
  return out;
}

}  // namespace

std::string man_page(std::string_view version, Language language) {
  std::string out = R"(.TH GONGSHI 1 "" "gongshi )" + roff(version) + "\"\n";
  out += section({"名称", "NAME"}, language) + "gongshi \\- " + roff(program_line(language)) + "\n";
  out += section({"用法", "SYNOPSIS"}, language) + ".B gongshi\n" +
         std::string(Bilingual{".I 命令\n[\\fI选项\\fR…]\n", ".I COMMAND\n[\\fIOPTION\\fR…]\n"}.in(language));
  out += section({"命令", "COMMANDS"}, language);
  for (const Command& command : commands()) out += command_section(command, language);
  out += section({"每个命令都有的选项", "OPTIONS OF EVERY COMMAND"}, language);
  for (const OptionSpec& option : option_table()) {
    if (option.group == OptionGroup::everything) out += option_entry(option, language);
  }
  out += entry(R"(\fB\-h\fR, \fB\-\-help\fR)", Bilingual{"帮助", "the help"}.in(language));
  out += section({"例子", "EXAMPLES"}, language);
  for (const Command& command : commands()) {
    for (const Example& example : examples_of(command.name))
      out += entry("\\fB" + roff(example.line) + "\\fR", example.about.in(language));
  }
  out += section({"退出状态", "EXIT STATUS"}, language);
  for (const ExitStatusWords& status : kExitStatusWords)
    out += entry("\\fB" + std::string(status.number) + "\\fR", status.meaning.in(language));
  return out;
}

}  // namespace gongshi
