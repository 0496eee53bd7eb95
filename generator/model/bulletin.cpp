// The table of bulletins.
#include "model/bulletin.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(BulletinKind) {
  static constexpr ChoiceWord kWords[] = {
      {"notice", {"通知", "notice"}},
      {"brief", {"简报", "brief"}},
      {"example", {"典型", "example"}},
      {"report", {"通报", "report"}},
  };
  return kWords;
}

const FieldTable& fields_of(const Bulletin*) {
  // clang-format off
  static const FieldTable table = describe<Bulletin>("bulletin", {"通报简报", "bulletin"}, record_fields<Bulletin>({
      field<&Bulletin::kind>("kind", "种类", shown, required, {"种类", "kind of bulletin"}),
      field<&Bulletin::number>("number", "期号", shown, {"期号或文号", "number"}),
      field<&Bulletin::date>("date", "日期", shown, required, {"发布日期", "day of publication"}),
      field<&Bulletin::unit>("unit", "单位", shown, {"内容所涉单位", "unit it is about"}),
      field<&Bulletin::published_by>("published_by", "发布单位", shown, {"由谁发布", "who published it"}),
      field<&Bulletin::window>("window", "征求意见期", shown, {"听取意见的起止日期", "days in which objections are heard"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
