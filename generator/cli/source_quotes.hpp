// Whether the lines of a source may be shown: what the build's audience may not read is not quoted
// where the output is kept, such as in the log of a public CI.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/print_diagnostics.hpp"
#include "files/file_system.hpp"

namespace gongshi {

/// Reads the sources of findings. `quote_all` is for a terminal; else only records whose scope is
/// public, as told by the line `scope:` of their file, and that keep nothing back: no internal note, no
/// withdrawal; and what is no record.
SourceText quoting_source_text(FileSystem& files, const SourceNames& names, bool quote_all);

}  // namespace gongshi
