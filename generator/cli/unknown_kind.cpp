#include "cli/unknown_kind.hpp"

#include "model/kind.hpp"
#include "model/type_words.hpp"

namespace gongshi {

UsageMistake unknown_kind(const std::string& typed, const std::vector<std::string_view>& also) {
  std::vector<std::string_view> known = also;
  std::string all;
  const auto list = [&](std::string_view name) { all += (all.empty() ? "" : ", ") + std::string(name); };
  for (const std::string_view name : also) list(name);
  for (const KindName& kind : kKinds) {
    known.push_back(kind.singular);
    known.push_back(kind.plural);
    list(kind.singular);
  }
  return mistake("usage-unknown-kind", {typed, nearest_hint(typed, known), all});
}

}  // namespace gongshi
