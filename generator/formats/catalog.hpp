// What the data set is, for catalogues (DCAT 3 with the properties that DCAT-AP asks for) and for search
// engines (schema.org), both as JSON-LD.
#pragma once

#include <string>

#include "formats/data_notes.hpp"

namespace gongshi {

/// catalog.jsonld: the catalogue, its one data set, and a distribution a data file made so far. Addresses
/// are relative to the file where the site has none of its own.
std::string catalog(const ViewContext& context, const DataSet& data);

/// Which files a description lists: every one, or, to be short, those that hold or describe all tables.
enum class DatasetFiles : std::uint8_t { every, of_all_tables };

/// The data set for search engines: dataset.jsonld lists every file, the data page those of all tables. Its
/// text may stand in a script element.
std::string dataset(const ViewContext& context, const DataSet& data, DatasetFiles files);

}  // namespace gongshi
