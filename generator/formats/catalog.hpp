// What the data set is, for catalogues (DCAT 3 with the properties that DCAT-AP asks for) and for search
// engines (schema.org), both as JSON-LD.
#pragma once

#include <string>

#include "formats/data_notes.hpp"

namespace gongshi {

/// catalog.jsonld: the catalogue, its one data set, and a distribution a data file made so far. Addresses
/// are relative to the file where the site has none of its own.
std::string catalog(const ViewContext& context, const DataSet& data);

/// The data set for search engines: dataset.jsonld, and the same on the data page. Its text may stand in a
/// script element.
std::string dataset(const ViewContext& context, const DataSet& data);

}  // namespace gongshi
