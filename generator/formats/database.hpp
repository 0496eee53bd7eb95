// All tables as one SQLite file, with keys, foreign keys, and what every table and column means; and what is
// in such a file, read back. The one place that includes SQLite.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "formats/data_notes.hpp"

namespace gongshi {

/// The bytes of the file. What is not given is NULL; `marker` and `not_stated` say why. Same data and
/// library, same bytes. Throws std::runtime_error if the library refuses.
std::string database(const ViewContext& context, const DataSet& data);

/// Do the bytes begin as those of an SQLite file do?
bool is_database(std::string_view bytes);

/// Calls `visit` for each table of an SQLite file with the text in all its cells, rows on lines and cells
/// kept apart by `|`: whole, where the file may have cut it up. The file may be anybody's; one that is
/// damaged is read as far as SQLite can.
void read_database(std::string_view bytes,
                   const std::function<void(const std::string& table, const std::string& text)>& visit);

}  // namespace gongshi
