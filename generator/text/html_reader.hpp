// Reads HTML as this program writes it: tags, attributes, comments and the elements that hold no tags are
// known, and anything else is taken for text.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// As written, entities and all.
struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

struct HtmlTag {
  std::string_view name;  ///< empty for a comment, a doctype or the like
  bool is_end = false;
  std::vector<HtmlAttribute> attributes;

  [[nodiscard]] bool has(std::string_view attribute) const;
};

/// Are the names the same but for the case of ASCII letters? `lower_case` is in lower case. Asked several
/// times of every tag and attribute: most differ in length, which is seen without a call.
inline bool same_html_name(std::string_view name, std::string_view lower_case) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  return std::equal(name.begin(), name.end(), lower_case.begin(), lower_case.end(), same);
}

/// The text with the entities undone that this program and cmark-gfm write; any other stays as it is.
std::string decode_entities(std::string_view text);

/// Gives the tags of a page one after the other, each with the text before it. The page must outlive it.
class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : m_html(html) {}

  /// False at the end of the page; `tag` is overwritten. What script, style, textarea and title hold is
  /// neither tag nor text.
  bool next(HtmlTag& tag);
  /// What stands between the last two tags, as written; after the end, behind the last one.
  [[nodiscard]] std::string_view text() const { return m_text; }

 private:
  [[nodiscard]] std::string_view rest() const { return m_html.substr(m_at); }
  [[nodiscard]] bool ended() const { return m_at >= m_html.size(); }
  [[nodiscard]] bool at_tag() const;
  void skip_past(std::string_view mark);
  void skip_blanks();
  void skip_text_of(std::string_view name);
  std::string_view read_to(std::size_t end);
  std::string_view read_value();
  void read_tag(HtmlTag& tag);

  std::string_view m_html;
  std::string_view m_text;
  std::size_t m_at = 0;
};

}  // namespace gongshi
