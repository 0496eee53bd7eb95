#include "render/markdown.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <charconv>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "render/cjk_emphasis.hpp"
#include "render/event_places.hpp"
#include "render/html_allow_list.hpp"
#include "render/markdown_event.hpp"
#include "render/markdown_guard.hpp"
#include "render/markdown_html.hpp"
#include "render/markdown_lint.hpp"

namespace gongshi {
namespace {

template <auto free_it>
struct Freed {
  template <class T>
  void operator()(T* thing) const {
    free_it(thing);
  }
};
using Parser = std::unique_ptr<cmark_parser, Freed<cmark_parser_free>>;
using Tree = std::unique_ptr<cmark_node, Freed<cmark_node_free>>;
using Iterator = std::unique_ptr<cmark_iter, Freed<cmark_iter_free>>;

// Raw HTML stays out because nothing here ever writes it; CMARK_OPT_UNSAFE has no say in that. And
// check_markdown() has refused what is no UTF-8, so that CMARK_OPT_VALIDATE_UTF8 would only cost.
constexpr int kOptions = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE;

// No autolink: it takes the Chinese text after an address into the link.
constexpr const char* kExtensions[] = {"table", "strikethrough"};

Tree parse_tree(std::string_view text) {
  const Parser parser(cmark_parser_new(kOptions));
  for (const char* name : kExtensions) {
    cmark_syntax_extension* extension = cmark_find_syntax_extension(name);
    if (extension == nullptr) throw std::logic_error("register_markdown() was not called");
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  // The strikethrough extension adds ~ to a global table for the time of finish() and takes it out
  // again: without the lock a second thread gets wrong HTML, without any error.
  static std::mutex finish_mutex;
  const std::scoped_lock lock(finish_mutex);
  return Tree(cmark_parser_finish(parser.get()));
}

MarkdownKind kind_of_extension(cmark_node* node) {
  const std::string_view name = cmark_node_get_type_string(node);
  if (name == "table") return MarkdownKind::table;
  if (name == "table_header") return MarkdownKind::table_head;
  if (name == "table_row") return MarkdownKind::table_row;
  if (name == "table_cell") return MarkdownKind::table_cell;
  if (name == "strikethrough") return MarkdownKind::strikethrough;
  throw std::logic_error("unknown node of the Markdown parser: " + std::string(name));
}

bool in_tight_list(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  cmark_node* list = item == nullptr ? nullptr : cmark_node_parent(item);
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

MarkdownKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
      return MarkdownKind::document;
    case CMARK_NODE_BLOCK_QUOTE:
      return MarkdownKind::block_quote;
    case CMARK_NODE_LIST:
      return cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? MarkdownKind::ordered_list
                                                                  : MarkdownKind::bullet_list;
    case CMARK_NODE_ITEM:
      return MarkdownKind::item;
    case CMARK_NODE_CODE_BLOCK:
      return MarkdownKind::code_block;
    case CMARK_NODE_HTML_BLOCK:
      return MarkdownKind::html_block;
    case CMARK_NODE_PARAGRAPH:
      return in_tight_list(node) ? MarkdownKind::tight_paragraph : MarkdownKind::paragraph;
    case CMARK_NODE_HEADING:
      return MarkdownKind::heading;
    case CMARK_NODE_THEMATIC_BREAK:
      return MarkdownKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return MarkdownKind::footnote;
    case CMARK_NODE_TEXT:
      return MarkdownKind::text;
    case CMARK_NODE_SOFTBREAK:
      return MarkdownKind::soft_break;
    case CMARK_NODE_LINEBREAK:
      return MarkdownKind::line_break;
    case CMARK_NODE_CODE:
      return MarkdownKind::code;
    case CMARK_NODE_HTML_INLINE:
      return MarkdownKind::html_inline;
    case CMARK_NODE_EMPH:
      return MarkdownKind::emphasis;
    case CMARK_NODE_STRONG:
      return MarkdownKind::strong;
    case CMARK_NODE_LINK:
      return MarkdownKind::link;
    case CMARK_NODE_IMAGE:
      return MarkdownKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return MarkdownKind::footnote_reference;
    default:
      return kind_of_extension(node);
  }
}

bool is_leaf(MarkdownKind kind) {
  switch (kind) {
    case MarkdownKind::code_block:
    case MarkdownKind::html_block:
    case MarkdownKind::thematic_break:
    case MarkdownKind::text:
    case MarkdownKind::soft_break:
    case MarkdownKind::line_break:
    case MarkdownKind::code:
    case MarkdownKind::html_inline:
    case MarkdownKind::footnote_reference:
      return true;
    default:
      return false;
  }
}

// The view of a string of the parser, which gives null for none.
std::string_view view(const char* text) { return text == nullptr ? std::string_view() : text; }

// Turns the parser's tree into events.
class Flattener {
 public:
  explicit Flattener(ParsedMarkdown& parsed) : m_parsed(parsed), m_places(parsed.source.text) {}

