// A requirement with an addressee.
#pragma once

#include "model/record.hpp"

namespace gongshi {

struct Fulfilment : Entry {
  Ref<Kind::unit> unit;
  Date date;
  AnyRecord record;
};
const FieldTable& fields_of(const Fulfilment*);

struct Duty : Record {
  static constexpr Kind kKind = Kind::duty;

  std::vector<Ref<Kind::unit>> to;
  std::string what;
  std::string trigger;
  Ref<Kind::phase> phase;
  std::vector<Fulfilment> fulfilled;
};
const FieldTable& fields_of(const Duty*);

}  // namespace gongshi
