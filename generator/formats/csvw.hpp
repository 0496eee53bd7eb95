// What the CSV files hold, as CSV on the Web metadata (W3C): beside each file, and for all of them together
// with the keys between them.
#pragma once

#include <string>

#include "formats/data_notes.hpp"

namespace gongshi {

/// `<table>.csv-metadata.json`: where readers of one table look first.
std::string table_csvw(const ViewContext& context, const Table& table);

/// `csv-metadata.json`: all tables as one group.
std::string group_csvw(const ViewContext& context, const DataSet& data);

}  // namespace gongshi
