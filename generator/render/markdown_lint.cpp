#include "render/markdown_lint.hpp"

#include <string>
#include <vector>

#include "render/event_places.hpp"
#include "render/markdown_guard.hpp"

namespace gongshi {
namespace {

bool is_ascii_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr std::size_t kLongestRun =
    8;  // of signs that emphasise; looking further would cost and tell nothing

std::string escaped(std::string_view run) {
  std::string out;
  for (const char c : run) out += {'\\', c};
  return out;
}

class Linter {
 public:
  Linter(const ParsedMarkdown& parsed, Diagnostics& diagnostics)
      : m_parsed(parsed),
        m_diagnostics(diagnostics),
        m_has_entities(parsed.source.text.find('&') != std::string::npos) {}

  void lint(const MarkdownEvent& event) {
    if (event.step == MarkdownEvent::Step::leave) return;
    switch (event.kind) {
      case MarkdownKind::html_block:
      case MarkdownKind::html_inline:
        m_diagnostics.add("markdown-raw-html", m_parsed.place(event.offset));
        break;
      case MarkdownKind::heading:
        lint_heading(event);
        break;
      case MarkdownKind::emphasis:
      case MarkdownKind::strong:
      case MarkdownKind::strikethrough:
        lint_emphasis(event);
        break;
      case MarkdownKind::text:
        lint_leftovers(event);
        lint_hidden_characters(event);
        break;
      case MarkdownKind::link:
      case MarkdownKind::image:
        if (m_has_entities)
          check_hidden_characters(
              event.title, [&](std::size_t) { return m_parsed.place(event.offset); }, m_diagnostics);
        break;
      default:
        break;
    }
  }

 private:
  // The total of a table, or any line, becomes a heading when a line of dashes follows it.
  void lint_heading(const MarkdownEvent& event) {
    const std::string_view line = std::string_view(m_parsed.source.text).substr(event.offset);
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    const bool begins_with_signs = level >= 1 && level <= 6;
    const bool stands_apart =
        level == line.size() || std::string_view(" \t\r\n").find(line[level]) != std::string_view::npos;
    if (begins_with_signs && stands_apart) return;
    m_diagnostics.add("markdown-heading", m_parsed.place(event.offset));
  }

  // 3*4*5 is a product, not a 3, an emphasised 4 and a 5.
  void lint_emphasis(const MarkdownEvent& event) {
    const std::string_view source = m_parsed.source.text;
    const char sign = event.offset < source.size() ? source[event.offset] : '\0';
    if (sign != '*' && sign != '~') return;
    std::size_t begin = event.offset;
    while (begin > 0 && event.offset - begin < kLongestRun && source[begin - 1] == sign) --begin;
    std::size_t end = event.offset;
    while (end < source.size() && end - begin < kLongestRun && source[end] == sign) ++end;
    if (begin == 0 || end == source.size()) return;
    if (!is_ascii_letter_or_digit(source[begin - 1]) || !is_ascii_letter_or_digit(source[end])) return;
    report(begin, std::string(source.substr(begin, end - begin)),
           {"被当作斜体的记号，不会显示", "was taken for italics and is not shown"});
  }

  // ** that is shown as ** was meant to emphasise; a longer run, as in 138****0000, was not.
  void lint_leftovers(const MarkdownEvent& event) {
    const std::string_view text = event.text;
    if (text.find("**") == std::string_view::npos && text.find("~~") == std::string_view::npos) return;
    const auto bytes = align_text(m_parsed.source.text, event.offset, text);
    for (std::size_t start = text.find_first_of("*~"); start != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_not_of(text[start], start), text.size());
      const std::size_t length = end - start;
      if ((length == 2 || (length == 3 && text[start] == '*')) && !bytes[start].escaped)
        report(bytes[start].offset, std::string(text.substr(start, length)),
               {"没有变成粗体或斜体，会原样显示", "makes nothing bold and is shown as it is"});
      start = text.find_first_of("*~", end);
    }
  }

  // An entity may stand for a character that may not be written: what is shown is shorter than its source.
  // What is written has been checked with the whole body.
  void lint_hidden_characters(const MarkdownEvent& event) {
    if (!m_has_entities) return;
    std::vector<SourceByte> bytes;  // only where something is found
    const auto place = [&](std::size_t byte) {
      if (bytes.empty()) bytes = align_text(m_parsed.source.text, event.offset, event.text);
      return m_parsed.place(bytes[byte].offset);
    };
    check_hidden_characters(event.text, place, m_diagnostics);
  }

  void report(std::size_t offset, std::string run, Term what_happens) {
    std::string instead = escaped(run);
    m_diagnostics.add("markdown-emphasis", m_parsed.place(offset),
                      {std::move(run), std::move(what_happens), std::move(instead)});
  }

  const ParsedMarkdown& m_parsed;
  Diagnostics& m_diagnostics;
  bool m_has_entities;
};

}  // namespace

void lint_markdown(const ParsedMarkdown& parsed, Diagnostics& diagnostics) {
  Linter linter(parsed, diagnostics);
  for (const MarkdownEvent& event : parsed.events) linter.lint(event);
}

}  // namespace gongshi
