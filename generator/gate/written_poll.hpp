// A table of a poll as an outsider reads it from the written data: the numbers each row gives, and those
// that follow from them by adding up the row itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "text/json.hpp"

namespace gongshi {

struct WrittenColumn {
  Term name;
  bool guarded = false;
};

struct WrittenRow {
  std::string name;                                 ///< unit or object, or its number in the table
  std::string unit;                                 ///< empty if it is about an object
  std::vector<std::optional<std::int64_t>> values;  ///< by column, nothing where it cannot be told
  std::optional<std::int64_t> at_most;              ///< ballots issued, returned or people asked
  bool rate_pins = false;  ///< a reported rate that leaves a small number no other choice
};

struct WrittenPoll {
  std::vector<WrittenColumn> columns;
  std::vector<WrittenRow> rows;
};

/// Columns of a WrittenPoll before those of the options.
inline constexpr std::size_t kValid = 0;
inline constexpr std::size_t kRated = 1;
inline constexpr std::size_t kSatisfied = 2;
inline constexpr std::size_t kUnsatisfied = 3;
inline constexpr std::size_t kUnrated = 4;
inline constexpr std::size_t kOptions = 5;

/// The table `results` of the survey. By cells everything is guarded, else the sizes of groups alone.
WrittenPoll written_poll(const JsonValue& survey, const JsonValue& results, bool by_cells,
                         std::int64_t small_cell);

}  // namespace gongshi
