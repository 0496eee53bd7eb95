#include "text/csv_text.hpp"

#include "text/utf8.hpp"

namespace gongshi {
namespace {

/// Reads one field after the other.
class FieldReader {
 public:
  FieldReader(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

  [[nodiscard]] bool at_end() const { return m_at == m_text.size(); }

  /// The next field; false if its quote is not closed.
  bool read(std::string& field) {
    if (!at_end() && m_text[m_at] == '"') {
      if (!read_quoted(field)) return false;
    }
    while (!at_end() && m_text[m_at] != m_separator && !is_line_end()) field += m_text[m_at++];
    return true;
  }

  /// Goes behind what ends the field; true if it was a separator, so that another one follows.
  bool next_in_row() {
    if (at_end()) return false;
    if (m_text[m_at] == m_separator) {
      ++m_at;
      return true;
    }
    m_at += m_text[m_at] == '\r' ? 2 : 1;
    return false;
  }

 private:
  [[nodiscard]] bool is_line_end() const {
    return m_text[m_at] == '\n' || m_text.substr(m_at, 2) == kCsvLineEnd;
  }

  bool read_quoted(std::string& field) {
    for (++m_at; !at_end(); ++m_at) {
      if (m_text[m_at] != '"') {
        field += m_text[m_at];
      } else if (m_text.substr(m_at, 2) == "\"\"") {
        field += '"';
        ++m_at;
      } else {
        ++m_at;
        return true;
      }
    }
    return false;
  }

  std::string_view m_text;
  char m_separator;
  std::size_t m_at = 0;
};

}  // namespace

void append_csv_field(std::string& out, std::string_view text) {
  const bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

bool may_be_formula(std::string_view text) {
  constexpr std::u32string_view kBlanks = U" \t\r\n\u00A0\u3000\uFEFF";
  constexpr std::u32string_view kOpening = U"=+-@＝＋－＠";
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (kOpening.find(c.code) != std::u32string_view::npos) return true;
    if (kBlanks.find(c.code) == std::u32string_view::npos) return false;
    if (c.code == '\t' || c.code == '\r' || c.code == '\n') return true;
    at += c.length;
  }
  return false;
}

std::string with_apostrophe(const std::string& text) {
  return may_be_formula(text) || text.starts_with('\'') ? "'" + text : text;
}

std::string_view without_apostrophe(std::string_view text) {
  const std::string_view rest = text.substr(text.empty() ? 0 : 1);
  return text.starts_with('\'') && (may_be_formula(rest) || rest.starts_with('\'')) ? rest : text;
}

std::variant<CsvRows, UnclosedQuote> parse_csv(std::string_view text, char separator) {
  CsvRows rows;
  FieldReader reader(text, separator);
  while (!reader.at_end()) {
    std::vector<std::string>& row = rows.emplace_back();
    do {
      if (!reader.read(row.emplace_back())) return UnclosedQuote{rows.size() - 1};
    } while (reader.next_in_row());
  }
  return rows;
}

}  // namespace gongshi
