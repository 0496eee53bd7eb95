// The table of plans.
#include "model/plan.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const Plan*) {
  // clang-format off
  static const FieldTable table = describe<Plan>("plan", {"整改方案", "plan"}, record_fields<Plan>({
      field<&Plan::unit>("unit", "单位", shown, required, {"制定方案的单位", "unit whose plan it is"}),
      field<&Plan::phase>("phase", "阶段", shown, {"所属阶段", "stage it belongs to"}),
      field<&Plan::heard_from>("heard_from", "听取意见", shown, {"听取了谁的意见", "who was heard"}),
      field<&Plan::items>("items", "整改事项", shown, {"方案里的事项", "corrections it holds"}),
      field<&Plan::adopted>("adopted", "通过日期", shown, {"通过的日期", "day it was adopted"}),
      field<&Plan::text>("text", "内容", shown, {"方案要点", "gist of the plan"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
