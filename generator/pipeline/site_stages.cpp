#include "pipeline/site_stages.hpp"

#include <algorithm>

#include "check/checks.hpp"
#include "model/type_words.hpp"
#include "pipeline/parallel.hpp"
#include "pipeline/record_links.hpp"

namespace gongshi {
namespace {

constexpr std::uint64_t kLargestAttachment = std::uint64_t{100} << 20U;

// Where files lie that are kept from build to build.
std::string kept_folder(const BuildRequest& request, const Audience& audience) {
  std::string name = audience.name();
  std::replace(name.begin(), name.end(), ':', '-');
  return request.load.site_folder + "/.gongshi/" + name;
}

KeptFiles::Use use_of_kept_files(const BuildRequest& request) {
  if (!request.use_kept_files) return KeptFiles::Use::neither;
  return request.write ? KeptFiles::Use::read_and_write : KeptFiles::Use::read;
}

}  // namespace

KeptFiles kept_files(FileSystem& files, const BuildRequest& request, const Audience& audience) {
  return {files, kept_folder(request, audience), use_of_kept_files(request)};
}

std::string theme_name(const SiteConfig& config) { return config.theme.empty() ? "default" : config.theme; }

std::string theme_folder(FileSystem& files, const BuildRequest& request, const SiteConfig& config) {
  const std::string own = request.load.site_folder + "/themes/" + theme_name(config);
  return files.status(own) ? own : request.shipped_themes + "/" + theme_name(config);
}

std::optional<Audience> find_audience(const BuildRequest& request, const SiteConfig& config,
                                      Diagnostics& diagnostics) {
  const std::vector<std::string> known = audiences_of(config);
  const std::string wanted = request.audience.empty() ? known.front() : request.audience;
  auto audience = Audience::find(wanted, known);
  if (!audience) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    std::string all;
    for (const std::string& name : known) all += (all.empty() ? "" : ", ") + name;
    diagnostics.add_at_place("usage-audience", "--audience", {wanted, all, nearest_hint(wanted, names)});
  }
  return audience;
}

void check_bodies(const Site& site, const PublishedSite* published, Diagnostics& diagnostics) {
  const MarkdownContext context{checking_links(site), "", "", ""};
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      if (record.body.empty() || (published != nullptr && published->records().find<R>(record.id) != nullptr))
        continue;
      render_markdown({record.body, record.body_at}, context, diagnostics);
    }
  });
}

std::string read_attachment(FileSystem& files, const LoadRequest& request, const std::string& name) {
  for (const ContentFolder& content : request.content) {
    if (!files.status(content.path + "/files/" + name)) continue;
    return files.read(content.path, "files/" + name, kLargestAttachment);
  }
  return {};
}

void check_site(FileSystem& files, const LoadRequest& request, const Site& site, const Audience& audience,
                Diagnostics& diagnostics) {
  // As run_checks(), but each check apart: findings are told in the order of their places.
  parallel_for(kChecks.size(), request.jobs, [&](std::size_t i) { kChecks[i].run(site, diagnostics); });
  settle_findings(site, diagnostics);
  if (audience.is_widest()) check_public_only(site, diagnostics);
  check_attachment_contents(
      site, [&](const std::string& name) { return read_attachment(files, request, name); }, diagnostics);
  settle_findings(site, diagnostics);  // those about attachments
}

}  // namespace gongshi
