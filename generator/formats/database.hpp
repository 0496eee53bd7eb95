// All tables as one SQLite file, with keys, foreign keys, and what every table and column means. The one
// place that includes SQLite.
#pragma once

#include <string>

#include "formats/data_notes.hpp"

namespace gongshi {

/// The bytes of the file. What is not given is NULL; `marker` and `not_stated` say why. Same data and
/// library, same bytes. Throws std::runtime_error if the library refuses.
std::string database(const ViewContext& context, const DataSet& data);

}  // namespace gongshi
