#include "render/markdown_guard.hpp"

#include <algorithm>

#include "parse/source_guard.hpp"
#include "render/reference_expansion.hpp"
#include "text/character_set.hpp"

namespace gongshi {
namespace {

namespace limits = markdown_limits;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

constexpr CharacterSet kCounted("|[]<");  // in a line, whatever stands beside them

std::size_t count(std::string_view line, char c) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), c));
}

// May the line be the one below the head of a table? It may stand in a quotation.
bool may_delimit_table(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of(" \t\v\f\r>|:-") == std::string_view::npos;
}

// How many lists and quotations, one inside the other, may be open after this line: an item's text is
// indented by two at least, and one line can open several.
std::size_t nesting_of(std::string_view line) {
  std::size_t indentation = 0;
  std::size_t markers = 0;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (c == '\t') {
      indentation += 4;
    } else if (c == ' ') {
      ++indentation;
    } else if (c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')') {
      ++markers;
    } else if (!digit) {
      break;
    }
  }
  return markers == 0 ? 0 : markers + indentation / 2;
}

// The measures of a body, kept line by line. "Paragraph" is what stands between two blank lines: the
// parser never looks further for the end of anything that is not a block.
class Measures {
 public:
  explicit Measures(std::string_view body) : m_body(body) {}

  struct Excess {
    std::size_t offset = 0;
    Term what;
  };

  std::optional<Excess> first_excess() {
    for (std::size_t start = 0; start < m_body.size();) {
      const std::size_t end = std::min(m_body.find('\n', start), m_body.size());
      if (auto what = add_line(m_body.substr(start, end - start))) return Excess{start, std::move(*what)};
      start = end + 1;
    }
    if (reference_expansion(m_body) > limits::kExpansion)
      return Excess{0, {"引用展开后太长", "its link references expand to too much text"}};
    return std::nullopt;
  }

 private:
  std::optional<Term> add_line(std::string_view line) {
    if (is_blank(line)) begin_paragraph();
    ++m_paragraph_lines;
    m_paragraph_bytes += line.size() + 1;
    const bool has_signs = kCounted.any_in(line);  // few lines have
    if (has_signs && count(line, '|') > limits::kPipesOfLine)
      return Term{"一行里的 | 太多", "too many | on one line"};
    if (auto table = add_to_tables(line)) return table;
    if (has_signs) {
      if (auto brackets = add_brackets(line)) return brackets;
    }
    m_depth = std::max(m_depth, nesting_of(line));
    m_nesting += m_depth;
    if (m_nesting > limits::kNesting)
      return Term{"列表或引文的层次太多", "lists or quotations nest too deep"};
    return std::nullopt;
  }

  void begin_paragraph() {
    m_paragraph_lines = 0;
    m_paragraph_bytes = 0;
    m_columns = 0;
    m_open_brackets = 0;
    m_brackets = 0;
  }

  // Every row, however short, gets as many cells as the head has; and for every line that may delimit
  // a table the parser goes through its paragraph anew.
  std::optional<Term> add_to_tables(std::string_view line) {
    if (may_delimit_table(line)) {
      m_columns = std::max(m_columns, count(line, '|') + 1);
      m_table_search += m_paragraph_lines * m_paragraph_bytes;
    }
    m_cells += m_columns;
    if (m_cells > limits::kTableCells) return Term{"表格的单元格太多", "its tables have too many cells"};
    if (m_table_search > limits::kTableSearch)
      return Term{"像表格分隔线的行太多", "too many lines look like the delimiter of a table"};
    return std::nullopt;
  }

  std::optional<Term> add_brackets(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char next = i + 1 < line.size() ? line[i + 1] : '\0';
      if (line[i] == '[') {
        ++m_brackets;
        ++m_open_brackets;
      } else if (line[i] == ']') {
        if (m_open_brackets > 0) --m_open_brackets;
        if (next == ':') ++m_references;
      } else if (line[i] == '<' && (next == '?' || next == '!')) {
        ++m_declarations;
      }
      if (m_open_brackets > limits::kOpenBrackets)
        return Term{"没有关上的 [ 太多", "too many [ are never closed"};
    }
    if (m_brackets > limits::kBrackets) return Term{"一段里的 [ 太多", "too many [ in one paragraph"};
    if (m_references > limits::kReferences)
      return Term{"链接引用和脚注太多", "too many link references and footnotes"};
    if (m_declarations > limits::kDeclarations) return Term{"<? 和 <! 太多", "too many <? and <!"};
    return std::nullopt;
  }

  std::string_view m_body;
  std::size_t m_paragraph_lines = 0;
  std::size_t m_paragraph_bytes = 0;
  std::size_t m_open_brackets = 0;
  std::size_t m_brackets = 0;
  std::size_t m_columns = 0;  // of the widest table that the paragraph may have
  std::size_t m_cells = 0;
  std::size_t m_table_search = 0;
  std::size_t m_references = 0;
  std::size_t m_declarations = 0;
  std::size_t m_depth = 0;
  std::size_t m_nesting = 0;
};

}  // namespace

bool check_hidden_characters(std::string_view text, const PlaceOfByte& place, Diagnostics& diagnostics) {
  Diagnostics found;
  if (check_source_text(text, 0, found)) return true;
  for (Diagnostic& diagnostic : found.sorted()) {
    diagnostic.at = place(diagnostic.at.offset);
    diagnostic.arguments.front() = std::int64_t{diagnostic.at.offset};
    diagnostics.add(std::move(diagnostic));
  }
  return false;
}

bool check_markdown(const Markdown& body, Diagnostics& diagnostics) {
  if (body.text.size() > limits::kBytes) {
    diagnostics.add("markdown-too-large", body.at,
                    {static_cast<std::int64_t>(body.text.size()), static_cast<std::int64_t>(limits::kBytes)});
    return false;
  }
  const auto place = [&](std::size_t byte) {
    return Position{body.at.file, body.at.offset + static_cast<std::uint32_t>(byte)};
  };
  if (!check_hidden_characters(body.text, place, diagnostics)) return false;
  if (const auto excess = Measures(body.text).first_excess()) {
    diagnostics.add("markdown-too-complex", place(excess->offset), {excess->what});
    return false;
  }
  return true;
}

}  // namespace gongshi
