// A review for people: as text, and as one sheet of HTML to be printed and signed.
#pragma once

#include <string>

#include "review/review_site.hpp"

namespace gongshi {

/// Long values are cut.
std::string review_text(const Review& review, Language language);

/// A page that stands alone, with room for the signatures; all of each value.
std::string review_sheet(const Review& review, Language language);

}  // namespace gongshi
