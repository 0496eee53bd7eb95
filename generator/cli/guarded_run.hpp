// What a command that reads a site may run into, told in one way.
#pragma once

#include <functional>

#include "cli/console.hpp"

namespace gongshi {

/// Runs `work` and gives its status; a UsageMistake or IoError thrown by it is printed and becomes one.
ExitStatus run_guarded(const Options& options, const Console& console,
                       const std::function<ExitStatus()>& work);

}  // namespace gongshi
