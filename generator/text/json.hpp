// Writes JSON, one value after the other. The one place that includes RapidJSON; JSON is never
// pasted together. Numbers are written as the text they were given as, so that 97.0 stays 97.0.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

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

  /// The text written so far; the writer is empty afterwards.
  std::string take();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> m_implementation;
};

}  // namespace gongshi
