// From the options that name a site to what the pipeline loads.
#pragma once

#include "cli/options.hpp"
#include "diagnostics/diagnostic.hpp"
#include "files/file_system.hpp"
#include "pipeline/load_site.hpp"

namespace gongshi {

/// A usage mistake found while options are resolved.
struct UsageMistake {
  Diagnostic finding;
};

UsageMistake mistake(Code code, std::vector<Argument> arguments);

/// `path` as typed, from the current folder on.
std::string absolute_path(const std::string& path);

/// The site file, the folders of content and the as-of date. Throws UsageMistake.
LoadRequest load_request_of(const Options& options, FileSystem& files);

}  // namespace gongshi
