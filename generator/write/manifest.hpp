// manifest.json: what a site consists of, file by file, so that anybody can check a copy; and by
// which we know a folder of our own making.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gongshi {

inline constexpr const char* kManifestName = "manifest.json";

/// What a build was made with.
struct Edition {
  std::string version;  ///< of the program
  std::string as_of;    ///< YYYY-MM-DD
  std::string audience;
  std::vector<std::string> withdrawn = {};  ///< records whose pages say so and nothing else: items/zg-1
};

struct ManifestEntry {
  std::uint64_t bytes = 0;
  std::string sha256;
  friend bool operator==(const ManifestEntry&, const ManifestEntry&) = default;
};

/// Files in byte order of their paths; the manifest does not list itself. `withdrawn` is there if any record
/// is.
std::string manifest_json(const Edition& edition,
                          const std::unordered_map<std::string, ManifestEntry>& files);

/// What the site was made with whose manifest this is; nothing if `json` does not begin as manifest_json
/// does. A web app's manifest.json does not.
std::optional<Edition> edition_in(std::string_view json);

/// The `withdrawn` of a manifest that manifest_json made; empty if it is another text.
std::vector<std::string> withdrawn_in(std::string_view json);

}  // namespace gongshi
