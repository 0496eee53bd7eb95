// explain: what a code means and how to cure it; without a code, all of them, a line each.
#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "diagnostics/rules.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

// A code such as missing-lead stands for the entry of its family.
const Message* message_of(std::string_view code) {
  if (const Message* exact = find_message(code)) return exact;
  return code.starts_with(kMissing) && code.size() > kMissing.size() ? find_message(kMissing) : nullptr;
}

void explain(const Message& message, const std::string& code, const Options& options, std::ostream& out) {
  const Language language = options.language;
  std::vector<Argument> blanks(9, std::string("…"));  // for what only a finding can fill in
  if (code != message.code) blanks[0] = code.substr(message.code.size());
  const bool error = message.severity == Severity::error;
  out << code << " (" << (error ? Bilingual{"错误", "error"} : Bilingual{"警告", "warning"}).in(language)
      << ")\n\n"
      << message.rule.in(language) << "\n\n"
      << Bilingual{"说法: ", "It says: "}.in(language) << word(message.text.in(language), blanks, language)
      << "\n"
      << Bilingual{"解决: ", "Cure: "}.in(language) << word(message.cure.in(language), blanks, language)
      << "\n";
  if (!may_be_lowered(message)) return;
  const Bilingual lower{
      "可以放宽: 全站在 site.yaml 里写 `规则级别: {{1}: {级别: 警告, 理由: 为什么}}`，"
      "单条记录写 `豁免: [{代码: {1}, 理由: 为什么}]`；理由会公布。",
      "May be lowered: `rules: {{1}: {level: warning, reason: why}}` in site.yaml, or "
      "`waivers: [{code: {1}, reason: why}]` in one record; the reason is published."};
  out << word(lower.in(language), {code}, language) << "\n";
}

// Those of the family missing-<key> have no entries of their own, so the key stays as it was typed.
Term nearest_code(const std::string& code) {
  std::string in_family(kMissing);
  in_family += code.substr(std::min(code.find('-'), code.size() - 1) + 1);
  std::vector<std::string_view> known = {in_family};
  known.reserve(std::size(kMessages) + 1);
  for (const Message* message : kMessages) known.push_back(message->code);
  return nearest_hint(code, known);
}

}  // namespace

ExitStatus run_explain(const Options& options, const Console& console) {
  if (options.arguments.empty()) {
    for (const Message* message : kMessages) {
      console.out << message->code << "\t" << message->rule.in(options.language) << "\n";
    }
    return ExitStatus::fine;
  }
  const std::string& code = options.arguments.front();
  if (const Message* message = message_of(code)) {
    explain(*message, code, options, console.out);
    return ExitStatus::fine;
  }
  print_finding(console, options,
                {&Code("usage-unknown-code").message(), {}, {code, nearest_code(code)}, {}, {}, {}});
  return ExitStatus::usage;
}

}  // namespace gongshi
