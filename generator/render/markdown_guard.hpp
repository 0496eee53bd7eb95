// What a body must be before the Markdown parser sees it. The parser takes time or memory out of all
// proportion for some small inputs; each is measured here by one linear pass and refused.
#pragma once

#include <functional>

#include "diagnostics/diagnostic.hpp"
#include "views/view_value.hpp"

namespace gongshi {

/// Far above what any body needs, far below what hurts: at each limit a body takes well under 1 s.
namespace markdown_limits {
inline constexpr std::size_t kBytes = 65'536;
inline constexpr std::size_t kPipesOfLine = 64;
inline constexpr std::size_t kTableCells = 16'384;
inline constexpr std::size_t kTableSearch = 256'000'000;  // lines × bytes searched for the head of a table
inline constexpr std::size_t kReferences = 200;
inline constexpr std::size_t kExpansion = 65'536;
inline constexpr std::size_t kOpenBrackets = 100;
inline constexpr std::size_t kBrackets = 2000;  // of one paragraph
inline constexpr std::size_t kDeclarations = 100;
inline constexpr std::size_t kNesting = 4'000'000;  // lines × depth of lists and quotations
}  // namespace markdown_limits

/// Reports what the parser must not be given; true if there is nothing.
bool check_markdown(const Markdown& body, Diagnostics& diagnostics);

/// Where in its file a byte of a text stands.
using PlaceOfByte = std::function<Position(std::size_t byte)>;

/// Reports characters that no source may hold; true if there are none.
bool check_hidden_characters(std::string_view text, const PlaceOfByte& place, Diagnostics& diagnostics);

}  // namespace gongshi
