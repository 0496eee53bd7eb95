// "Did you mean": the known name nearest to a mistyped one.
#pragma once

#include <span>
#include <string_view>

namespace gongshi {

/// The name of `known` nearest to `typed` by edit distance over characters (insert, delete, replace
/// and swap of neighbours cost 1 each), or an empty view if none is near enough to be meant: at most
/// a third of the longer name's characters, at least one, may differ. Ties go to the first.
std::string_view nearest_name(std::string_view typed, std::span<const std::string_view> known);

}  // namespace gongshi
