// A table as comma-separated values (RFC 4180, UTF-8), with the columns' keys in its first line.
#pragma once

#include <string>

#include "tables/table.hpp"

namespace gongshi {

enum class CsvDialect : std::uint8_t {
  plain,  ///< as it is
  /// For spreadsheets: with a byte order mark, without which they take UTF-8 for something else; text that
  /// they would take for a formula has an apostrophe before it. Numbers and dates are as they are.
  excel,
};

/// Lines end in CR LF. A cell that is not given is one of the marks of tables/table.hpp, or empty.
std::string csv(const Table& table, CsvDialect dialect);

}  // namespace gongshi
