// The table of lookbacks.
#include "model/lookback.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const LookbackMeasure*) {
  // clang-format off
  static const FieldTable table = describe<LookbackMeasure>("measure", {"补课措施", "measure"}, {
      field<&LookbackMeasure::text>("text", "内容", shown, required, {"做什么", "what is done"}),
      field<&LookbackMeasure::due>("due", "期限", shown, {"应当完成的日期", "day it is due"}),
      field<&LookbackMeasure::done>("done", "完成", shown, {"完成的日期", "day it was done"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Lookback*) {
  // clang-format off
  static const FieldTable table = describe<Lookback>("lookback", {"回头看", "look-back"}, record_fields<Lookback>({
      field<&Lookback::unit>("unit", "单位", shown, required, {"回头看的单位", "unit that looks back"}),
      field<&Lookback::survey>("survey", "测评", shown, required, {"起因的测评", "poll that called for it"}),
      field<&Lookback::reasons>("reasons", "原因", shown, required, {"查找到的原因", "reasons found"}),
      field<&Lookback::measures>("measures", "补课措施", shown, {"补课措施", "what is made up"}),
      field<&Lookback::resurvey>("resurvey", "再次测评", shown, {"补课后的测评", "second poll"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
