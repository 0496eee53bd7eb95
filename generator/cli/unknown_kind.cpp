#include "cli/unknown_kind.hpp"

#include "model/kind.hpp"
#include "model/type_words.hpp"

namespace gongshi {

UsageMistake unknown_kind(const std::string& typed, const std::vector<std::string_view>& also) {
  std::vector<std::string_view> known = also;
  Term all;
  const auto list = [&](std::string_view name, std::string_view label) {
    all.zh += (all.zh.empty() ? "" : "、") + std::string(name);
    if (!label.empty()) all.zh += "（" + std::string(label) + "）";
    all.en += (all.en.empty() ? "" : ", ") + std::string(name);
  };
  for (const std::string_view name : also) list(name, {});
  for (const KindName& kind : kKinds) {
    known.push_back(kind.singular);
    known.push_back(kind.plural);
    list(kind.singular, kind.label.zh);
  }
  return mistake("usage-unknown-kind", {typed, nearest_hint(typed, known), all});
}

}  // namespace gongshi
