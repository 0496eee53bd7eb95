// One scalar of a document becomes one typed value.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/field.hpp"
#include "parse/document.hpp"

namespace gongshi {

/// Writes the scalar `node` into `value`, whose type is `type` and no list or mapping, or adds a
/// finding. `name` is the key or label that the author wrote.
void read_scalar(const Document::Node& node, const ValueType& type, std::string_view name, void* value,
                 Diagnostics& diagnostics);

}  // namespace gongshi
