// What is public anyway: text that a withheld value may share without anything having leaked.
#pragma once

#include <string>

#include "publish/published.hpp"

namespace gongshi {

/// Every word of the published view and of site.yaml, and the names of pages.
std::string known_values(const PublishedSite& site);

/// The words that the program itself puts into an output, most of them thousands of times: keys, labels and
/// meanings of the tables of fields.
std::string known_words(const PublishedSite& site);

}  // namespace gongshi
