// The table of feedbacks.
#include "model/feedback.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(FeedbackKind) {
  static constexpr ChoiceWord kWords[] = {
      {"question", {"咨询", "question"}},   {"suggestion", {"建议", "suggestion"}},
      {"request", {"求助", "request"}},     {"complaint", {"投诉", "complaint"}},
      {"objection", {"异议", "objection"}}, {"commendation", {"表扬", "commendation"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(FeedbackStatus) {
  static constexpr ChoiceWord kWords[] = {
      {"received", {"已收到", "received"}},
      {"accepted", {"已受理", "accepted"}},
      {"assigned", {"已交办", "assigned"}},
      {"answered", {"已答复", "answered"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(FeedbackOutcome) {
  static constexpr ChoiceWord kWords[] = {
      {"solved", {"已解决", "solved"}},
      {"explained", {"已解释", "explained"}},
      {"unreachable", {"无法联系", "unreachable"}},
  };
  return kWords;
}

const FieldTable& fields_of(const Recheck*) {
  // clang-format off
  static const FieldTable table = describe<Recheck>("recheck", {"复核", "recheck"}, {
      field<&Recheck::by>("by", "复核单位", shown, required, {"由谁复核", "who checked again"}),
      field<&Recheck::date>("date", "日期", shown, required, {"复核日期", "day of the check"}),
      field<&Recheck::note>("note", "说明", shown, {"复核结果", "what was found"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Feedback*) {
  // clang-format off
  static const FieldTable table = describe<Feedback>("feedback", {"群众反馈", "feedback"}, record_fields<Feedback>({
      field<&Feedback::about>("about", "关于", shown, required, {"关于哪条记录", "record it is about"}),
      field<&Feedback::kind>("kind", "种类", shown, required, {"种类", "kind of feedback"}),
      field<&Feedback::received>("received", "收到日期", shown, required, {"收到的日期", "day it was received"}),
      field<&Feedback::summary>("summary", "内容", shown, {"内容摘要", "gist"}),
      field<&Feedback::status>("status", "办理状态", shown, required, {"办理到哪一步", "how far it is"}),
      field<&Feedback::reply>("reply", "答复", shown, {"答复的内容", "what was replied"}),
      field<&Feedback::replied_on>("replied_on", "答复日期", shown, {"答复的日期", "day of the reply"}),
      field<&Feedback::outcome>("outcome", "结果", shown, {"结果", "outcome"}),
      field<&Feedback::satisfied>("satisfied", "满意", shown, {"来件人对答复是否满意", "is the sender satisfied with the answer?"}),
      field<&Feedback::repeats>("repeats", "重复", shown, {"重复反映的前一件", "earlier feedback it repeats"}),
      field<&Feedback::rechecked>("rechecked", "复核", shown, {"不满意后的复核", "check after dissatisfaction"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
