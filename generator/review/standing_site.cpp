#include "review/standing_site.hpp"

#include <functional>
#include <limits>

#include "files/zip_members.hpp"
#include "publish/routes.hpp"
#include "write/manifest.hpp"

namespace gongshi {
namespace {

constexpr std::uint64_t kLargest = std::numeric_limits<std::uint32_t>::max();

AgainstRefused refused(Code code, std::vector<Argument> arguments) {
  return {{&code.message(), {}, std::move(arguments), {}, {}, {}}};
}

/// Gives the bytes of a table's file, or nothing.
using ReadTable = std::function<std::optional<std::string>(const std::string& path)>;

void read_tables(const std::string& path, const ReadTable& read, StandingSite& site) {
  for (const KindName& kind : kKinds) {
    const auto bytes = read(table_json_path(kind.kind));
    if (!bytes) continue;
    auto rows = parse_json(*bytes);
    if (!rows)
      throw refused("against-unreadable", {path, Term{table_json_path(kind.kind) + " 不是 JSON",
                                                      table_json_path(kind.kind) + " is no JSON"}});
    site.tables.emplace(kind.kind, *std::move(rows));
  }
  if (site.tables.empty())
    throw refused("against-unreadable", {path, Term{"里面没有 JSON 数据", "it holds no data as JSON"}});
}

StandingSite read_archive(FileSystem& files, const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string bytes = files.read(path.substr(0, slash), path.substr(slash + 1), kLargest);
  const auto members = is_zip(bytes) ? read_zip(bytes) : std::nullopt;
  if (!members)
    throw refused("against-unreadable", {path, Term{"不是完好的 ZIP", "it is no ZIP, or damaged"}});
  StandingSite site;
  read_tables(
      path,
      [&](const std::string& table) -> std::optional<std::string> {
        const std::string name = table.substr(table.rfind('/') + 1);  // data/ is what was packed
        for (const ZipMember& member : *members) {
          if (member.name == name || member.name == table) return member.bytes;
        }
        return std::nullopt;
      },
      site);
  return site;
}

StandingSite read_folder(FileSystem& files, const std::string& path, const std::string& audience) {
  StandingSite site;
  if (files.status(path + "/" + kManifestName)) {
    const auto manifest = parse_json(files.read(path, kManifestName, kLargest)).value_or(JsonValue());
    const std::string theirs = manifest.member("audience").text;
    if (theirs != audience) throw refused("against-other-audience", {path, theirs, audience});
    site.as_of = manifest.member("as_of").text;
  }
  read_tables(
      path,
      [&](const std::string& table) -> std::optional<std::string> {
        if (!files.status(path + "/" + table)) return std::nullopt;
        return files.read(path, table, kLargest);
      },
      site);
  return site;
}

}  // namespace

StandingSite read_standing_site(FileSystem& files, const std::string& path, const std::string& audience) {
  const auto status = files.status(path);
  if (!status) throw refused("against-not-found", {path});
  return status->kind == FileKind::folder ? read_folder(files, path, audience) : read_archive(files, path);
}

}  // namespace gongshi
