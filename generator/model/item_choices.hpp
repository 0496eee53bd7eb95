// The fixed values that fields of an item take.
#pragma once

#include <span>

#include "model/field.hpp"

namespace gongshi {

enum class Origin : std::uint8_t { opinion, inspection, audit, petition, self_found, plan };
std::span<const ChoiceWord> choices(Origin);

enum class ItemClass : std::uint8_t { immediate, by_deadline, stepwise };
std::span<const ChoiceWord> choices(ItemClass);

enum class Horizon : std::uint8_t { near, medium, long_term };
std::span<const ChoiceWord> choices(Horizon);

enum class Degree : std::uint8_t { high, normal, low };
std::span<const ChoiceWord> choices(Degree);

/// Are the conditions for a correction there?
enum class Condition : std::uint8_t { present, with_effort, limited };
std::span<const ChoiceWord> choices(Condition);

enum class Pressure : std::uint8_t { strong, long_standing };
std::span<const ChoiceWord> choices(Pressure);

enum class MeasureStage : std::uint8_t {
  on_agenda,
  tasked,
  decided,
  put_forward,
  preliminary_approval,
  drafting,
  set_up,
  issued,
  in_force,
  improving,
  done
};
std::span<const ChoiceWord> choices(MeasureStage);

enum class ResponsePosition : std::uint8_t { agrees, in_principle, in_part, disagrees };
std::span<const ChoiceWord> choices(ResponsePosition);

enum class DeadlineKind : std::uint8_t { set, estimated };
std::span<const ChoiceWord> choices(DeadlineKind);

enum class ExtensionState : std::uint8_t { asked, granted, refused };
std::span<const ChoiceWord> choices(ExtensionState);

enum class ClaimExtent : std::uint8_t { full, partial, staged };
std::span<const ChoiceWord> choices(ClaimExtent);

enum class AcceptanceResult : std::uint8_t { accepted, returned };
std::span<const ChoiceWord> choices(AcceptanceResult);

enum class AcceptanceMethod : std::uint8_t { on_site, documents, call_back, re_test };
std::span<const ChoiceWord> choices(AcceptanceMethod);

enum class ClosedAs : std::uint8_t { done, not_applicable, refused, unfounded };
std::span<const ChoiceWord> choices(ClosedAs);

enum class InspectionResult : std::uint8_t { passed, returned, under_way };
std::span<const ChoiceWord> choices(InspectionResult);

enum class MovedField : std::uint8_t { unit, item_class, scope };
std::span<const ChoiceWord> choices(MovedField);

enum class RevisionKind : std::uint8_t { correction, revision, redaction };
std::span<const ChoiceWord> choices(RevisionKind);

}  // namespace gongshi
