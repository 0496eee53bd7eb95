#include "review/review_site.hpp"

#include "check/rule_choices.hpp"
#include "pipeline/site_stages.hpp"

namespace gongshi {
namespace {

std::string standing_path(FileSystem& files, const BuildRequest& request, const Audience& audience,
                          const std::string& against) {
  if (!against.empty()) return against;
  const std::string output =
      request.output.empty() ? request.load.site_folder + "/" + audience.folder() : request.output;
  return files.status(output) ? output : std::string();
}

}  // namespace

Review review_site(FileSystem& files, const BuildRequest& request, const std::string& against,
                   Language language, SourceNames& names, Diagnostics& diagnostics) {
  Review review;
  auto config = load_config(files, request.load, names, diagnostics);
  const auto audience = config ? find_audience(request, *config, diagnostics) : std::nullopt;
  if (!audience) {
    review.end = BuildEnd::bad_site_file;
    return review;
  }
  const Site site = load_site(files, request.load, *std::move(config), names, diagnostics);
  check_site(files, request.load, site, *audience, diagnostics);
  check_bodies(site, nullptr, diagnostics);
  settle_findings(site, diagnostics);
  if (diagnostics.has_errors()) {
    review.end = BuildEnd::bad_content;
    return review;
  }
  review.title = site.config.title.text;
  review.organisation = site.config.organisation;
  review.audience = audience->name();
  review.as_of = site.as_of.text();
  review.against = standing_path(files, request, *audience, against);
  StandingSite before;
  if (!review.against.empty()) before = read_standing_site(files, review.against, review.audience);
  review.before_as_of = before.as_of;
  review.changes = compare_records(before, publish(site, *audience), language);
  return review;
}

}  // namespace gongshi
