#include "cli/commands.hpp"

#include "diagnostics/messages.hpp"
#include "model/records.hpp"

namespace gongshi {
namespace {

std::vector<std::string_view> all_codes() {
  std::vector<std::string_view> codes;
  codes.reserve(std::size(kMessages));
  for (const Message* message : kMessages) codes.push_back(message->code);
  return codes;
}

std::vector<std::string_view> record_kinds() {
  std::vector<std::string_view> kinds;
  kinds.reserve(kKinds.size() + 1);
  for (const KindName& kind : kKinds) kinds.push_back(kind.singular);
  return kinds;
}

std::vector<std::string_view> all_kinds() {
  std::vector<std::string_view> kinds = record_kinds();
  kinds.insert(kinds.begin(), "site");
  return kinds;
}

std::vector<std::string_view> all_shells() { return {"bash", "zsh", "fish"}; }

}  // namespace

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
      {"serve",
       "",
       false,
       true,
       false,
       {"在本机浏览器里预览，保存后立即更新", "preview in a browser of this machine, always up to date"},
       run_serve},
      {"review",
       "",
       false,
       true,
       false,
       {"公布之前看公众会看到什么变化", "what the public will see change, before it is published"},
       run_review},
      {"init", "DIR", true, false, false, {"建立一个能用的小站点", "make a small site that works"}, run_init},
      {"new",
       "KIND [ID]",
       true,
       true,
       false,
       {"新建一条记录，每个字段都有说明", "make a record with every field explained"},
       run_new,
       record_kinds},
      {"export",
       "FILE",
       true,
       true,
       false,
       {"把记录或空白模板写成表格", "write the records, or an empty template, as a spreadsheet"},
       run_export},
      {"import",
       "FILE",
       true,
       true,
       false,
       {"把表格读进记录，先看会改什么",
        "put a spreadsheet into the records, after showing what would change"},
       run_import},
      {"explain",
       "CODE",
       false,
       false,
       false,
       {"解释一条规则；不带代码时列出全部", "explain a rule; without a code, list them all"},
       run_explain,
       all_codes},
      {"schema",
       "KIND",
       false,
       false,
       false,
       {"一种记录（或全部）的 JSON Schema", "JSON Schema of a kind of record, or of all"},
       run_schema,
       all_kinds},
      {"completion",
       "SHELL",
       true,
       false,
       false,
       {"输出 bash、zsh 或 fish 的补全脚本", "print the completion script for bash, zsh or fish"},
       run_completion,
       all_shells},
      {"man", "", false, false, false, {"输出手册页", "print the manual page"}, run_man},
  };
  return kCommands;
}

}  // namespace gongshi
