// What may be said of two polls of one unit, or why they are not compared.
#pragma once

#include "derive/poll_waves.hpp"
#include "views/poll_sentences.hpp"

namespace gongshi {

/// One or more sentences. `comparisons` stand on the page together and share the error of chance.
std::vector<std::string> comparison_of(const ViewContext& context, const Wave& earlier, const Wave& later,
                                       int comparisons);

/// Where the change of the total comes from the sizes of the units and not from the units: that sentence;
/// else empty. Of censuses, over the units that may be compared.
std::string composition_warning(const ViewContext& context, const Poll& poll);

}  // namespace gongshi
