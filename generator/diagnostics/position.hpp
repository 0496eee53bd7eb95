// Where something was written, in 8 bytes, so that every value of a large site can keep its place.
// Line and column are worked out only when a position is printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// A place in a source. `file` indexes SourceNames; what `offset` counts depends on the kind of
/// source: bytes from the start of a text file, or the cell of a sheet.
struct Position {
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

  std::uint32_t file = kNowhere;
  std::uint32_t offset = 0;

  [[nodiscard]] bool known() const { return file != kNowhere; }
  friend bool operator==(Position, Position) = default;
};
static_assert(sizeof(Position) == 8);

/// All sources of a run: how each is called in findings (relative to the site's folder where it lies
/// below it) and where it is. Filled before reading starts, in an order that no disk decides.
class SourceNames {
 public:
  std::uint32_t add(std::string name, std::string path = {}) {
    m_sources.push_back({std::move(name), std::move(path), false});
    return static_cast<std::uint32_t>(m_sources.size() - 1);
  }
  /// A sheet of a workbook or a CSV file, whose positions are cells.
  std::uint32_t add_sheet(std::string name) {
    m_sources.push_back({std::move(name), {}, true});
    return static_cast<std::uint32_t>(m_sources.size() - 1);
  }
  [[nodiscard]] bool is_sheet(std::uint32_t file) const { return m_sources[file].sheet; }
  [[nodiscard]] std::string_view name(std::uint32_t file) const { return m_sources[file].name; }
  /// Absolute path; empty for what is no file.
  [[nodiscard]] const std::string& path(std::uint32_t file) const { return m_sources[file].path; }
  [[nodiscard]] std::size_t size() const { return m_sources.size(); }

 private:
  struct Named {
    std::string name;
    std::string path;
    bool sheet = false;
  };
  std::vector<Named> m_sources;
};

/// Columns of a sheet that positions reach; spreadsheets have more.
inline constexpr std::uint32_t kMostSheetColumns = 1024;

/// A cell as an offset, row and column counted from 0, and the name that people know it by: D17.
constexpr std::uint32_t cell_offset(std::uint32_t row, std::uint32_t column) {
  return row * kMostSheetColumns + column;
}
std::string cell_name(std::uint32_t offset);

/// Line and column, both from 1, the column counting characters; `text` is the whole source.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};
LineColumn line_column(std::string_view text, std::size_t offset);

/// The line of `text` that holds `offset`, without its line break.
std::string_view line_at(std::string_view text, std::size_t offset);

}  // namespace gongshi
