// The tables of what all kinds have in common.
#include "model/record.hpp"

#include <algorithm>

#include "model/field_types.hpp"

namespace gongshi {

const Field* FieldTable::find(std::string_view wanted) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const Field& f) { return f.key == wanted || f.label == wanted; });
  return found == fields.end() ? nullptr : &*found;
}

std::vector<const Field*> FieldTable::by_key() const {
  std::vector<const Field*> sorted;
  sorted.reserve(fields.size());
  for (const Field& f : fields) sorted.push_back(&f);
  std::sort(sorted.begin(), sorted.end(), [](const Field* a, const Field* b) { return a->key < b->key; });
  return sorted;
}

const FieldTable& fields_of(const Source*) {
  // clang-format off
  static const FieldTable table = describe<Source>(
      "source", {"来源", "source"},
      {
          field<&Source::document>( "document", "文件", shown, required, {"文件名称，或通报、说明页的编号", "words, or the id of a bulletin or page"}),
          field<&Source::place>("place", "位置", shown, {"在文件中的位置", "place within the document"}),
      });
  // clang-format on
  return table;
}

std::span<const ChoiceWord> choices(WithdrawalKind) {
  static constexpr ChoiceWord kWords[] = {
      {"error", {"登记有误", "entered in error"}},
      {"duplicate", {"重复", "duplicate"}},
      {"not-ours", {"不属本单位", "not ours"}},
      {"redaction", {"依法撤下", "redacted"}},
  };
  return kWords;
}

const FieldTable& fields_of(const Withdrawal*) {
  // clang-format off
  static const FieldTable table = describe<Withdrawal>(
      "withdrawal", {"撤回", "withdrawal"},
      {
          field<&Withdrawal::date>("date", "日期", shown, required, {"撤回日期", "day of the withdrawal"}),
          field<&Withdrawal::kind>("kind", "种类", shown, required, {"撤回的种类", "kind of the withdrawal"}),
          field<&Withdrawal::reason>("reason", "理由", shown, required, {"为什么撤回", "why it was taken back"}),
          field<&Withdrawal::by>("by", "决定单位", shown, {"由谁决定", "who decided it"}),
      });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Waiver*) {
  // clang-format off
  static const FieldTable table = describe<Waiver>(
      "waiver", {"豁免", "waiver"},
      {
          field<&Waiver::code>("code", "代码", shown, required, {"检查的代码", "code of the check"}),
          field<&Waiver::field>("field", "字段", shown, {"所指的字段", "field it is about"}),
          field<&Waiver::reason>("reason", "理由", shown, required, {"为什么保留", "why it is let stand"}),
      });
  // clang-format on
  return table;
}

}  // namespace gongshi
