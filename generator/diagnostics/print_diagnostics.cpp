#include "diagnostics/print_diagnostics.hpp"

#include <algorithm>

#include "diagnostics/tellable_arguments.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kWidestExcerpt = 100;  // columns of a quoted line before it is cut

struct Excerpt {
  std::string line;
  std::size_t caret = 0;  // columns before the caret
};

// A control character in a quoted line would act on the reader's terminal.
std::string visible(std::string_view line) {
  std::string out;
  std::size_t valid_to = first_invalid_utf8(line).value_or(line.size());
  for (std::size_t i = 0; i < line.size();) {
    if (i == valid_to) {
      append_utf8(out, 0xFFFD);
      ++i;
      valid_to = i + first_invalid_utf8(line.substr(i)).value_or(line.size() - i);
      continue;
    }
    const Character c = character_at(line, i);
    const bool control = c.code < 0x20 || c.code == 0x7F || (c.code >= 0x80 && c.code < 0xA0);
    const bool hidden = (c.code >= 0x202A && c.code <= 0x202E) || (c.code >= 0x2066 && c.code <= 0x2069) ||
                        c.code == 0xFEFF || c.code == 0x061C || c.code == 0x200E || c.code == 0x200F;
    if (c.code == '\t') {
      out.push_back(' ');
    } else {
      append_utf8(out, control || hidden ? 0xFFFD : c.code);
    }
    i += c.length;
  }
  return out;
}

// Cuts `before` + `after` around the caret so that the excerpt stays within kWidestExcerpt columns.
Excerpt cut_around(std::string before, std::string after) {
  constexpr std::size_t kHalf = kWidestExcerpt / 2;
  std::size_t dropped = 0;
  std::size_t before_width = display_width(before);
  while (before_width > kHalf) {
    const std::size_t length = character_at(before, dropped).length;
    before_width -= display_width(std::string_view(before).substr(dropped, length));
    dropped += length;
  }
  if (dropped > 0) before = "…" + before.substr(dropped);
  std::size_t kept = 0;
  std::size_t width = 0;
  while (kept < after.size()) {
    const std::size_t length = character_at(after, kept).length;
    width += display_width(std::string_view(after).substr(kept, length));
    if (width > kHalf) break;
    kept += length;
  }
  if (kept < after.size()) after = after.substr(0, kept) + "…";
  return {before + after, display_width(before)};
}

Excerpt excerpt_at(std::string_view text, std::size_t offset) {
  const std::string_view line = line_at(text, offset);
  std::string_view rest = line;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (line.data() == text.data() && line.starts_with(kByteOrderMark))
    rest.remove_prefix(kByteOrderMark.size());
  const auto start = static_cast<std::size_t>(rest.data() - text.data());
  const std::size_t split = offset <= start ? 0 : std::min(offset - start, rest.size());
  return cut_around(visible(rest.substr(0, split)), visible(rest.substr(split)));
}

// Escapes of a terminal (ECMA-48, SGR).
constexpr std::string_view kRed = "\033[1;31m";
constexpr std::string_view kYellow = "\033[1;33m";
constexpr std::string_view kGreen = "\033[32m";
constexpr std::string_view kFaint = "\033[2m";
constexpr std::string_view kPlain = "\033[0m";

class Printer {
 public:
  Printer(const SourceNames& names, const SourceText& source_text, const PrintStyle& style)
      : m_names(names), m_source_text(source_text), m_style(style) {}

  void print(const Diagnostic& d) {
    const Language language = m_style.language;
    const bool error = d.severity() == Severity::error;
    const Bilingual level = error ? Bilingual{"错误", "error"} : Bilingual{"警告", "warning"};
    print_place(d.at, d.place);
    const std::vector<Argument> arguments = tellable(d);
    m_out += coloured(error ? kRed : kYellow, std::string(level.in(language)) + ":") + " ";
    m_out += word(d.message->text.in(language), arguments, language);
    m_out += " " + coloured(kFaint, "[" + d.code() + "]") + "\n";
    if (m_style.format == DiagnosticFormat::short_text) return;
    if (d.message->quotes_source) print_excerpt(d.at);
    if (d.related.known()) {
      m_out += "  ";
      print_place(d.related, {});
      m_out += word(d.message->related.in(language), arguments, language) + "\n";
      print_excerpt(d.related);
    }
    const std::string cure = word(d.message->cure.in(language), arguments, language);
    if (cure.empty()) return;
    m_out +=
        "  " + coloured(kGreen, std::string(Bilingual{"解决:", "cure:"}.in(language))) + " " + cure + "\n";
  }

  std::string take() { return std::move(m_out); }

 private:
  [[nodiscard]] std::string coloured(std::string_view colour, std::string text) const {
    if (!m_style.colour) return text;
    return std::string(colour) + text + std::string(kPlain);
  }

  const std::optional<SourceLines>& lines_of(std::uint32_t file) {
    if (m_text_file != file) {
      m_text = m_source_text(file);
      m_text_file = file;
    }
    return m_text;
  }

  std::vector<Argument> tellable(const Diagnostic& d) {
    static const std::optional<SourceLines> kNoSource;
    return tellable_arguments(d, d.at.known() ? lines_of(d.at.file) : kNoSource);
  }

  void print_place(Position at, const std::string& place) {
    if (!at.known()) {
      if (!place.empty()) m_out += place + ": ";
      return;
    }
    m_out += m_names.name(at.file);
    if (m_names.is_sheet(at.file)) {
      m_out += "!" + cell_name(at.offset) + ": ";
      return;
    }
    if (const auto& lines = lines_of(at.file)) {
      const LineColumn where = line_column(lines->text, at.offset);
      m_out += ":" + std::to_string(where.line) + ":" + std::to_string(where.column);
    }
    m_out += ": ";
  }

  void print_excerpt(Position at) {
    if (!at.known() || m_names.is_sheet(at.file)) return;
    const auto& lines = lines_of(at.file);
    if (!lines || !lines->quote || lines->text.empty()) return;
    const Excerpt excerpt = excerpt_at(lines->text, at.offset);
    m_out += "  | " + excerpt.line + "\n  | " + std::string(excerpt.caret, ' ') + coloured(kRed, "^") + "\n";
  }

  const SourceNames& m_names;
  const SourceText& m_source_text;
  PrintStyle m_style;
  std::string m_out;
  std::uint32_t m_text_file = Position::kNowhere;
  std::optional<SourceLines> m_text;
};

std::string worded(const Argument& argument, Language language) {
  if (const auto* text = std::get_if<std::string>(&argument)) return visible(*text);
  if (const auto* number = std::get_if<std::int64_t>(&argument)) return std::to_string(*number);
  const auto& term = std::get<Term>(argument);
  return language == Language::zh ? term.zh : term.en;
}

}  // namespace

std::string word(std::string_view text, const std::vector<Argument>& arguments, Language language) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool placeholder = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' &&
                             text[i + 1] >= '1' && text[i + 1] <= '9';
    const std::size_t index = placeholder ? static_cast<std::size_t>(text[i + 1] - '1') : 0;
    if (placeholder && index < arguments.size()) {
      out += worded(arguments[index], language);
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

std::string print_diagnostics(const std::vector<Diagnostic>& diagnostics, const SourceNames& names,
                              const SourceText& source_text, const PrintStyle& style) {
  Printer printer(names, source_text, style);
  for (const Diagnostic& diagnostic : diagnostics) printer.print(diagnostic);
  return printer.take();
}

}  // namespace gongshi
