// What a build and a preview share of the way to a published site: for whom, by which theme, and what is
// checked.
#pragma once

#include <optional>
#include <string>

#include "pipeline/build_site.hpp"
#include "pipeline/kept_files.hpp"
#include "publish/audience.hpp"

namespace gongshi {

/// The theme that the site names, or the default one.
std::string theme_name(const SiteConfig& config);

/// Where it is: a theme beside the site wins over one that is shipped.
std::string theme_folder(FileSystem& files, const BuildRequest& request, const SiteConfig& config);

/// The audience that is asked for, the widest if none is; nothing, and a finding, if the site has no such.
std::optional<Audience> find_audience(const BuildRequest& request, const SiteConfig& config,
                                      Diagnostics& diagnostics);

/// What builds for this audience keep, beside the site.
KeptFiles kept_files(FileSystem& files, const BuildRequest& request, const Audience& audience);

/// The bytes of an attachment, from the first content folder that has it: later ones lie over it and hold
/// other names. Empty if none has it.
std::string read_attachment(FileSystem& files, const LoadRequest& request, const std::string& name);

/// Everything that must be true of the records and their attachments.
void check_site(FileSystem& files, const LoadRequest& request, const Site& site, const Audience& audience,
                Diagnostics& diagnostics);

/// Bodies that no page of this build shows are read for errors all the same; all of them without `published`.
void check_bodies(const Site& site, const PublishedSite* published, Diagnostics& diagnostics);

}  // namespace gongshi
