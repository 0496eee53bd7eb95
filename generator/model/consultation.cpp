// The table of consultations.
#include "model/consultation.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(Counted) {
  static constexpr ChoiceWord kWords[] = {
      {"held", {"召开", "held"}},         {"distributed", {"发放", "handed out"}},
      {"returned", {"收回", "returned"}}, {"installed", {"设置", "set up"}},
      {"opinions", {"意见", "opinions"}}, {"people", {"人数", "people"}},
  };
  return kWords;
}

const FieldTable& fields_of(const UnitShare*) {
  // clang-format off
  static const FieldTable table = describe<UnitShare>("part", {"其中", "part"}, {
      field<&UnitShare::unit>("unit", "单位", shown, required, {"所属单位", "unit it belongs to"}),
      field<&UnitShare::count>("count", "数量", shown, required, {"数量", "how many"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Channel*) {
  // clang-format off
  static const FieldTable table = describe<Channel>("channel", {"渠道", "channel"}, {
      field<&Channel::channel>("channel", "渠道", shown, required, {"征求意见的方式", "way of asking"}),
      field<&Channel::count>("count", "数量", shown, {"数量", "how many"}),
      field<&Channel::counted>("counted", "统计口径", shown, {"数量数的是什么", "what the count counts"}),
      field<&Channel::of_which>("of_which", "其中", shown, {"其中各单位的数量", "parts that belong to single units"}),
      field<&Channel::note>("note", "说明", shown, {"补充说明", "remark"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const CategoryCount*) {
  // clang-format off
  static const FieldTable table = describe<CategoryCount>("category", {"分类", "category"}, {
      field<&CategoryCount::category>("category", "类别", shown, required, {"站点类别之一", "one of the site's categories"}),
      field<&CategoryCount::count>("count", "数量", shown, required, {"数量", "how many"}),
  });
  // clang-format on
  return table;
}

std::span<const ChoiceWord> choices(Disposition) {
  static constexpr ChoiceWord kWords[] = {
      {"adopted", {"采纳", "adopted"}},     {"partly", {"部分采纳", "partly adopted"}},
      {"planned", {"列入计划", "planned"}}, {"explained", {"解释说明", "explained"}},
      {"noted", {"留作参考", "noted"}},     {"not-adopted", {"未采纳", "not adopted"}},
      {"passed-on", {"转交", "passed on"}}, {"pending", {"办理中", "pending"}},
  };
  return kWords;
}

const FieldTable& fields_of(const DispositionCount*) {
  // clang-format off
  static const FieldTable table = describe<DispositionCount>("disposition", {"办理情况", "disposition"}, {
      field<&DispositionCount::disposition>("disposition", "办理", shown, required, {"怎样办理", "what was done"}),
      field<&DispositionCount::count>("count", "数量", shown, required, {"数量", "how many"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Consultation*) {
  // clang-format off
  static const FieldTable table = describe<Consultation>("consultation", {"征求意见", "consultation"}, record_fields<Consultation>({
      field<&Consultation::by>("by", "征求单位", shown, required, {"由谁征求", "who asked"}),
      field<&Consultation::phase>("phase", "阶段", shown, {"所属阶段", "stage it belongs to"}),
      field<&Consultation::period>("period", "期间", shown, {"起止日期", "first and last day"}),
      field<&Consultation::channels>("channels", "渠道", shown, required, {"征求意见的渠道和数量", "ways of asking and their counts"}),
      field<&Consultation::total>("total", "总数", shown, {"意见总数", "opinions in all"}),
      field<&Consultation::unit_word>("unit_word", "量词", shown, {"总数的量词", "what the total counts"}),
      field<&Consultation::total_of_which>("total_of_which", "总数其中", shown, {"总数中属于各单位的部分", "parts of the total"}),
      field<&Consultation::sorted>("sorted", "已分类", shown, {"是否已分类整理", "were they sorted?"}),
      field<&Consultation::areas>("areas", "涉及方面", shown, {"点到名的方面，没有数量", "areas named without counts"}),
      field<&Consultation::categories>("categories", "分类", shown, {"各类的数量", "counts by category"}),
      field<&Consultation::merged>("merged", "归并后", shown, {"归并同类后的数量", "number after merging like with like"}),
      field<&Consultation::approximate>("approximate", "约数", shown, {"总数是约数", "is the total approximate?"}),
      field<&Consultation::dispositions>("dispositions", "办理情况", shown, {"不逐条公布时的办理统计", "tally where single opinions are not told"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
