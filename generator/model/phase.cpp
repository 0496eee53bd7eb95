// The table of phases.
#include "model/phase.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(PhaseState) {
  static constexpr ChoiceWord kWords[] = {
      {"completed", {"已完成", "completed"}},
      {"current", {"进行中", "current"}},
      {"planned", {"未开始", "planned"}},
  };
  return kWords;
}

const FieldTable& fields_of(const Phase*) {
  // clang-format off
  static const FieldTable table = describe<Phase>("phase", {"阶段", "phase"}, record_fields<Phase>({
      field<&Phase::from>("from", "开始", shown, {"阶段开始的日期", "first day"}),
      field<&Phase::to>("to", "结束", shown, {"阶段结束的日期", "last day"}),
      field<&Phase::state>("state", "状态", shown, {"日期不明时的状态", "state, where the dates are not known"}),
      field<&Phase::aim>("aim", "目的", shown, {"这一阶段要达到什么", "what the stage is for"}),
      field<&Phase::order>("order", "次序", shown, {"排列次序", "place in the order"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
