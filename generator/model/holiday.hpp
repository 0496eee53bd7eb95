// Days off and make-up workdays of a year, for counting working days.
#pragma once

#include "model/record.hpp"

namespace gongshi {

struct Holiday : Record {
  static constexpr Kind kKind = Kind::holiday;

  std::vector<Placed<PlannedDate>> days_off;
  std::vector<Placed<PlannedDate>> workdays;
};
const FieldTable& fields_of(const Holiday*);

}  // namespace gongshi
