#include "cli/site_request.hpp"

#include <filesystem>

namespace gongshi {

namespace fs = std::filesystem;

UsageMistake mistake(Code code, std::vector<Argument> arguments) {
  return {{&code.message(), {}, std::move(arguments), {}, {}, {}}};
}

std::string absolute_path(const std::string& path) { return fs::absolute(path).lexically_normal().string(); }

LoadRequest load_request_of(const Options& options, FileSystem& files) {
  LoadRequest request;
  const fs::path site = absolute_path(options.site);
  const auto status = files.status(site.string());
  if (!status || status->kind == FileKind::folder) throw mistake("site-not-found", {options.site});
  request.site_folder = site.parent_path().string();
  request.site_name = site.filename().string();
  const std::string own = request.site_folder + "/content";
  if (files.status(own)) request.content.push_back({own, "content"});
  for (const std::string& folder : options.content) {
    const auto content = files.status(absolute_path(folder));
    if (!content || content->kind != FileKind::folder) throw mistake("content-not-found", {folder});
    request.content.push_back({absolute_path(folder), fs::path(folder).lexically_normal().string()});
  }
  if (!options.as_of.empty()) {
    const auto date = parse_date(options.as_of);
    if (!date || !date->whole()) throw mistake("usage-date", {options.as_of});
    request.as_of = date;
  }
  request.jobs = options.jobs;
  return request;
}

}  // namespace gongshi
