// A rule: planned, made, revised or enforced.
#pragma once

#include "model/record.hpp"

namespace gongshi {

/// Why a rule did not prevent the problem.
enum class Cause : std::uint8_t { not_kept, incomplete, no_rule };
std::span<const ChoiceWord> choices(Cause);

enum class InstitutionAction : std::uint8_t { new_rule, revised, enforced };
std::span<const ChoiceWord> choices(InstitutionAction);

enum class InstitutionStage : std::uint8_t {
  planned,
  drafting,
  improving,
  consulting,
  put_forward,
  made,
  issued,
  in_force,
  repealed
};
std::span<const ChoiceWord> choices(InstitutionStage);

enum class InstitutionOrigin : std::uint8_t { problem, practice };
std::span<const ChoiceWord> choices(InstitutionOrigin);

struct Institution : Record {
  static constexpr Kind kKind = Kind::institution;

  std::string number;
  Choice<InstitutionAction> action;
  Choice<InstitutionStage> stage;
  Choice<InstitutionOrigin> origin;
  Choice<Cause> cause;
  std::vector<Ref<Kind::item>> items;
  Date date;
};
const FieldTable& fields_of(const Institution*);

}  // namespace gongshi
