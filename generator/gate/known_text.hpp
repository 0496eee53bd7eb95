// What is public anyway: text that a withheld value may share without anything having leaked.
#pragma once

#include <string>

#include "publish/published.hpp"

namespace gongshi {

/// Every word of the published view and of site.yaml, the names of pages, and the words that the program
/// itself puts into an output: keys, labels and meanings of the tables of fields.
std::string known_text(const PublishedSite& site);

}  // namespace gongshi
