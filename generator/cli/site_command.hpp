// What build and check share: options become a request, the pipeline runs, and what stops it becomes
// a finding and an exit status.
#pragma once

#include "cli/console.hpp"

namespace gongshi {

/// Builds the site, or with `write` false only checks it, and tells how it went.
ExitStatus run_on_site(const Options& options, const Console& console, bool write);

}  // namespace gongshi
