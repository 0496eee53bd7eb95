// Where in an HTML page a template's tag stands. What a value may hold depends on it: escaping makes
// text and quoted attributes safe, and nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gongshi {

class HtmlContext {
 public:
  enum class Place : std::uint8_t {
    text,
    tag,  ///< inside <…>, not in a value
    quoted_value,
    unquoted_value,
    comment,
    raw_text,  ///< of a script or style element
  };

  /// Goes on through literal markup.
  void feed(std::string_view markup);

  [[nodiscard]] Place place() const;
  /// In a quoted value: the attribute, in small letters.
  [[nodiscard]] const std::string& attribute() const { return m_attribute; }
  /// In a quoted value: what it holds so far, tags of the template left out.
  [[nodiscard]] const std::string& value() const { return m_value; }
  /// Are both at places where the same markup means the same?
  [[nodiscard]] bool matches(const HtmlContext& other) const;

 private:
  enum class State : std::uint8_t {
    text,
    opening,
    tag_name,
    in_tag,
    attribute_name,
    before_value,
    quoted,
    unquoted,
    declaration,
    comment,
    raw_text
  };

  void step(char c);
  void step_in_tag(char c);
  void step_in_value(char c);
  void end_tag();

  State m_state = State::text;
  char m_quote = '"';
  bool m_closing_tag = false;
  std::string m_tag;
  std::string m_attribute;
  std::string m_value;
  std::string m_tail;  // the last characters of a comment or raw text, to see its end
};

}  // namespace gongshi
