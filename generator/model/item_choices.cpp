// The words of the fixed values of an item.
#include "model/item_choices.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(Origin) {
  static constexpr ChoiceWord kWords[] = {
      {"opinion", {"征求意见", "opinion"}},   {"inspection", {"督查检查", "inspection"}},
      {"audit", {"审计", "audit"}},           {"petition", {"信访", "petition"}},
      {"self-found", {"自查", "self-found"}}, {"plan", {"方案", "plan"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(ItemClass) {
  static constexpr ChoiceWord kWords[] = {
      {"immediate", {"立行立改", "at once"}},
      {"by-deadline", {"限期整改", "by a date"}},
      {"stepwise", {"逐步解决", "step by step"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Horizon) {
  static constexpr ChoiceWord kWords[] = {
      {"near", {"近期", "near"}},
      {"medium", {"中期", "medium"}},
      {"long", {"长期", "long"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Degree) {
  static constexpr ChoiceWord kWords[] = {
      {"high", {"高", "high"}},
      {"normal", {"中", "normal"}},
      {"low", {"低", "low"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Condition) {
  static constexpr ChoiceWord kWords[] = {
      {"present", {"具备", "present"}},
      {"with-effort", {"经努力可具备", "with effort"}},
      {"limited", {"受客观条件限制", "limited"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Pressure) {
  static constexpr ChoiceWord kWords[] = {
      {"strong", {"反映强烈", "felt strongly"}},
      {"long-standing", {"长期反映", "long-standing"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(MeasureStage) {
  static constexpr ChoiceWord kWords[] = {
      {"on-agenda", {"列入议程", "on the agenda"}},
      {"tasked", {"已交办", "tasked"}},
      {"decided", {"已明确", "decided"}},
      {"put-forward", {"已提出", "put forward"}},
      {"preliminary-approval", {"初步确定", "preliminarily approved"}},
      {"drafting", {"起草中", "drafting"}},
      {"set-up", {"已建立", "set up"}},
      {"issued", {"已印发", "issued"}},
      {"in-force", {"已施行", "in force"}},
      {"improving", {"完善中", "improving"}},
      {"done", {"已完成", "done"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(ResponsePosition) {
  static constexpr ChoiceWord kWords[] = {
      {"agrees", {"同意", "agrees"}},
      {"in-principle", {"原则同意", "agrees in principle"}},
      {"in-part", {"部分同意", "agrees in part"}},
      {"disagrees", {"不同意", "disagrees"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(DeadlineKind) {
  static constexpr ChoiceWord kWords[] = {
      {"set", {"确定", "set"}},
      {"estimated", {"预计", "estimated"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(ExtensionState) {
  static constexpr ChoiceWord kWords[] = {
      {"asked", {"已申请", "asked"}},
      {"granted", {"已批准", "granted"}},
      {"refused", {"未批准", "refused"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(ClaimExtent) {
  static constexpr ChoiceWord kWords[] = {
      {"full", {"全部", "full"}},
      {"partial", {"部分", "partial"}},
      {"staged", {"阶段性", "staged"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(AcceptanceResult) {
  static constexpr ChoiceWord kWords[] = {
      {"accepted", {"通过", "accepted"}},
      {"returned", {"退回", "returned"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(AcceptanceMethod) {
  static constexpr ChoiceWord kWords[] = {
      {"on-site", {"现场", "on site"}},
      {"documents", {"资料", "documents"}},
      {"call-back", {"回访", "call-back"}},
      {"re-test", {"复测", "re-test"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(ClosedAs) {
  static constexpr ChoiceWord kWords[] = {
      {"done", {"完成", "done"}},
      {"not-applicable", {"不再适用", "not applicable"}},
      {"refused", {"不予整改", "refused"}},
      {"unfounded", {"查无实据", "unfounded"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(InspectionResult) {
  static constexpr ChoiceWord kWords[] = {
      {"passed", {"合格", "passed"}},
      {"returned", {"退回", "returned"}},
      {"under-way", {"进行中", "under way"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(MovedField) {
  static constexpr ChoiceWord kWords[] = {
      {"unit", {"单位", "unit"}},
      {"class", {"分类", "class"}},
      {"scope", {"公开范围", "scope"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(RevisionKind) {
  static constexpr ChoiceWord kWords[] = {
      {"correction", {"更正", "correction"}},
      {"revision", {"修订", "revision"}},
      {"redaction", {"删减", "redaction"}},
  };
  return kWords;
}

}  // namespace gongshi
