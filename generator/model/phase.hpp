// A stage of the whole undertaking.
#pragma once

#include "model/record.hpp"

namespace gongshi {

enum class PhaseState : std::uint8_t { completed, current, planned };
std::span<const ChoiceWord> choices(PhaseState);

struct Phase : Record {
  static constexpr Kind kKind = Kind::phase;

  PlannedDate from;
  PlannedDate to;
  Choice<PhaseState> state;
  std::string aim;
  std::optional<std::int64_t> order;
};
const FieldTable& fields_of(const Phase*);

}  // namespace gongshi
