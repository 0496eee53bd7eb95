// The data as a Data Package (version 2): datapackage.json with every data file, its bytes and hash, and the
// schema of every table.
#pragma once

#include <string>

#include "formats/data_notes.hpp"

namespace gongshi {

/// Lists all other files of the data set that were made so far. Paths in it are relative to data/.
std::string data_package(const ViewContext& context, const DataSet& data);

/// The media type of a data file by its name: `text/csv`.
std::string_view media_type(std::string_view path);

}  // namespace gongshi
