// The table of outputs beside the pages: its name in site.yaml, what it needs, and the files it makes.
// Pages and the manifest are always made.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "model/site_config.hpp"
#include "publish/published.hpp"

namespace gongshi {

/// One file in the making: like a page, it is made, hashed, written and forgotten.
struct FileJob {
  std::string path;
  Position origin;
  std::function<std::string()> make;
};

struct Output {
  OutputName name{};
  bool needs_base_url = false;
  void (*plan)(const PublishedSite& site, std::vector<FileJob>& jobs) = nullptr;
};

/// The outputs that this version makes, in the order of making.
std::span<const Output> outputs();

/// The jobs of all outputs that the site chooses. `site` must outlive them.
std::vector<FileJob> plan_outputs(const PublishedSite& site);

}  // namespace gongshi
