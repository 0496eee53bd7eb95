#include "faults/wrong_publishers.hpp"

#include "text/sha256.hpp"
#include "write/manifest.hpp"
#include "write/output_paths.hpp"

namespace gongshi::testing {
namespace {

void write_all(FileSystem& disk, const std::string& folder, const Pages& pages) {
  OutputPaths paths;
  std::unordered_map<std::string, ManifestEntry> files;
  for (const auto& [path, bytes] : pages) {
    for (const std::string& made : paths.add(path)) {
      if (!disk.status(folder + "/" + made)) disk.make_folder(folder + "/" + made);
    }
    disk.remove_tree(folder + "/" + path);
    disk.write_new(folder + "/" + path, bytes);
    files[path] = {bytes.size(), sha256_hex(bytes)};
  }
  disk.remove_tree(folder + "/" + kManifestName);
  disk.write_new(folder + "/" + kManifestName, manifest_json({"0.1.0", "2026-06-30", "public"}, files));
}

}  // namespace

void publish_in_place(FileSystem& disk, const std::string& output, const Pages& pages) {
  if (!disk.status(output)) disk.make_folder(output);
  write_all(disk, output, pages);
  for (const DirectoryEntry& entry : disk.list(output + "/items")) {
    if (!pages.contains("items/" + entry.name)) disk.remove_tree(output + "/items/" + entry.name);
  }
  disk.sync_all(output);
}

void publish_without_sync(FileSystem& disk, const std::string& output, const Pages& pages) {
  const std::string staging = output + ".new";
  disk.remove_tree(staging);
  disk.make_folder(staging);
  write_all(disk, staging, pages);
  if (disk.status(output)) {
    disk.exchange(staging, output);
    disk.remove_tree(staging);
  } else {
    disk.rename_new(staging, output);
  }
}

}  // namespace gongshi::testing
