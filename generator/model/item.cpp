// The table of items.
#include "model/item.hpp"

#include "model/record_fields.hpp"

namespace gongshi {
namespace {

bool comes_from_plan(const void* item) { return static_cast<const Item*>(item)->origin == Origin::plan; }

}  // namespace

const FieldTable& fields_of(const Item*) {
  // clang-format off
  static const FieldTable table = describe<Item>("item", {"整改事项", "item"}, record_fields<Item>({
      unless(comes_from_plan, field<&Item::problem>("problem", "问题", shown, required, {"问题是什么；出自方案的可以不写", "what is wrong; not required of origin plan"})),
      field<&Item::analysis>("analysis", "原因剖析", shown, {"问题从何而来", "why it came about"}),
      field<&Item::origin>("origin", "问题来源", shown, required, {"问题从哪里来", "where the problem comes from"}),
      field<&Item::opinions>("opinions", "意见", shown, {"由哪些意见而来", "opinions it came of"}),
      field<&Item::category>("category", "类别", shown, {"站点类别之一", "one of the site's categories"}),
      field<&Item::objective>("objective", "整改目标", shown, {"属于哪个目标", "objective it serves"}),
      field<&Item::phase>("phase", "阶段", shown, {"所属阶段", "stage it belongs to"}),
      field<&Item::item_class>("class", "整改分类", shown, required, {"立行立改、限期还是逐步", "at once, by a date or step by step"}),
      field<&Item::horizon>("horizon", "远近", shown, {"近期、中期还是长期", "near, medium or long term"}),
      field<&Item::urgency>("urgency", "紧迫程度", shown, {"轻重缓急", "how urgent"}),
      field<&Item::difficulty>("difficulty", "难易程度", shown, {"难易程度", "how difficult"}),
      field<&Item::condition>("condition", "条件", shown, {"条件是否具备", "are the conditions there?"}),
      field<&Item::priority>("priority", "优先", shown, {"是否优先办理", "is it put first?"}),
      field<&Item::pressure>("pressure", "反映程度", shown, {"反映强烈还是长期反映", "felt strongly or long-standing"}),
      field<&Item::recurrent>("recurrent", "反复出现", shown, {"是否反复出现", "does it recur?"}),
      field<&Item::unit>("unit", "责任单位", shown, required, {"负责整改的单位", "unit that answers for it"}),
      field<&Item::partners>("partners", "配合单位", shown, {"配合的单位", "units that help"}),
      field<&Item::lead>("lead", "责任人", shown, required, {"负责人的职务", "post that leads it"}),
      field<&Item::measures>("measures", "整改措施", shown, required, {"整改措施", "what is done about it"}),
      field<&Item::raised>("raised", "发现", shown, {"何时由谁提出", "when and by whom it was raised"}),
      field<&Item::response>("response", "回应", shown, {"责任单位的态度", "what the unit says to it"}),
      field<&Item::quantity>("quantity", "数量", shown, {"一条记录代表多处时的数量", "where one record stands for many points"}),
      field<&Item::target>("target", "指标", shown, {"要达到的指标", "what is to be reached"}),
      field<&Item::started>("started", "开始", shown, {"开始整改的日期", "day work began"}),
      field<&Item::deadline>("deadline", "整改期限", shown, {"最初定的期限", "first deadline; never overwritten"}),
      field<&Item::deadline_kind>("deadline_kind", "期限性质", shown, {"确定还是预计", "set or estimated"}),
      field<&Item::extensions>("extensions", "延期", shown, {"期限的每次变动", "every change of the deadline"}),
      field<&Item::explanation>("explanation", "向群众说明", shown, {"一时解决不了的说明", "explanation to the public"}),
      field<&Item::next_step>("next_step", "下一步", shown, {"下一步做什么", "what comes next"}),
      field<&Item::path>("path", "治理路径", shown, {"深层次问题的治理路径", "how a deep problem is approached"}),
      field<&Item::participation>("participation", "群众参与", shown, {"群众怎样参与", "how people took part"}),
      field<&Item::progress>("progress", "进展", shown, {"做了什么，有何证明", "what was done, with its proof"}),
      field<&Item::claimed>("claimed", "单位自报", shown, {"单位报告完成，逐轮记录", "what the unit reports, round by round"}),
      field<&Item::acceptance>("acceptance", "验收", shown, {"验收结论，逐轮记录", "what the inspector found, round by round"}),
      field<&Item::notice>("notice", "公示", shown, {"公示期，逐轮记录", "days for objections, round by round"}),
      field<&Item::closed>("closed", "销号", shown, {"销号，逐轮记录", "closing, round by round"}),
      field<&Item::effect>("effect", "成效", shown, {"群众能感受到什么", "what people notice"}),
      field<&Item::reopened>("reopened", "重新打开", shown, {"重新打开的日期和理由", "when and why it was reopened"}),
      field<&Item::cause>("cause", "制度原因", shown, {"制度上的原因", "institutional cause"}),
      field<&Item::institutions>("institutions", "制度", shown, {"由此而来的制度", "rules that answer it"}),
      field<&Item::no_institution>("no_institution", "无制度理由", shown, {"为什么没有制度回应", "why no rule answers it"}),
      field<&Item::inspections>("inspections", "督查", shown, {"督查记录", "inspections"}),
      field<&Item::related>("related", "相关事项", shown, {"相关的事项", "related items"}),
      field<&Item::continues>("continues", "接续", shown, {"接续哪一项已销号事项", "closed item it takes up"}),
      field<&Item::merged_into>("merged_into", "并入", shown, {"并入另一项", "went into another item"}),
      field<&Item::split_into>("split_into", "拆分", shown, {"拆成几项", "became several items"}),
      field<&Item::moves>("moves", "变更", shown, {"单位、分类、范围的变更", "changes of unit, class or scope"}),
      field<&Item::revisions>("revisions", "修订记录", shown, {"公布内容的修改", "changes of what was published"}),
      derived<std::string>("status", "状态", {"由记录推出的状态", "status, derived"}),
      derived<std::vector<Placed<std::string>>>("flags", "标记", {"逾期、停滞等标记", "flags, derived"}),
      derived<Date>("original_deadline", "原定期限", {"最初的期限", "first deadline"}),
      derived<Date>("current_deadline", "现行期限", {"延期后的期限", "deadline after extensions"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
