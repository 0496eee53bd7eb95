#include "render/markdown_html.hpp"

#include <algorithm>
#include <map>

#include "render/address_policy.hpp"
#include "render/markdown_links.hpp"
#include "render/record_references.hpp"
#include "text/html_escape.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr char32_t kHan = 0x4E00;

// Quotes and dashes are shared with Western text: they are Chinese beside a Chinese character.
bool is_shared_punctuation(char32_t code) {
  constexpr std::u32string_view kShared = U"—‘’“”…·";
  return kShared.find(code) != std::u32string_view::npos;
}

// A line break between Chinese characters is no blank; browsers would show one.
bool joins(char32_t before, char32_t after) {
  const bool cjk_before = is_cjk(before);
  const bool cjk_after = is_cjk(after);
  return (cjk_before && cjk_after) || (cjk_before && is_shared_punctuation(after)) ||
         (cjk_after && is_shared_punctuation(before));
}

char32_t last_character(std::string_view text) {
  std::size_t start = text.size();
  while (start > 0 && (static_cast<unsigned char>(text[--start]) & 0xC0U) == 0x80U) continue;
  return character_at(text, start).code;
}

struct Tags {
  std::string_view open;
  std::string_view close;
};

// What is written the same way wherever it stands.
Tags plain_tags(MarkdownKind kind) {
  switch (kind) {
    case MarkdownKind::paragraph:
      return {"<p>", "</p>\n"};
    case MarkdownKind::block_quote:
      return {"<blockquote>\n", "</blockquote>\n"};
    case MarkdownKind::bullet_list:
      return {"<ul>\n", "</ul>\n"};
    case MarkdownKind::ordered_list:
      return {"<ol>\n", "</ol>\n"};
    case MarkdownKind::item:
      return {"<li>", "</li>\n"};
    case MarkdownKind::thematic_break:
      return {"<hr>\n", ""};
    case MarkdownKind::table:
      return {"<div class=\"table-scroll\"><table>\n", "</table></div>\n"};
    case MarkdownKind::table_head:
      return {"<thead>\n<tr>\n", "</tr>\n</thead>\n"};
    case MarkdownKind::table_row:
      return {"<tr>\n", "</tr>\n"};
    case MarkdownKind::line_break:
      return {"<br>\n", ""};
    case MarkdownKind::emphasis:
      return {"<em>", "</em>"};
    case MarkdownKind::strong:
      return {"<strong>", "</strong>"};
    case MarkdownKind::strikethrough:
      return {"<del>", "</del>"};
    default:
      return {};  // raw HTML among them, which the lint reports
  }
}

bool is_inline(MarkdownKind kind) { return kind >= MarkdownKind::text; }

class Writer {
 public:
  Writer(const ParsedMarkdown& parsed, const MarkdownContext& context, Diagnostics& diagnostics)
      : m_parsed(parsed), m_context(context), m_diagnostics(diagnostics) {}

  std::string write() {
    const auto& events = m_parsed.events;
    m_heading_shift = std::any_of(events.begin(), events.end(), [](const MarkdownEvent& event) {
      return event.kind == MarkdownKind::heading && event.number == 1;
    });
    for (m_now = 0; m_now < events.size(); ++m_now) {
      const MarkdownEvent& event = events[m_now];
      if (!m_images.empty()) {
        add_to_alternative(event);
      } else if (event.step == MarkdownEvent::Step::leave) {
        leave(event);
      } else {
        enter(event);
      }
    }
    if (m_in_footnotes) m_html += "</ol>\n</section>\n";
    return std::move(m_html);
  }

 private:
  void enter(const MarkdownEvent& event) {
    if (!is_inline(event.kind)) begin_block();
    switch (event.kind) {
      case MarkdownKind::heading:
        begin_heading(event);
        break;
      case MarkdownKind::ordered_list:
        begin_ordered_list(event);
        break;
      case MarkdownKind::code_block:
        m_html += "<pre><code>" + escape_html(event.text) + "</code></pre>\n";
        break;
      case MarkdownKind::table_head:
        m_in_table_head = true;
        open(event);
        break;
      case MarkdownKind::table_row:
        begin_table_row(event);
        break;
      case MarkdownKind::table_cell:
        begin_cell(event);
        break;
      case MarkdownKind::footnote:
        begin_footnote(event);
        break;
      case MarkdownKind::text:
        write_text(event);
        break;
      case MarkdownKind::code:
        m_html += "<code>";
        write_escaped(event.text);
        m_html += "</code>";
        break;
      case MarkdownKind::soft_break:
        m_html += joins(m_last, next_character()) ? "" : "\n";
        break;
      case MarkdownKind::link:
        begin_link(event);
        break;
      case MarkdownKind::image:
        m_images.push_back(&event);
        m_alternative.clear();
        break;
      case MarkdownKind::footnote_reference:
        add_footnote_reference(event);
        break;
      default:
        open(event);
    }
  }

