// A tree of YAML as bytes and back, for keeping it. Places are kept as distances from where its text
// begins, so that it serves wherever the same text stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parse/document.hpp"

namespace gongshi {

/// The tree whose text begins at `start`.
std::string bytes_of_tree(const Document& document, Position start);

/// The tree again, of a text that begins at `start`; nothing if these are not the bytes of one whole tree.
std::optional<Document> tree_of_bytes(std::string_view bytes, Position start);

}  // namespace gongshi
