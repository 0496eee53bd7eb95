// A unit's plan of correction.
#pragma once

#include "model/record.hpp"

namespace gongshi {

struct Plan : Record {
  static constexpr Kind kKind = Kind::plan;

  Ref<Kind::unit> unit;
  Ref<Kind::phase> phase;
  std::vector<Placed<std::string>> heard_from;
  std::vector<Ref<Kind::item>> items;
  Date adopted;
  std::string text;
};
const FieldTable& fields_of(const Plan*);

}  // namespace gongshi
