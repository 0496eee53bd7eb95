// Every option once: its name, value and help in both languages, which commands have it, and what it
// sets. Parsing, help and completion are derived from this table.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/options.hpp"
#include "diagnostics/message.hpp"

namespace gongshi {

/// Which commands an option belongs to.
enum class OptionGroup : std::uint8_t { everything, reads_site, writes_site, one_command };

struct OptionSpec {
  std::string_view name;   ///< with its dashes
  std::string_view value;  ///< what its value is called; empty for a switch
  OptionGroup group;
  bool repeatable = false;
  std::span<const std::string_view> values;  ///< the values it takes, if they are fixed
  Bilingual help;
  void (*set)(Options& options, const std::string& value);
  std::string_view command = {};  ///< of `one_command`, which
  int least = 0;                  ///< the range of a whole number, ends included; none if both are 0
  int most = 0;
};

std::span<const OptionSpec> option_table();

/// The options that a command takes, in the table's order.
std::vector<const OptionSpec*> options_of(const Command& command);

}  // namespace gongshi
