// The table of opinions.
#include "model/opinion.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const Assignment*) {
  // clang-format off
  static const FieldTable table = describe<Assignment>("assignment", {"交办", "assignment"}, {
      field<&Assignment::to>("to", "交给", shown, required, {"交给哪个单位", "unit it was handed to"}),
      field<&Assignment::date>("date", "日期", shown, {"交办日期", "day it was handed on"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Opinion*) {
  // clang-format off
  static const FieldTable table = describe<Opinion>("opinion", {"意见", "opinion"}, record_fields<Opinion>({
      field<&Opinion::summary>("summary", "内容", shown, required, {"意见的内容", "what it says"}),
      field<&Opinion::category>("category", "类别", shown, {"站点类别之一", "one of the site's categories"}),
      field<&Opinion::consultation>("consultation", "征求意见", shown, {"哪一次征求", "consultation it came in"}),
      field<&Opinion::channel>("channel", "渠道", shown, {"从哪个渠道来", "way it came in"}),
      field<&Opinion::received>("received", "收到日期", shown, {"收到的日期", "day it was received"}),
      field<&Opinion::voices>("voices", "人次", shown, {"有多少人提出", "how many people said so"}),
      field<&Opinion::unit>("unit", "单位", shown, required, {"收到意见的单位", "unit that received it"}),
      field<&Opinion::assigned>("assigned", "交办", shown, {"交给谁办理", "whom it was handed to"}),
      field<&Opinion::disposition>("disposition", "办理", shown, required, {"怎样办理", "what was done with it"}),
      field<&Opinion::reason>("reason", "理由", shown, {"没有全部采纳的理由", "why it was not adopted"}),
      field<&Opinion::items>("items", "整改事项", shown, {"由此而来的整改事项", "corrections that came of it"}),
      field<&Opinion::replied_on>("replied_on", "答复日期", shown, {"答复的日期", "day of the reply"}),
      field<&Opinion::reply>("reply", "答复", shown, {"答复的内容", "what was replied"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
