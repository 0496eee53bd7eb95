// What is said of the data in every file that carries all of it: whose it is, as of when, under which
// licence, and how its cells are to be read.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tables/data_set.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// Pairs of what it is and what is said of it.
using DataNotes = std::vector<std::pair<std::string, std::string>>;

/// Files tell of empty cells in different ways, so the notes do too.
enum class NotesFor : std::uint8_t { text_files, workbook, database };
DataNotes data_notes(const ViewContext& context, NotesFor format);

/// Is the licence told by its address, not in words?
bool is_address(std::string_view licence);

/// README.txt of the archive: the notes, then every table.
std::string readme(const ViewContext& context, const DataSet& data);

/// Hash of all rows and of all that is said with them: what it leaves as it is need not be made again.
std::string rows_hash(const ViewContext& context, const DataSet& data);

}  // namespace gongshi
