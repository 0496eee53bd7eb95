// The gates, each of which can be switched off to show that it was the one that held.
#include <cstdlib>
#include <string>

#include "check/checks.hpp"
#include "gate/cell_audit.hpp"
#include "gate/leak_scan.hpp"
#include "gates/leaking/seams.hpp"
#include "pipeline/withdrawn_ids.hpp"
#include "publish/audience.hpp"
#include "publish/published.hpp"
#include "write/link_check.hpp"
#include "write/output_place.hpp"

namespace gongshi {

std::string_view chosen_leak() {
  const char* leak = std::getenv("GONGSHI_LEAK");  // NOLINT(concurrency-mt-unsafe): nothing sets it
  return leak == nullptr ? "" : leak;
}

bool is_off(std::string_view gate) {
  const char* off = std::getenv("GONGSHI_GATES_OFF");  // NOLINT(concurrency-mt-unsafe): nothing sets it
  if (off == nullptr) return false;
  return (" " + std::string(off) + " ").find(" " + std::string(gate) + " ") != std::string::npos;
}

// Whose record it is decides who sees it.
bool real_sees(const Audience*, std::string_view, std::string_view) REAL(SEAM_SCOPE);
bool sees_instead(const Audience*, std::string_view, std::string_view) INSTEAD(SEAM_SCOPE);
bool sees_instead(const Audience* audience, std::string_view scope, std::string_view unit) {
  return is_off("scope") || real_sees(audience, scope, unit);
}

void real_scan(LeakScan*, const std::string&, std::string_view) REAL(SEAM_SCAN);
void scan_instead(LeakScan*, const std::string&, std::string_view) INSTEAD(SEAM_SCAN);
void scan_instead(LeakScan* scan, const std::string& path, std::string_view bytes) {
  if (!is_off("scan")) real_scan(scan, path, bytes);
}

PublishedSite publish_for_scan(const Site&, const Audience&, const RunAll&) REAL(SEAM_PUBLISH);

// With nothing to look for it costs nothing either, so that what the gate costs can be measured.
void real_scan_made(LeakScan*, const PublishedSite&, std::string_view) REAL(SEAM_SCAN_MADE);
void scan_made_instead(LeakScan*, const PublishedSite&, std::string_view) INSTEAD(SEAM_SCAN_MADE);
void scan_made_instead(LeakScan* scan, const PublishedSite& published, std::string_view theme) {
  if (!is_off("scan")) return real_scan_made(scan, published, theme);
  const Site nothing;
  real_scan_made(scan, publish_for_scan(nothing, *Audience::find("public", {"public"}), run_in_turn), "");
}

bool real_audit(std::string_view, std::string_view, std::int64_t, Diagnostics&) REAL(SEAM_CELLS);
bool audit_instead(std::string_view, std::string_view, std::int64_t, Diagnostics&) INSTEAD(SEAM_CELLS);
bool audit_instead(std::string_view surveys, std::string_view units, std::int64_t small,
                   Diagnostics& diagnostics) {
  return is_off("cells") || real_audit(surveys, units, small, diagnostics);
}

void real_personal_data(const Site&, Diagnostics&) REAL(SEAM_PERSONAL_DATA);
void personal_data_instead(const Site&, Diagnostics&) INSTEAD(SEAM_PERSONAL_DATA);
void personal_data_instead(const Site& site, Diagnostics& diagnostics) {
  if (!is_off("personal-data")) real_personal_data(site, diagnostics);
}

void real_attachments(const Site&, const ReadAttachment&, Diagnostics&) REAL(SEAM_ATTACHMENTS);
void attachments_instead(const Site&, const ReadAttachment&, Diagnostics&) INSTEAD(SEAM_ATTACHMENTS);
void attachments_instead(const Site& site, const ReadAttachment& read, Diagnostics& diagnostics) {
  if (!is_off("attachments")) real_attachments(site, read, diagnostics);
}

void real_public_only(const Site&, Diagnostics&) REAL(SEAM_PUBLIC_ONLY);
void public_only_instead(const Site&, Diagnostics&) INSTEAD(SEAM_PUBLIC_ONLY);
void public_only_instead(const Site& site, Diagnostics& diagnostics) {
  if (!is_off("public-only")) real_public_only(site, diagnostics);
}

void real_links(const LinkCheck*, Diagnostics&) REAL(SEAM_LINKS);
void links_instead(const LinkCheck*, Diagnostics&) INSTEAD(SEAM_LINKS);
void links_instead(const LinkCheck* links, Diagnostics& diagnostics) {
  if (!is_off("links")) real_links(links, diagnostics);
}

OutputPlace real_place(FileSystem&, const OutputRequest&) REAL(SEAM_PLACE);
OutputPlace place_instead(FileSystem&, const OutputRequest&) INSTEAD(SEAM_PLACE);
OutputPlace place_instead(FileSystem& disk, const OutputRequest& request) {
  OutputRequest asked = request;
  if (is_off("place")) asked.audience.clear();
  return real_place(disk, asked);
}

void real_withdrawn_ids(FileSystem&, const std::string&, const PublishedSite&, Diagnostics&)
    REAL(SEAM_WITHDRAWN_IDS);
void withdrawn_ids_instead(FileSystem&, const std::string&, const PublishedSite&, Diagnostics&)
    INSTEAD(SEAM_WITHDRAWN_IDS);
void withdrawn_ids_instead(FileSystem& files, const std::string& output, const PublishedSite& site,
                           Diagnostics& diagnostics) {
  if (!is_off("withdrawn-ids")) real_withdrawn_ids(files, output, site, diagnostics);
}

}  // namespace gongshi
