// The table of outputs beside the pages: its name in site.yaml, what it needs, and the files it makes.
// Pages and the manifest are always made.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/site_config.hpp"
#include "pipeline/kept_files.hpp"
#include "search/search_index.hpp"
#include "tables/data_set.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// One file in the making: like a page, it is made, hashed, written and forgotten.
struct FileJob {
  std::string path;
  Position origin;
  std::function<std::string()> make;
};

/// What is made after what: a file may state bytes and hash of the files of earlier stages only. The last
/// stage comes after the pages.
enum class OutputStage : std::uint8_t { tables, collections, descriptors, archive, catalogues, sums, search };
inline constexpr std::size_t kOutputStages = static_cast<std::size_t>(OutputStage::search) + 1;
/// The jobs of each stage.
using StagedJobs = std::array<std::vector<FileJob>, kOutputStages>;

/// What outputs are made from. All of it must outlive the jobs.
struct OutputSources {
  const ViewContext& context;
  const DataSet& data;
  KeptFiles& kept;
  SearchIndex& search;
  std::string program;  ///< as in BuildRequest
};

struct Output {
  std::optional<OutputName> name;  ///< none: made whatever the site chooses
  OutputStage stage = OutputStage::tables;
  bool needs_base_url = false;
  /// Adds the jobs of the output; those of earlier stages are there.
  void (*plan)(const OutputSources& sources, const StagedJobs& before, std::vector<FileJob>& jobs) = nullptr;
};

/// The outputs that this version makes, in the order of making.
std::span<const Output> outputs();

/// The jobs of all outputs that the site chooses. Those that need a base_url it does not have are left out
/// with `no-base-url`.
StagedJobs plan_outputs(const OutputSources& sources, Diagnostics& diagnostics);

}  // namespace gongshi
