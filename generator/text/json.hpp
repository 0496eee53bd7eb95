// Writes JSON, one value after the other, and reads it back. The one place that includes RapidJSON; JSON
// is never pasted together. Numbers are written as the text they were given as and read as such, so that
// 97.0 stays 97.0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

class JsonWriter {
 public:
  /// `pretty` indents by one blank a level, for files that people read; otherwise no blanks at all.
  enum class Layout : std::uint8_t { compact, pretty };
  explicit JsonWriter(Layout layout = Layout::compact);
  ~JsonWriter();
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);
  void text(std::string_view value);
  /// `value` must be a number in JSON's own syntax.
  void number(std::string_view value);
  void number(std::int64_t value);
  void flag(bool value);
  void null();
  /// `json` must be one whole JSON value; it is copied as it is.
  void raw(std::string_view json);

  /// How many bytes were written so far, and room for so many, where much of a kind will follow.
  [[nodiscard]] std::size_t size() const;
  void reserve(std::size_t bytes);

  /// The text written so far; the writer is empty afterwards.
  std::string take();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> m_implementation;
};

/// A value that was read. Of its parts one is in use, by its kind; null has none.
struct JsonValue {
  std::string text;  ///< of a text, or a number as it was written
  bool flag = false;
  std::vector<JsonValue> elements;  ///< of an array, or the values of an object
  std::vector<std::string> keys;    ///< of an object, one for each value

  /// The member with this key, or a value without parts.
  [[nodiscard]] const JsonValue& member(std::string_view key) const;
  /// A number without sign and decimals, or nothing.
  [[nodiscard]] std::optional<std::int64_t> count() const;
};

/// Reads one JSON value that is all of `json`; nothing if it is not JSON. For what the program wrote
/// itself: depth is not limited.
std::optional<JsonValue> parse_json(std::string_view json);

}  // namespace gongshi