  void leave(const MarkdownEvent& event) {
    switch (event.kind) {
      case MarkdownKind::paragraph:
        end_paragraph(event);
        break;
      case MarkdownKind::heading:
        m_html += "</" + m_heading + ">\n";
        break;
      case MarkdownKind::table_head:
        m_in_table_head = false;
        close(event);
        break;
      case MarkdownKind::table:
        end_table(event);
        break;
      case MarkdownKind::table_cell:
        m_html += m_in_table_head ? "</th>\n" : "</td>\n";
        break;
      case MarkdownKind::footnote:
        end_footnote();
        break;
      case MarkdownKind::link:
        end_link();
        break;
      default:
        close(event);
    }
  }

  void open(const MarkdownEvent& event) { m_html += plain_tags(event.kind).open; }

  void close(const MarkdownEvent& event) {
    const std::string_view tag = plain_tags(event.kind).close;
    if (event.kind == MarkdownKind::bullet_list || event.kind == MarkdownKind::ordered_list) begin_block();
    m_html += tag;
  }

  // A block begins on a line of its own, but for the first of a list's item.
  void begin_block() {
    m_last = 0;
    const bool follows_text = !m_html.empty() && m_html.back() != '\n' && !m_html.ends_with("<li>");
    if (follows_text) m_html.push_back('\n');
  }

  void begin_heading(const MarkdownEvent& event) {
    m_heading = "h" + std::to_string(std::min(event.number + (m_heading_shift ? 1 : 0), 6));
    m_html += "<" + m_heading + ">";
  }

  void begin_ordered_list(const MarkdownEvent& event) {
    if (event.number == 1) return open(event);
    m_html += "<ol start=\"" + std::to_string(event.number) + "\">\n";
  }

  // Tables

  void begin_table_row(const MarkdownEvent& event) {
    if (!m_in_table_body) m_html += "<tbody>\n";
    m_in_table_body = true;
    open(event);
  }

  void begin_cell(const MarkdownEvent& event) {
    m_html += m_in_table_head ? "<th scope=\"col\"" : "<td";
    switch (event.alignment) {
      case CellAlignment::left:
        m_html += " class=\"align-left\"";
        break;
      case CellAlignment::center:
        m_html += " class=\"align-center\"";
        break;
      case CellAlignment::right:
        m_html += " class=\"align-right\"";
        break;
      case CellAlignment::none:
        break;
    }
    m_html += ">";
  }

  void end_table(const MarkdownEvent& event) {
    if (m_in_table_body) m_html += "</tbody>\n";
    m_in_table_body = false;
    close(event);
  }

  // Text, links, images

  void write_text(const MarkdownEvent& event) {
    std::size_t written = 0;
    if (m_context.record_links) {
      for (const auto& reference : find_record_references(m_parsed.source.text, event.offset, event.text)) {
        write_escaped(event.text.substr(written, reference.begin - written));
        write_record_link(reference);
        written = reference.end;
      }
    }
    write_escaped(event.text.substr(written));
  }

  void write_escaped(std::string_view text) {
    append_escaped(m_html, text);
    if (!text.empty()) m_last = last_character(text);
  }

  void write_record_link(const RecordReference& reference) {
    const auto target = m_context.record_links(reference.id, m_parsed.place(reference.offset), m_diagnostics);
    const std::string_view shown =
        target && !target->text.empty() ? std::string_view(target->text) : reference.id;
    const bool linked = target && !target->href.empty() && m_links == 0;
    if (linked) m_html += "<a href=\"" + escape_html(target->href) + "\">";
    write_escaped(shown);
    if (linked) m_html += "</a>";
  }

  // CommonMark lets "<https://…>" stand in the text of a link; HTML has no link in a link, so the outer
  // one counts and the inner address is text.
  void begin_link(const MarkdownEvent& event) {
    const auto tag = link_tag(event, m_parsed.place(event.offset), m_diagnostics);
    if (++m_links > 1) return;
    m_link_is_open = tag.has_value();
    m_html += tag.value_or("");
  }

  void end_link() {
    if (--m_links == 0 && m_link_is_open) m_html += "</a>";
  }

