// The table of institutions.
#include "model/institution.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(Cause) {
  static constexpr ChoiceWord kWords[] = {
      {"not-kept", {"有制度未执行", "rule not kept"}},
      {"incomplete", {"制度不完善", "rule incomplete"}},
      {"no-rule", {"缺乏制度", "no rule"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(InstitutionAction) {
  static constexpr ChoiceWord kWords[] = {
      {"new", {"新建", "new"}},
      {"revised", {"修订", "revised"}},
      {"enforced", {"强化执行", "enforced"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(InstitutionStage) {
  static constexpr ChoiceWord kWords[] = {
      {"planned", {"计划中", "planned"}},         {"drafting", {"起草中", "drafting"}},
      {"improving", {"完善中", "improving"}},     {"consulting", {"征求意见中", "consulting"}},
      {"put-forward", {"已提出", "put forward"}}, {"made", {"已制订", "made"}},
      {"issued", {"已印发", "issued"}},           {"in-force", {"已施行", "in force"}},
      {"repealed", {"已废止", "repealed"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(InstitutionOrigin) {
  static constexpr ChoiceWord kWords[] = {
      {"problem", {"针对问题", "problem"}},
      {"practice", {"总结做法", "practice"}},
  };
  return kWords;
}

const FieldTable& fields_of(const Institution*) {
  // clang-format off
  static const FieldTable table = describe<Institution>("institution", {"制度", "institution"}, record_fields<Institution>({
      field<&Institution::number>("number", "文号", shown, {"文号", "official number"}),
      field<&Institution::action>("action", "做法", shown, {"新建、修订还是强化执行", "new, revised or enforced"}),
      field<&Institution::stage>("stage", "进度", shown, required, {"到了哪一步", "how far it is"}),
      field<&Institution::origin>("origin", "起因", shown, {"针对问题还是总结做法", "answers a problem or makes practice a rule"}),
      field<&Institution::cause>("cause", "制度原因", shown, {"对应的制度原因", "institutional cause it answers"}),
      field<&Institution::items>("items", "整改事项", shown, {"对应的事项", "corrections it answers"}),
      field<&Institution::date>("date", "日期", shown, {"印发或施行的日期", "day it was issued or came into force"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
