// The table of holidays.
#include "model/holiday.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const Holiday*) {
  // clang-format off
  static const FieldTable table = describe<Holiday>("holiday", {"节假日", "holidays"}, record_fields<Holiday>({
      field<&Holiday::days_off>("days_off", "放假", shown, {"放假的日期", "days off"}),
      field<&Holiday::workdays>("workdays", "调休上班", shown, {"调休上班的日期", "make-up workdays"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