  void flatten(cmark_node* root) {
    constexpr std::size_t kBytesAnEvent = 16;  // about as many as bodies have, and seldom fewer
    m_parsed.events.reserve(m_parsed.source.text.size() / kBytesAnEvent);
    const Iterator iterator(cmark_iter_new(root));
    for (auto type = cmark_iter_next(iterator.get()); type != CMARK_EVENT_DONE;
         type = cmark_iter_next(iterator.get()))
      add(cmark_iter_get_node(iterator.get()), type == CMARK_EVENT_EXIT);
  }

 private:
  using Step = MarkdownEvent::Step;

  void add(cmark_node* node, bool leaving) {
    const MarkdownKind kind = kind_of(node);
    if (is_leaf(kind) && leaving) return;
    MarkdownEvent& event = m_parsed.events.emplace_back();
    event.kind = kind;
    event.step = leaving ? Step::leave : is_leaf(kind) ? Step::leaf : Step::enter;
    if (leaving) return;
    const std::string_view literal = view(cmark_node_get_literal(node));
    event.text = unmarked(literal);
    read(node, event);
    event.offset = place(node, event.kind, literal);
  }

  std::string_view unmarked(std::string_view text) {
    if (text.empty() || m_parsed.source.marks.empty()) return text;
    return m_parsed.unmarked.emplace_back(without_marks(text));
  }

  void read(cmark_node* node, MarkdownEvent& event) {
    switch (event.kind) {
      case MarkdownKind::heading:
        event.number = cmark_node_get_heading_level(node);
        break;
      case MarkdownKind::ordered_list:
        event.number = cmark_node_get_list_start(node);
        break;
      case MarkdownKind::footnote:
        event.number = ++m_footnotes;
        break;  // they come in the order of their numbers
      case MarkdownKind::footnote_reference:
        std::from_chars(event.text.data(), event.text.data() + event.text.size(), event.number);
        break;
      case MarkdownKind::link:
      case MarkdownKind::image:
        event.address = unmarked(view(cmark_node_get_url(node)));
        event.title = unmarked(view(cmark_node_get_title(node)));
        break;
      case MarkdownKind::table:
        m_table = node;
        break;
      case MarkdownKind::table_head:
      case MarkdownKind::table_row:
        m_column = 0;
        break;
      case MarkdownKind::table_cell:
        event.alignment = alignment_of(m_column++);
        break;
      default:
        break;
    }
  }

  [[nodiscard]] CellAlignment alignment_of(std::uint16_t column) const {
    if (column >= cmark_gfm_extensions_get_table_columns(m_table)) return CellAlignment::none;
    switch (cmark_gfm_extensions_get_table_alignments(m_table)[column]) {
      case 'l':
        return CellAlignment::left;
      case 'c':
        return CellAlignment::center;
      case 'r':
        return CellAlignment::right;
      default:
        return CellAlignment::none;
    }
  }

  std::size_t place(cmark_node* node, MarkdownKind kind, std::string_view literal) {
    const int line = cmark_node_get_start_line(node);
    const int column = cmark_node_get_start_column(node);
    switch (kind) {
      case MarkdownKind::text:
        return m_places.find_text(line, column, literal);
      case MarkdownKind::code:
      case MarkdownKind::html_inline:
        return m_places.find(line, column, literal.substr(0, literal.find('\n')));
      case MarkdownKind::link: {
        const bool pointed = character_at_hint(line, column) == '<';
        return m_places.find(line, column, pointed ? "<" : "[");
      }
      case MarkdownKind::image:
        return m_places.find(line, column, "![");
      case MarkdownKind::emphasis:
      case MarkdownKind::strong: {
        const bool underscore = character_at_hint(line, column) == '_';
        return m_places.find(line, column, underscore ? "_" : "*");
      }
      case MarkdownKind::strikethrough:
        return m_places.find(line, column, "~~");
      default:
        return m_places.offset(line, column);
    }
  }

  [[nodiscard]] char character_at_hint(int line, int column) const {
    const std::size_t offset = m_places.offset(line, column);
    return offset < m_parsed.source.text.size() ? m_parsed.source.text[offset] : '\0';
  }

  ParsedMarkdown& m_parsed;
  EventPlaces m_places;
  cmark_node* m_table = nullptr;
  std::uint16_t m_column = 0;
  int m_footnotes = 0;
};

ParsedMarkdown parse_markdown(const Markdown& body) {
  ParsedMarkdown parsed{mark_cjk_emphasis(body.text), body.at, {}, {}, {}};
  const std::shared_ptr<cmark_node> tree = parse_tree(parsed.source.text);
  parsed.tree = tree;
  Flattener(parsed).flatten(tree.get());
  return parsed;
}

}  // namespace

void register_markdown() {
  static std::once_flag once;
  std::call_once(once, cmark_gfm_core_extensions_ensure_registered);
}

std::string render_markdown(const Markdown& body, const MarkdownContext& context, Diagnostics& diagnostics) {
  if (!check_markdown(body, diagnostics)) return {};
  const ParsedMarkdown parsed = parse_markdown(body);
  lint_markdown(parsed, diagnostics);
  std::string html = write_markdown_html(parsed, context, diagnostics);
  check_allowed_html(html);
  return html;
}

}  // namespace gongshi
