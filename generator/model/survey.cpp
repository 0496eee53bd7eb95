// The table of surveys.
#include "model/survey.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(Measured) {
  static constexpr ChoiceWord kWords[] = {
      {"satisfaction", {"满意度", "satisfaction"}},
      {"support", {"支持度", "support"}},
      {"other", {"其他", "other"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Relation) {
  static constexpr ChoiceWord kWords[] = {
      {"superior", {"上级", "superior"}},
      {"within", {"本系统", "within the same body"}},
      {"self", {"被评单位自己", "the rated body itself"}},
      {"independent", {"独立第三方", "independent"}},
      {"joint", {"联合", "joint"}},
      {"oversight", {"监督机关", "oversight"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Method) {
  static constexpr ChoiceWord kWords[] = {
      {"census", {"全员", "census"}},
      {"random-sample", {"随机抽样", "random sample"}},
      {"representatives", {"代表评议", "representatives"}},
      {"self-selected", {"自愿参与", "self-selected"}},
      {"intercept", {"现场拦访", "intercept"}},
      {"vote", {"公开投票", "public vote"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Respondents) {
  static constexpr ChoiceWord kWords[] = {
      {"own-staff", {"本单位职工", "own staff"}},
      {"members", {"成员", "members"}},
      {"service-users", {"服务对象", "service users"}},
      {"public", {"社会公众", "the public"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Bound) {
  static constexpr ChoiceWord kWords[] = {
      {"exact", {"等于", "exactly"}},
      {"at-least", {"不低于", "at least"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(SmallCellMode) {
  static constexpr ChoiceWord kWords[] = {
      {"base", {"按基数", "by base"}},
      {"cells", {"按单元格", "by cells"}},
      {"none", {"不隐去", "none"}},
  };
  return kWords;
}

const FieldTable& fields_of(const Score*) {
  // clang-format off
  static const FieldTable table = describe<Score>("score", {"得分", "score"}, {
      field<&Score::value>("value", "得分", shown, required, {"得分", "points"}),
      field<&Score::of>("of", "满分", shown, required, {"满分", "full points"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const SurveyResult*) {
  // clang-format off
  static const FieldTable table = describe<SurveyResult>("result", {"测评结果", "result"}, {
      field<&SurveyResult::unit>("unit", "单位", shown, {"被评单位", "rated unit"}),
      field<&SurveyResult::object>("object", "对象", shown, {"被评对象", "rated object"}),
      field<&SurveyResult::invited>("invited", "应参加", shown, {"应当参加的人数", "people asked"}),
      field<&SurveyResult::issued>("issued", "发放", shown, {"发出的票数", "ballots handed out"}),
      field<&SurveyResult::returned>("returned", "收回", shown, {"收回的票数", "ballots returned"}),
      field<&SurveyResult::void_ballots>("void", "无效", shown, {"无效的票数", "void ballots"}),
      field<&SurveyResult::valid>("valid", "有效", shown, {"有效的票数", "valid ballots"}),
      field<&SurveyResult::counts>("counts", "票数", shown, {"各选项的人数", "people per option"}),
      field<&SurveyResult::rest_not_published>("rest_not_published", "其余未公布", shown, {"其余选项的人数没有公布", "were the other options not published?"}),
      field<&SurveyResult::participants>("participants", "参加人数", shown, {"参加的人数", "people who took part"}),
      field<&SurveyResult::covers>("covers", "覆盖单位数", shown, {"包含几个单位", "how many units it covers"}),
      field<&SurveyResult::reported_rate>("reported_rate", "公布的比率", shown, {"只公布了比率时的比率", "rate that was reported without counts"}),
      field<&SurveyResult::bound>("bound", "比率口径", shown, {"等于还是不低于", "the rate itself or its lower bound"}),
      field<&SurveyResult::reported>("reported", "公布的占比", shown, {"只公布了占比时各选项的占比", "shares reported per option"}),
      field<&SurveyResult::score>("score", "得分", shown, {"以得分公布的结果", "result in points"}),
      derived<std::optional<std::int64_t>>("satisfied", "正面人数", {"正面选项的人数", "people who chose a positive option"}),
      derived<Percent>("rate", "比率", {"正面人数占有效的百分比", "satisfied of valid, percent"}),
      derived<Percent>("low", "区间下限", {"随机抽样时的区间下限", "lower end of the interval"}),
      derived<Percent>("high", "区间上限", {"随机抽样时的区间上限", "upper end of the interval"}),
      derived<std::string>("marker", "标记", {"没有数字时的原因", "why there is no figure"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Claim*) {
  // clang-format off
  static const FieldTable table = describe<Claim>("claim", {"声称", "claim"}, {
      field<&Claim::unit>("unit", "单位", shown, {"关于哪个单位", "unit it is about"}),
      field<&Claim::rate>("rate", "比率", shown, required, {"声称的比率", "rate claimed"}),
      field<&Claim::text>("text", "原话", shown, {"怎样说的", "its words"}),
      field<&Claim::bound>("bound", "口径", shown, {"等于还是不低于", "the rate itself or its lower bound"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Aspect*) {
  // clang-format off
  static const FieldTable table = describe<Aspect>("aspect", {"评价方面", "aspect"}, {
      field<&Aspect::title>("title", "名称", shown, required, {"方面的名称", "name of the aspect"}),
      field<&Aspect::results>("results", "结果", shown, {"这一方面的结果", "results on it"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Announcement*) {
  // clang-format off
  static const FieldTable table = describe<Announcement>("announcement", {"公布", "announcement"}, {
      field<&Announcement::date>("date", "日期", shown, {"公布日期", "day it was announced"}),
      field<&Announcement::where>("where", "何处", shown, {"在哪里公布", "where it was announced"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const SmallCell*) {
  // clang-format off
  static const FieldTable table = describe<SmallCell>("small cells", {"小单元格", "small cells"}, {
      field<&SmallCell::mode>("mode", "方式", shown, required, {"保护方式", "way of protection"}),
      field<&SmallCell::reason>("reason", "理由", shown, {"不隐去的理由", "why nothing is withheld"}),
      field<&SmallCell::published>("published", "已公布", shown, {"以前已经整行公布过的单位或对象", "units or objects whose whole result was published before"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Survey*) {
  // clang-format off
  static const FieldTable table = describe<Survey>("survey", {"满意度测评", "survey"}, record_fields<Survey>({
      field<&Survey::phase>("phase", "阶段", shown, {"所属阶段", "stage it belongs to"}),
      field<&Survey::measures>("measures", "测什么", shown, {"测的是什么", "what it measures"}),
      field<&Survey::conductor>("conductor", "组织单位", shown, required, {"由谁组织", "who conducted it"}),
      field<&Survey::commissioned_by>("commissioned_by", "委托单位", shown, {"由谁委托", "who commissioned it"}),
      field<&Survey::relation>("relation", "与被评单位关系", shown, required, {"组织者与被评单位的关系", "relation of the conductor to the rated"}),
      field<&Survey::method>("method", "方法", shown, required, {"怎样选人", "how people were chosen"}),
      field<&Survey::respondents>("respondents", "作答者", shown, {"问了谁", "who was asked"}),
      field<&Survey::period>("period", "期间", shown, required, {"测评的起止日期", "first and last day"}),
      field<&Survey::population>("population", "总体", shown, {"结果说的是哪些人", "people it speaks of"}),
      field<&Survey::population_size>("population_size", "总体人数", shown, {"总体有多少人", "how many they are"}),
      field<&Survey::selected_by>("selected_by", "抽取者", shown, {"样本或代表由谁产生", "who drew the sample"}),
      field<&Survey::design_effect>("design_effect", "设计效应", shown, {"抽样的设计效应", "design effect of the sample"}),
      field<&Survey::question>("question", "问题", shown, {"问题的原文", "wording of the question"}),
      field<&Survey::options>("options", "选项", shown, {"全部选项，按次序", "all options, in order"}),
      field<&Survey::positive>("positive", "正面选项", shown, {"算作满意的选项", "options that count as satisfied"}),
      field<&Survey::excluded>("excluded", "不计入选项", shown, {"不计入基数的选项", "options out of the base"}),
      field<&Survey::results>("results", "结果", shown, required, {"各单位或对象的结果", "results per unit or object"}),
      field<&Survey::claims>("claims", "声称", shown, {"对外声称的比率", "rates that were claimed"}),
      field<&Survey::items>("items", "整改事项", shown, {"所评的整改事项", "corrections it judges"}),
      field<&Survey::aspects>("aspects", "评价方面", shown, {"分方面的结果", "results by aspect"}),
      field<&Survey::announced>("announced", "公布", shown, {"何时何处公布", "when and where it was announced"}),
      field<&Survey::small_cell>("small_cell", "小单元格", shown, {"怎样保护少数人", "how small groups are protected"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
