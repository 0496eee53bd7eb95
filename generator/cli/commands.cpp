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
      {"init", "DIR", true, false, false, {"建立一个能用的小站点", "make a small site that works"}, run_init},
      {"new",
       "KIND [ID]",
       true,
       true,
       false,
       {"新建一条记录，每个字段都有说明", "make a record with every field explained"},
       run_new},
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