  // Between the two ends of an image, only its text counts, whatever it holds.
  void add_to_alternative(const MarkdownEvent& event) {
    const bool is_image = event.kind == MarkdownKind::image;
    if (is_image && event.step == MarkdownEvent::Step::enter) m_images.push_back(&event);
    const bool is_break = event.kind == MarkdownKind::soft_break || event.kind == MarkdownKind::line_break;
    m_alternative += is_break ? " " : event.text;
    if (!is_image || event.step != MarkdownEvent::Step::leave) return;
    const MarkdownEvent& image = *m_images.back();
    m_images.pop_back();
    if (!m_images.empty()) return;
    const auto tag =
        image_tag(image, m_alternative, m_context.files_prefix, m_parsed.place(image.offset), m_diagnostics);
    m_html += tag.value_or("");
    m_last = 0;
  }

  // The next character that will be shown, if it stands in the same paragraph.
  [[nodiscard]] char32_t next_character() const {
    for (std::size_t i = m_now + 1; i < m_parsed.events.size(); ++i) {
      const MarkdownEvent& event = m_parsed.events[i];
      if (!is_inline(event.kind) || event.kind == MarkdownKind::image) return 0;
      if (event.step != MarkdownEvent::Step::leaf || event.kind == MarkdownKind::footnote_reference) continue;
      // A record's title is taken to be Chinese: its words are not known yet.
      if (m_context.record_links && event.kind == MarkdownKind::text && event.text.starts_with("[["))
        return kHan;
      return character_at(event.text, 0).code;
    }
    return 0;
  }

  // Footnotes: all at the end, each with the way back to where it was first referred to.

  [[nodiscard]] std::string footnote_id(std::string_view what, int number) const {
    return escape_html(m_context.id_prefix) + std::string(what) + std::to_string(number);
  }

  void add_footnote_reference(const MarkdownEvent& event) {
    const bool first = m_referred[event.number]++ == 0;
    m_html += "<sup class=\"footnote-ref\">";
    if (m_links == 0) {
      m_html += "<a href=\"#" + footnote_id("fn", event.number) + "\"";
      if (first) m_html += " id=\"" + footnote_id("fnref", event.number) + "\"";
      m_html += ">" + std::to_string(event.number) + "</a>";
    } else {
      m_html += std::to_string(event.number);
    }
    m_html += "</sup>";
  }

  void begin_footnote(const MarkdownEvent& event) {
    if (!m_in_footnotes) m_html += "<section class=\"footnotes\">\n<ol>\n";
    m_in_footnotes = true;
    m_footnote = event.number;
    m_html += "<li id=\"" + footnote_id("fn", event.number) + "\">\n";
  }

  void end_footnote() {
    if (m_footnote != 0) m_html += "<p>" + way_back() + "</p>\n";
    m_footnote = 0;
    m_html += "</li>\n";
  }

  void end_paragraph(const MarkdownEvent& event) {
    const bool ends_footnote = m_footnote != 0 && m_now + 1 < m_parsed.events.size() &&
                               m_parsed.events[m_now + 1].kind == MarkdownKind::footnote;
    if (ends_footnote) {
      m_html += " " + way_back();
      m_footnote = 0;
    }
    close(event);
  }

  [[nodiscard]] std::string way_back() const {
    std::string tag = "<a href=\"#" + footnote_id("fnref", m_footnote) + R"(" class="footnote-back")";
    if (!m_context.back_to_text.empty()) tag += " aria-label=\"" + escape_html(m_context.back_to_text) + "\"";
    return tag + ">↩</a>";
  }

  const ParsedMarkdown& m_parsed;
  const MarkdownContext& m_context;
  Diagnostics& m_diagnostics;
  std::string m_html;
  std::size_t m_now = 0;
  char32_t m_last = 0;  // the character shown last in this paragraph
  std::string m_heading;
  bool m_heading_shift = false;
  bool m_in_table_head = false;
  bool m_in_table_body = false;
  bool m_in_footnotes = false;
  bool m_link_is_open = false;
  int m_links = 0;
  int m_footnote = 0;  // the open one, until its way back is written
  std::map<int, int> m_referred;
  std::vector<const MarkdownEvent*> m_images;  // those that are open, outermost first
  std::string m_alternative;
};

}  // namespace

std::string write_markdown_html(const ParsedMarkdown& parsed, const MarkdownContext& context,
                                Diagnostics& diagnostics) {
  return Writer(parsed, context, diagnostics).write();
}

}  // namespace gongshi
