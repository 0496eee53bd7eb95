#include "write/output_place.hpp"

#include <algorithm>
#include <cerrno>
#include <limits>

#include "write/manifest.hpp"

namespace gongshi {
namespace {

// Is `path` the folder or below it? Both resolved.
bool lies_in(const std::string& path, const std::string& folder) {
  if (folder == "/") return true;
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

// A source or home folder that is not there has nothing to lose, but may be made later.
std::string resolve_if_there(FileSystem& disk, const std::string& path) {
  try {
    return disk.resolve(path);
  } catch (const IoError& error) {
    if (error.error_number() == ENOENT || error.error_number() == ENOTDIR) return path;
    throw;
  }
}

void refuse_sources(FileSystem& disk, const std::string& output, const OutputRequest& request) {
  const auto covers = [&](const std::string& folder) {
    return lies_in(resolve_if_there(disk, folder), output);
  };
  const auto inside = [&](const std::string& folder) {
    return lies_in(output, resolve_if_there(disk, folder));
  };
  const auto& sources = request.sources;
  const auto& surroundings = request.surroundings;
  if (output == "/" || std::any_of(sources.begin(), sources.end(), covers) ||
      std::any_of(sources.begin(), sources.end(), inside) ||
      std::any_of(surroundings.begin(), surroundings.end(), covers)) {
    throw OutputRefused("output-inside-source", {request.folder});
  }
}

std::optional<Edition> edition_of(FileSystem& disk, const std::string& folder) {
  const auto status = disk.status(folder + "/" + kManifestName);
  if (!status || status->kind != FileKind::regular) return std::nullopt;
  return edition_in(disk.read(folder, kManifestName, std::numeric_limits<std::uint32_t>::max()));
}

void refuse_what_is_there(FileSystem& disk, const std::string& output, const std::string& audience) {
  const auto status = disk.status(output);
  if (!status) return;
  if (status->kind != FileKind::folder) throw OutputRefused("output-not-folder", {output});
  if (disk.list(output).empty()) return;
  const auto edition = edition_of(disk, output);
  if (!edition) throw OutputRefused("output-not-ours", {output});
  if (!audience.empty() && edition->audience != audience)
    throw OutputRefused("output-other-audience", {output, edition->audience, audience});
}

}  // namespace

OutputRefused::OutputRefused(Code code, std::vector<Argument> arguments)
    : std::runtime_error(std::string(code.message().code)) {
  m_finding.message = &code.message();
  m_finding.arguments = std::move(arguments);
}

OutputPlace find_output_place(FileSystem& disk, const OutputRequest& request) {
  const std::string output = disk.resolve(request.folder);
  refuse_sources(disk, output, request);
  refuse_what_is_there(disk, output, request.audience);
  const std::size_t slash = output.rfind('/');
  const std::string beside = output.substr(0, slash + 1) + "." + output.substr(slash + 1);
  return {slash == 0 ? "/" : output.substr(0, slash),
          output,
          beside + ".new",
          beside + ".old",
          beside + ".lock",
          beside + ".review",
          beside + ".kept"};
}

}  // namespace gongshi
