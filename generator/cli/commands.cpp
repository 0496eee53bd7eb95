#include "cli/commands.hpp"

namespace gongshi {

std::span<const Command> commands() {
  static constexpr Command kCommands[] = {
      {"build", "", false, true, true, {"由内容生成站点", "build the site from its content"}, run_build},
      {"check",
       "",
       false,
       true,
       false,
       {"检查全部内容，什么都不写", "check everything, write nothing"},
       run_check},
      {"explain",
       "CODE",
       false,
       false,
       false,
       {"解释一条规则；不带代码时列出全部", "explain a rule; without a code, list them all"},
       run_explain},
      {"schema",
       "KIND",
       false,
       false,
       false,
       {"一种记录（或全部）的 JSON Schema", "JSON Schema of a kind of record, or of all"},
       run_schema},
  };
  return kCommands;
}

}  // namespace gongshi
