// A link as a page writes it, resolved to a place in the site: percent-encoding, `..`, queries and
// fragments are understood here and nowhere else.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

/// A place in the site: an output path and, if the link names one, an anchor on it.
struct SiteLink {
  std::string path;
  std::string anchor;
  friend auto operator<=>(const SiteLink&, const SiteLink&) = default;
};

/// Where `url`, written on the page whose output path is `page`, leads to; nothing if it leaves the
/// site (it has a scheme or a host). What no site opened from a folder can follow is a path that no
/// output has: a link that climbs out of the site, or to the folder above all (`/x`, `../x` and `.` on
/// the front page), stays as it was written, and a link to another folder keeps its slash at the end.
/// `page` is empty for links that are relative to the site's folder; `#x` alone leads nowhere then.
std::optional<SiteLink> resolve_link(std::string_view url, std::string_view page);

}  // namespace gongshi
