// A written site as an audience gets it.
#pragma once

#include "publish/published.hpp"
#include "unit/written_site.hpp"

namespace gongshi::testing {

inline PublishedSite published(const WrittenSite& written, std::string_view audience = "public") {
  return publish(written.site(), *Audience::find(audience, audiences_of(written.site().config)));
}

}  // namespace gongshi::testing
