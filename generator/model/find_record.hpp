// Records by what an author writes to name them: an id, or kind/id.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/kind.hpp"

namespace gongshi {

/// A record's place in its kind's sorted list.
struct RecordKey {
  Kind kind = Kind::phase;
  std::uint32_t index = 0;
  friend auto operator<=>(const RecordKey&, const RecordKey&) = default;
};

/// `items/zg-1` split at its slash; `kind` is null where no kind is named, or none is known.
struct WrittenName {
  const KindName* kind = nullptr;
  bool has_prefix = false;
  std::string_view id;
};
constexpr WrittenName split_name(std::string_view written) {
  const std::size_t slash = written.find('/');
  if (slash == std::string_view::npos) return {nullptr, false, written};
  return {find_kind(written.substr(0, slash)), true, written.substr(slash + 1)};
}

/// All records that `written` may mean, of the kinds that `is_meant` is true for. `Lists` has
/// `template <class R> find_index(id)` giving the index of a record or nothing, and for_each_kind.
template <class Lists, class IsMeant>
std::vector<RecordKey> records_named(const Lists& lists, std::string_view written, const IsMeant& is_meant) {
  const WrittenName name = split_name(written);
  std::vector<RecordKey> found;
  if (name.has_prefix && name.kind == nullptr) return found;
  lists.for_each_kind([&]<class R>() {
    if (!is_meant(R::kKind) || (name.kind != nullptr && name.kind->kind != R::kKind)) return;
    if (const auto index = lists.template find_index<R>(name.id)) found.push_back({R::kKind, *index});
  });
  return found;
}
template <class Lists>
std::vector<RecordKey> records_named(const Lists& lists, std::string_view written) {
  return records_named(lists, written, [](Kind) { return true; });
}

}  // namespace gongshi
