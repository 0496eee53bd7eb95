// The table of periods.
#include "model/period.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const Period*) {
  // clang-format off
  static const FieldTable table = describe<Period>("period", {"期间", "period"}, {
      field<&Period::from>("from", "起", shown, {"第一天", "first day"}),
      field<&Period::to>("to", "止", shown, {"最后一天", "last day"}),
  });
  // clang-format on
  return table;
}

}  // namespace gongshi
