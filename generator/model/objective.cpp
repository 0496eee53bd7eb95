// The table of objectives.
#include "model/objective.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const Objective*) {
  // clang-format off
  static const FieldTable table = describe<Objective>("objective", {"整改目标", "objective"}, record_fields<Objective>({
      field<&Objective::unit>("unit", "单位", shown, {"提出目标的单位", "unit that set it"}),
      field<&Objective::text>("text", "内容", shown, {"目标的内容", "what it says"}),
      field<&Objective::order>("order", "次序", shown, {"排列次序", "place in the order"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
