// Where a value of a YAML text ends: our tree knows where each begins.
#pragma once

#include <optional>
#include <string_view>

#include "parse/document.hpp"

namespace gongshi {

/// Of the text that a tree was parsed from, whose positions count from its first byte.
class YamlExtent {
 public:
  explicit YamlExtent(std::string_view yaml) : m_yaml(yaml) {}

  /// Is it a list or mapping in brackets?
  [[nodiscard]] bool in_brackets(const Document::Node& node) const;
  /// How far in a value on a line of its own is: blanks, and dashes of lists, before it.
  [[nodiscard]] std::size_t column_of(const Document::Node& node) const;
  /// Offset behind the last character of a value. `indent` is how far in the mapping or list that it belongs
  /// to is, `within_brackets` whether that is in brackets. Nothing where no value is written.
  [[nodiscard]] std::optional<std::size_t> end_of(const Document::Node& node, std::size_t indent,
                                                  bool within_brackets) const;
  /// Offset behind the line break of the line that holds `offset`, or the end of the text.
  [[nodiscard]] std::size_t next_line(std::size_t offset) const;
  [[nodiscard]] std::size_t start_of_line(std::size_t offset) const;

 private:
  [[nodiscard]] std::size_t end_of_scalar(std::size_t start, std::size_t indent, bool within_brackets) const;
  [[nodiscard]] std::size_t end_of_quoted(std::size_t start) const;
  [[nodiscard]] std::size_t end_of_brackets(std::size_t start) const;
  [[nodiscard]] std::size_t end_of_block_text(std::size_t start, std::size_t indent) const;
  [[nodiscard]] std::size_t end_of_plain_line(std::size_t start, bool within_brackets) const;
  [[nodiscard]] std::size_t end_of_plain(std::size_t start, std::size_t indent, bool within_brackets) const;
  [[nodiscard]] std::string_view line_at(std::size_t start) const;

  std::string_view m_yaml;
};

}  // namespace gongshi
