// Where something was written, in 8 bytes, so that every value of a large site can keep its place.
// Line and column are worked out only when a position is printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// A place in a source. `file` indexes SourceNames; what `offset` counts depends on the kind of
/// source: bytes from the start of a text file, or a packed sheet and cell of a workbook.
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
    m_sources.push_back({std::move(name), std::move(path)});
    return static_cast<std::uint32_t>(m_sources.size() - 1);
  }
  [[nodiscard]] std::string_view name(std::uint32_t file) const { return m_sources[file].name; }
  /// Absolute path; empty for what is no file.
  [[nodiscard]] const std::string& path(std::uint32_t file) const { return m_sources[file].path; }
  [[nodiscard]] std::size_t size() const { return m_sources.size(); }

 private:
  struct Named {
    std::string name;
    std::string path;
  };
  std::vector<Named> m_sources;
};

/// Line and column, both from 1, the column counting characters; `text` is the whole source.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};
LineColumn line_column(std::string_view text, std::size_t offset);

/// The line of `text` that holds `offset`, without its line break.
std::string_view line_at(std::string_view text, std::size_t offset);

}  // namespace gongshi
