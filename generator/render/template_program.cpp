#include "render/template_program.hpp"

#include "render/tag_safety.hpp"
#include "text/html_escape.hpp"

namespace gongshi {
namespace {

namespace limits = template_limits;
using Entry = TemplateLibrary::Entry;

bool is_placeholder(std::string_view name) {
  constexpr std::string_view kCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.";
  return !name.empty() && name.find_first_not_of(kCharacters) == std::string_view::npos;
}

class Maker {
 public:
  Maker(const TemplateLibrary& library, Diagnostics& diagnostics)
      : m_library(library), m_diagnostics(diagnostics) {}

  std::optional<TemplateProgram> make(const Entry& entry) {
    add_template(entry, entry.source->text.size(), "", 0);
    if (m_failed || m_too_large) return std::nullopt;
    return std::move(m_program);
  }

 private:
  // `length` is how much of the text counts.
  void add_template(const Entry& entry, std::size_t length, const std::string& included_by,
                    std::size_t depth) {
    const std::string chain =
        included_by.empty() ? entry.source->name : included_by + " → " + entry.source->name;
    const auto number = static_cast<std::uint32_t>(m_program.chains.size());
    m_program.chains.push_back(chain);
    for (const TemplatePiece& piece : entry.pieces) {
      if (m_too_large) return;
      const Position at{entry.source->file, static_cast<std::uint32_t>(piece.offset)};
      if (piece.kind == TagKind::part) {
        add_part(piece, at, chain, depth);
      } else if (piece.kind == TagKind::literal) {
        add_literal(piece.content.substr(0, length - std::min(length, piece.offset)), at, number);
      } else {
        add_tag(piece, at, number);
      }
    }
  }

  // Within a line, a part leaves its last line break behind: that one ends the file, not the text.
  void add_part(const TemplatePiece& piece, Position at, const std::string& chain, std::size_t depth) {
    const Entry& part = *m_library.part(piece.content);
    if (depth == limits::kPartDepth)
      return too_large(at, {"部件一层套一层，太深了", "parts include parts too deep"});
    if (m_program.chains.size() > limits::kParts)
      return too_large(at, {"部件放得太多", "too many parts are put in"});
    const std::string& text = part.source->text;
    std::size_t length = text.size();
    if (!piece.alone && text.ends_with('\n')) length -= text.ends_with("\r\n") ? 2 : 1;
    add_template(part, length, chain, depth + 1);
  }

  void add_tag(const TemplatePiece& piece, Position at, std::uint32_t chain) {
    switch (piece.kind) {
      case TagKind::variable:
        if (piece.content.starts_with(kWordsPrefix)) return add_words(piece.content, at, chain);
        return add_variable(piece.content, at, chain);
      case TagKind::html:
        report(m_safety.fault_of_html(), at);
        break;
      case TagKind::end:
        return add_end(piece, at, chain);
      default:
        begin_section(at);
        break;
    }
    add_step({piece.kind, std::string(piece.content), at, chain, 0, false});
  }

  void begin_section(Position at) {
    if (m_open.size() == limits::kSectionDepth)
      too_large(at, {"区段一层套一层，太深了", "sections nest too deep"});
    m_open.push_back(static_cast<std::uint32_t>(m_program.steps.size()));
    m_safety.begin_section();
  }

  void add_end(const TemplatePiece& piece, Position at, std::uint32_t chain) {
    const std::uint32_t begun = m_open.back();
    m_open.pop_back();
    report(m_safety.end_section(), m_program.steps[begun].at);
    add_step({TagKind::end, std::string(piece.content), at, chain, begun, false});
  }

  void add_variable(std::string_view name, Position at, std::uint32_t chain) {
    report(m_safety.fault_of_text(), at);
    add_step({TagKind::variable, std::string(name), at, chain, 0, m_safety.is_address()});
  }

  // The words, in which {name} stands for a value of the view at this place.
  void add_words(std::string_view tag, Position at, std::uint32_t chain) {
    report(m_safety.fault_of_text(), at);
    const std::string_view words = *m_library.words().find(tag.substr(kWordsPrefix.size()));
    std::size_t written = 0;
    for (std::size_t open = words.find('{'); open != std::string_view::npos;
         open = words.find('{', open + 1)) {
      const std::size_t close = std::min(words.find('}', open), words.size());
      const std::string_view name = words.substr(open + 1, close - open - 1);
      if (close == words.size() || !is_placeholder(name)) continue;
      add_literal(escape_html(words.substr(written, open - written)), at, chain);
      add_variable(name, at, chain);
      written = close + 1;
    }
    add_literal(escape_html(words.substr(written)), at, chain);
  }

  void add_literal(std::string_view text, Position at, std::uint32_t chain) {
    if (text.empty()) return;
    m_safety.feed(text);
    m_bytes += text.size();
    if (m_bytes > limits::kBytes)
      return too_large(at, {"合并部件后的模板太大", "the template with its parts is too large"});
    if (!m_program.steps.empty() && m_program.steps.back().kind == TagKind::literal) {
      m_program.steps.back().text += text;
    } else {
      add_step({TagKind::literal, std::string(text), at, chain, 0, false});
    }
  }

  void add_step(TemplateStep step) {
    if (m_program.steps.size() == limits::kSteps)
      return too_large(step.at, {"合并部件后的模板太大", "the template with its parts is too large"});
    step.is_path = step.kind != TagKind::literal && step.text.find('.') != std::string::npos;
    m_program.steps.push_back(std::move(step));
  }

  void report(std::optional<Term> fault, Position at) {
    if (!fault) return;
    m_failed = true;
    m_diagnostics.add("template-syntax", at, {*std::move(fault)});
  }

  void too_large(Position at, Term what) {
    if (!m_too_large) report(std::move(what), at);
    m_too_large = true;
  }

  const TemplateLibrary& m_library;
  Diagnostics& m_diagnostics;
  TemplateProgram m_program;
  TagSafety m_safety;
  std::vector<std::uint32_t> m_open;  // the steps that began the open sections
  std::size_t m_bytes = 0;
  bool m_failed = false;
  bool m_too_large = false;
};

}  // namespace

std::optional<TemplateProgram> make_program(const TemplateLibrary& library,
                                            const TemplateLibrary::Entry& entry, Diagnostics& diagnostics) {
  return Maker(library, diagnostics).make(entry);
}

}  // namespace gongshi
