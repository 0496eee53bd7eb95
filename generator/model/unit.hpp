// A body that corrects, inspects, asks or answers.
#pragma once

#include "model/record.hpp"

namespace gongshi {

enum class UnitType : std::uint8_t {
  party_group,
  leading_group,
  working_office,
  supervision_group,
  office,
  affiliated_unit,
  branch,
  external,
  group,
  other
};
std::span<const ChoiceWord> choices(UnitType);

struct Unit : Record {
  static constexpr Kind kKind = Kind::unit;

  Choice<UnitType> type;
  std::optional<std::int64_t> size;
  Ref<Kind::unit> parent;
  std::string head;
  std::string phone;
  Address website;
  std::optional<std::int64_t> order;
  std::string sort_key;
  std::vector<Placed<std::string>> aliases;
};
const FieldTable& fields_of(const Unit*);

}  // namespace gongshi
