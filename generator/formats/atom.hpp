// A feed as Atom (RFC 4287). The one place that includes pugixml.
#pragma once

#include <string>

#include "formats/feeds.hpp"

namespace gongshi {

/// The feed as XML. It is as new as its newest entry, or as the data where it has none.
std::string atom(const ViewContext& context, const Feed& feed);

}  // namespace gongshi
