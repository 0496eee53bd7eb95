// The table of dutys.
#include "model/duty.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const Fulfilment*) {
  // clang-format off
  static const FieldTable table = describe<Fulfilment>("fulfilment", {"落实", "fulfilment"}, {
      field<&Fulfilment::unit>("unit", "单位", shown, required, {"落实的单位", "unit that fulfilled it"}),
      field<&Fulfilment::date>("date", "日期", shown, {"落实的日期", "day it did"}),
      field<&Fulfilment::record>("record", "记录", shown, {"可以看到落实情况的记录", "record that shows it"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Duty*) {
  // clang-format off
  static const FieldTable table = describe<Duty>("duty", {"要求", "duty"}, record_fields<Duty>({
      field<&Duty::to>("to", "对象", shown, required, {"要求谁做", "whom it addresses"}),
      field<&Duty::what>("what", "内容", shown, required, {"要求做什么", "what is required"}),
      field<&Duty::trigger>("trigger", "触发", shown, {"什么时候做", "event or time it falls due at"}),
      field<&Duty::phase>("phase", "阶段", shown, {"所属阶段", "stage it belongs to"}),
      field<&Duty::fulfilled>("fulfilled", "落实", shown, {"落实情况", "who fulfilled it"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
