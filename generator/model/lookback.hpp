// What a unit of low satisfaction found in looking back, and what it makes up.
#pragma once

#include "model/record.hpp"

namespace gongshi {

struct LookbackMeasure : Entry {
  std::string text;
  PlannedDate due;
  Date done;
};
const FieldTable& fields_of(const LookbackMeasure*);

struct Lookback : Record {
  static constexpr Kind kKind = Kind::lookback;

  Ref<Kind::unit> unit;
  Ref<Kind::survey> survey;
  std::vector<Placed<std::string>> reasons;
  std::vector<LookbackMeasure> measures;
  Ref<Kind::survey> resurvey;
};
const FieldTable& fields_of(const Lookback*);

}  // namespace gongshi
