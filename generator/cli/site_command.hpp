// What build and check share: options become a request, the pipeline runs, and what stops it becomes
// a finding and an exit status.
#pragma once

#include "cli/console.hpp"
#include "files/file_system.hpp"
#include "pipeline/build_site.hpp"

namespace gongshi {

/// What the pipeline is asked for. Throws UsageMistake.
BuildRequest build_request_of(const Options& options, FileSystem& files, bool write);

/// Builds the site, or with `write` false only checks it, and tells how it went.
ExitStatus run_on_site(const Options& options, const Console& console, bool write);

}  // namespace gongshi
