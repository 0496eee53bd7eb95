// The table of units.
#include "model/unit.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(UnitType) {
  static constexpr ChoiceWord kWords[] = {
      {"party-group", {"党组", "Party group"}},
      {"leading-group", {"领导小组", "leading group"}},
      {"working-office", {"工作办公室", "working office"}},
      {"supervision-group", {"督导组", "supervision group"}},
      {"office", {"机关", "office"}},
      {"affiliated-unit", {"直属单位", "affiliated unit"}},
      {"branch", {"基层组织", "branch"}},
      {"external", {"外部单位", "external body"}},
      {"group", {"单位群", "group of units"}},
      {"other", {"其他", "other"}},
  };
  return kWords;
}

const FieldTable& fields_of(const Unit*) {
  // clang-format off
  static const FieldTable table = describe<Unit>("unit", {"单位", "unit"}, record_fields<Unit>({
      field<&Unit::type>("type", "类型", shown, required, {"单位的类型", "kind of body"}),
      field<&Unit::size>("size", "单位数", shown, {"单位群里有几个单位", "how many units a group has"}),
      field<&Unit::parent>("parent", "上级", shown, {"直接上级", "body directly above"}),
      field<&Unit::head>("head", "负责人", shown, required, {"第一责任人的职务", "post of the first-responsible person"}),
      field<&Unit::phone>("phone", "电话", shown, {"公开电话", "public telephone"}),
      field<&Unit::website>("website", "网站", shown, {"单位自己的网站", "site of the unit itself"}),
      field<&Unit::order>("order", "次序", shown, {"排列次序", "place in the order"}),
      field<&Unit::sort_key>("sort_key", "排序拼音", shown, {"拼音次序不对时的排序依据", "sort key where pinyin order is wrong"}),
      field<&Unit::aliases>("aliases", "别名", shown, {"其他叫法", "other names"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
