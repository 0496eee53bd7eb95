// What a message may repeat of the source that it is about.
#pragma once

#include <optional>
#include <vector>

#include "diagnostics/print_diagnostics.hpp"

namespace gongshi {

/// The arguments of a finding; one that was copied from a source that is not quoted becomes `…`. `source`
/// is the one the finding is in, if it can be had.
std::vector<Argument> tellable_arguments(const Diagnostic& finding, const std::optional<SourceLines>& source);

}  // namespace gongshi
