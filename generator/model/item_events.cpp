// The table of item eventss.
#include "model/item_events.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const Measure*) {
  // clang-format off
  static const FieldTable table = describe<Measure>("measure", {"整改措施", "measure"}, {
      field<&Measure::text>("text", "内容", shown, required, {"做什么", "what is done"}),
      field<&Measure::result>("result", "结果", shown, {"做到了什么", "what came of it"}),
      field<&Measure::due>("due", "期限", shown, {"应当完成的日期", "day it is due"}),
      field<&Measure::done>("done", "完成", shown, {"完成的日期", "day it was done"}),
      field<&Measure::stage>("stage", "进度", shown, {"到了哪一步", "how far it is"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Evidence*) {
  // clang-format off
  static const FieldTable table = describe<Evidence>("evidence", {"证明材料", "evidence"}, {
      field<&Evidence::title>("title", "名称", shown, required, {"材料的名称", "what it is"}),
      field<&Evidence::url>("url", "网址", shown, {"网址", "address on the web"}),
      field<&Evidence::file>("file", "文件", shown, {"content/files/ 里的文件", "file below content/files/"}),
      field<&Evidence::where>("where", "查看处", shown, {"不上网的材料在哪里查看", "where it can be seen if not on line"}),
      field<&Evidence::kind>("kind", "种类", shown, {"照片、文件等", "photograph, document …"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Progress*) {
  // clang-format off
  static const FieldTable table = describe<Progress>("progress", {"进展", "progress"}, {
      field<&Progress::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Progress::text>("text", "内容", shown, required, {"做了什么", "what was done"}),
      field<&Progress::evidence>("evidence", "证明材料", shown, {"证明材料", "proof"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Raising*) {
  // clang-format off
  static const FieldTable table = describe<Raising>("raising", {"发现", "raising"}, {
      field<&Raising::date>("date", "日期", shown, {"日期", "day"}),
      field<&Raising::by>("by", "提出单位", shown, {"由谁提出", "who raised it"}),
      field<&Raising::number>("number", "编号", shown, {"在原清单里的编号", "its number in the source's list"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Response*) {
  // clang-format off
  static const FieldTable table = describe<Response>("response", {"回应", "response"}, {
      field<&Response::position>("position", "态度", shown, required, {"是否同意", "does the unit agree?"}),
      field<&Response::date>("date", "日期", shown, {"日期", "day"}),
      field<&Response::text>("text", "内容", shown, {"怎样回应", "its words"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const QuantityDone*) {
  // clang-format off
  static const FieldTable table = describe<QuantityDone>("done", {"完成数", "done"}, {
      field<&QuantityDone::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&QuantityDone::n>("n", "数量", shown, required, {"到这一天完成的数量", "how many by that day"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Quantity*) {
  // clang-format off
  static const FieldTable table = describe<Quantity>("quantity", {"数量", "quantity"}, {
      field<&Quantity::of>("of", "总量", shown, required, {"一共多少", "how many in all"}),
      field<&Quantity::unit>("unit", "单位", shown, required, {"数的是什么", "what is counted"}),
      field<&Quantity::done>("done", "完成数", shown, {"各日期的完成数量", "how many by which day"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Target*) {
  // clang-format off
  static const FieldTable table = describe<Target>("target", {"指标", "target"}, {
      field<&Target::text>("text", "内容", shown, required, {"要达到什么", "what is to be reached"}),
      field<&Target::value>("value", "数值", shown, {"数值", "value"}),
      field<&Target::unit>("unit", "单位", shown, {"数值的单位", "its unit"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Extension*) {
  // clang-format off
  static const FieldTable table = describe<Extension>("extension", {"延期", "extension"}, {
      field<&Extension::to>("to", "延至", shown, required, {"新的期限", "new deadline"}),
      field<&Extension::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Extension::by>("by", "批准单位", shown, required, {"由谁批准", "who approved it"}),
      field<&Extension::reason>("reason", "理由", shown, required, {"为什么延期", "why"}),
      field<&Extension::state>("state", "状态", shown, {"申请、批准还是未批准", "asked, granted or refused"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const NextStep*) {
  // clang-format off
  static const FieldTable table = describe<NextStep>("next step", {"下一步", "next step"}, {
      field<&NextStep::text>("text", "内容", shown, required, {"下一步做什么", "what comes next"}),
      field<&NextStep::due>("due", "期限", shown, {"到什么时候", "day it is due"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const DeepPath*) {
  // clang-format off
  static const FieldTable table = describe<DeepPath>("path", {"治理路径", "path"}, {
      field<&DeepPath::investigation>("investigation", "调查研究", shown, {"调查研究", "investigation"}),
      field<&DeepPath::direction>("direction", "方向", shown, {"改革方向", "direction"}),
      field<&DeepPath::plan>("plan", "计划", shown, {"改革计划", "plan"}),
      field<&DeepPath::policy>("policy", "政策", shown, {"政策", "policy"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Participation*) {
  // clang-format off
  static const FieldTable table = describe<Participation>("participation", {"群众参与", "participation"}, {
      field<&Participation::finding>("finding", "查找问题", shown, {"怎样参与查找", "in finding the problem"}),
      field<&Participation::planning>("planning", "制定措施", shown, {"怎样参与制定", "in planning the cure"}),
      field<&Participation::correcting>("correcting", "整改过程", shown, {"怎样参与整改", "in correcting"}),
      field<&Participation::judging>("judging", "评判效果", shown, {"怎样参与评判", "in judging the result"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const CompletionClaim*) {
  // clang-format off
  static const FieldTable table = describe<CompletionClaim>("claim", {"单位自报", "claim"}, {
      field<&CompletionClaim::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&CompletionClaim::text>("text", "内容", shown, {"怎样报告", "its words"}),
      field<&CompletionClaim::extent>("extent", "范围", shown, {"全部、部分还是阶段性", "all, part or a stage of it"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Acceptance*) {
  // clang-format off
  static const FieldTable table = describe<Acceptance>("acceptance", {"验收", "acceptance"}, {
      field<&Acceptance::by>("by", "验收单位", shown, required, {"由谁验收", "who judged"}),
      field<&Acceptance::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Acceptance::result>("result", "结论", shown, required, {"通过还是退回", "accepted or returned"}),
      field<&Acceptance::method>("method", "方式", shown, {"怎样验收", "how it was checked"}),
      field<&Acceptance::note>("note", "说明", shown, {"说明", "remark"}),
      field<&Acceptance::evidence>("evidence", "证明材料", shown, {"证明材料", "proof"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Notice*) {
  // clang-format off
  static const FieldTable table = describe<Notice>("notice", {"公示", "notice"}, {
      field<&Notice::from>("from", "起", shown, required, {"公示开始", "first day"}),
      field<&Notice::to>("to", "止", shown, {"公示结束", "last day"}),
      field<&Notice::channels>("channels", "渠道", shown, {"在哪里公示", "where it is posted"}),
      field<&Notice::recipient>("recipient", "受理单位", shown, {"异议交给谁", "who receives objections"}),
      field<&Notice::contact>("contact", "联系方式", shown, {"怎样提异议", "how to object"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Closing*) {
  // clang-format off
  static const FieldTable table = describe<Closing>("closing", {"销号", "closing"}, {
      field<&Closing::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Closing::by>("by", "批准单位", shown, {"由谁批准", "who approved it"}),
      field<&Closing::as>("as", "销号类型", shown, {"完成还是其他", "done or otherwise"}),
      field<&Closing::reason>("reason", "理由", shown, {"不是完成时的理由", "why, if not done"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Reopening*) {
  // clang-format off
  static const FieldTable table = describe<Reopening>("reopening", {"重新打开", "reopening"}, {
      field<&Reopening::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Reopening::reason>("reason", "理由", shown, required, {"为什么重新打开", "why"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Inspection*) {
  // clang-format off
  static const FieldTable table = describe<Inspection>("inspection", {"督查", "inspection"}, {
      field<&Inspection::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Inspection::by>("by", "督查单位", shown, required, {"由谁督查", "who inspected"}),
      field<&Inspection::result>("result", "结论", shown, required, {"结论", "verdict"}),
      field<&Inspection::note>("note", "说明", shown, {"说明", "remark"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Merge*) {
  // clang-format off
  static const FieldTable table = describe<Merge>("merge", {"合并", "merge"}, {
      field<&Merge::item>("item", "并入", shown, required, {"并入哪一项", "item it went into"}),
      field<&Merge::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Merge::reason>("reason", "理由", shown, required, {"为什么合并", "why"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Split*) {
  // clang-format off
  static const FieldTable table = describe<Split>("split", {"拆分", "split"}, {
      field<&Split::items>("items", "拆为", shown, required, {"拆成哪几项", "items it became"}),
      field<&Split::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Split::reason>("reason", "理由", shown, required, {"为什么拆分", "why"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Move*) {
  // clang-format off
  static const FieldTable table = describe<Move>("move", {"变更", "move"}, {
      field<&Move::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Move::field>("field", "字段", shown, required, {"变更了什么", "what changed"}),
      field<&Move::from>("from", "原为", shown, {"原来的值", "value before"}),
      field<&Move::to>("to", "改为", shown, {"新的值", "value after"}),
      field<&Move::reason>("reason", "理由", shown, required, {"为什么变更", "why"}),
      field<&Move::by>("by", "批准单位", shown, {"由谁批准", "who approved it"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Revision*) {
  // clang-format off
  static const FieldTable table = describe<Revision>("revision", {"修订记录", "revision"}, {
      field<&Revision::date>("date", "日期", shown, required, {"日期", "day"}),
      field<&Revision::kind>("kind", "种类", shown, required, {"更正、修订还是删减", "correction, revision or redaction"}),
      field<&Revision::fields>("fields", "字段", shown, {"改了哪些字段", "fields that changed"}),
      field<&Revision::reason>("reason", "理由", shown, required, {"为什么改", "why"}),
      field<&Revision::by>("by", "决定单位", shown, {"由谁决定", "who decided it"}),
  });
  // clang-format on
  return table;
}

}  // namespace gongshi
