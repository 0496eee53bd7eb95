#include "render/template_source.hpp"

#include <algorithm>

namespace gongshi {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_name_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }

// name or name.name, or a path name/name for a part.
bool is_name(std::string_view name, char separator) {
  bool begins = true;
  for (const char c : name) {
    if (begins ? !is_letter(c) : !is_name_character(c) && c != separator) return false;
    begins = c == separator;
  }
  return !begins;
}

struct Tag {
  std::size_t begin = 0;
  std::size_t end = 0;
  char sign = '\0';  // # ^ / > ! & = {, or none
  std::string_view name;
};

class Scanner {
 public:
  Scanner(const TemplateSource& source, Diagnostics& diagnostics)
      : m_source(source), m_text(source.text), m_diagnostics(diagnostics) {}

  std::optional<std::vector<TemplatePiece>> scan() {
    std::size_t literal = m_text.starts_with("\xEF\xBB\xBF") ? 3 : 0;  // a byte order mark is no text
    for (std::size_t begin = m_text.find("{{"); begin != std::string_view::npos;) {
      const auto tag = read_tag(begin);
      if (!tag) return std::nullopt;
      const auto line = may_stand_alone(tag->sign) ? line_of_lone(*tag) : std::nullopt;
      add_literal(literal, line.value_or(tag->begin));
      add(*tag, line.has_value());
      literal = line ? next_line(tag->end) : tag->end;
      begin = m_text.find("{{", literal);
    }
    add_literal(literal, m_text.size());
    for (const TemplatePiece& open : m_open)
      report(open.offset, {"区段没有结束", "the section is never ended"});
    if (m_failed) return std::nullopt;
    return std::move(m_pieces);
  }

 private:
  std::optional<Tag> read_tag(std::size_t begin) {
    constexpr std::string_view kSigns = "#^/>!&={";
    Tag tag{begin, 0, '\0', {}};
    std::size_t start = begin + 2;
    if (start < m_text.size() && kSigns.find(m_text[start]) != std::string_view::npos)
      tag.sign = m_text[start++];
    const std::string_view closing = tag.sign == '{' ? "}}}" : "}}";
    const std::size_t end = m_text.find(closing, start);
    if (end == std::string_view::npos) {
      report(begin, {"标签没有写完", "the tag is never closed"});
      return std::nullopt;
    }
    tag.name = trimmed(m_text.substr(start, end - start));
    tag.end = end + closing.size();
    return tag;
  }

  static bool may_stand_alone(char sign) {
    return sign == '#' || sign == '^' || sign == '/' || sign == '>' || sign == '!';
  }

  [[nodiscard]] std::size_t next_line(std::size_t offset) const {
    return std::min(m_text.find('\n', offset), m_text.size() - 1) + 1;
  }

  // Where the line of a tag begins that has nothing but blanks around it, or nothing.
  [[nodiscard]] std::optional<std::size_t> line_of_lone(const Tag& tag) const {
    const std::size_t before = m_text.substr(0, tag.begin).find_last_not_of(" \t");
    const std::size_t after = m_text.find_first_not_of(" \t\r", tag.end);
    if (before != std::string_view::npos && m_text[before] != '\n') return std::nullopt;
    if (after != std::string_view::npos && m_text[after] != '\n') return std::nullopt;
    return before == std::string_view::npos ? 0 : before + 1;
  }

  void add_literal(std::size_t begin, std::size_t end) {
    if (begin < end) m_pieces.push_back({TagKind::literal, m_text.substr(begin, end - begin), begin, false});
  }

  void add(const Tag& tag, bool alone) {
    switch (tag.sign) {
      case '!':
        return;
      case '=':
        return report(tag.begin, {"不能更改分隔符", "delimiters cannot be changed"});
      case '&':
        return report(tag.begin,
                      {"不能用 {{&}}，HTML 用 {{{名}}}", "{{&}} is not accepted, HTML is {{{name}}}"});
      case '#':
        return add_named(TagKind::section, tag, alone);
      case '^':
        return add_named(TagKind::inverted, tag, alone);
      case '/':
        return add_named(TagKind::end, tag, alone);
      case '>':
        return add_named(TagKind::part, tag, alone);
      case '{':
        return add_named(TagKind::html, tag, alone);
      default:
        return add_named(TagKind::variable, tag, alone);
    }
  }

  void add_named(TagKind kind, const Tag& tag, bool alone) {
    const bool is_item = tag.name == "." && kind != TagKind::part;
    if (!is_item && !is_name(tag.name, kind == TagKind::part ? '/' : '.'))
      return report(tag.begin, {"标签里的名字不对", "the name in the tag is wrong"});
    const bool is_words = tag.name == "words" || tag.name.starts_with("words.");
    if (is_words && kind != TagKind::variable && kind != TagKind::part)
      return report(tag.begin,
                    {"主题的词只能写成 {{words.名}}", "words of the theme are {{words.name}} only"});
    const TemplatePiece piece{kind, tag.name, tag.begin, alone};
    if (kind == TagKind::section || kind == TagKind::inverted) m_open.push_back(piece);
    if (kind == TagKind::end && !close(piece)) return;
    m_pieces.push_back(piece);
  }

  bool close(const TemplatePiece& end) {
    if (m_open.empty()) {
      report(end.offset, {"这里结束的区段没有开始", "a section ends here that never began"});
      return false;
    }
    const TemplatePiece open = m_open.back();
    m_open.pop_back();
    if (open.content == end.content) return true;
    report(end.offset, {"先打开的区段要后结束", "sections end in the reverse order of their beginnings"},
           open.offset);
    return false;
  }

  void report(std::size_t offset, Term what, std::optional<std::size_t> related = std::nullopt) {
    m_failed = true;
    m_diagnostics.add("template-syntax", at(offset), {std::move(what)}, related ? at(*related) : Position{});
  }

  [[nodiscard]] Position at(std::size_t offset) const {
    return {m_source.file, static_cast<std::uint32_t>(offset)};
  }

  const TemplateSource& m_source;
  std::string_view m_text;
  Diagnostics& m_diagnostics;
  std::vector<TemplatePiece> m_pieces;
  std::vector<TemplatePiece> m_open;
  bool m_failed = false;
};

}  // namespace

std::optional<std::vector<TemplatePiece>> scan_template(const TemplateSource& source,
                                                        Diagnostics& diagnostics) {
  return Scanner(source, diagnostics).scan();
}

}  // namespace gongshi
