// A parsed body as a flat list: each node is entered and left, or a leaf. Our own, so that nothing
// beyond markdown.cpp knows the parser, and flat, so that no depth of nesting can overflow a stack.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/position.hpp"
#include "render/cjk_emphasis.hpp"

namespace gongshi {

enum class MarkdownKind : std::uint8_t {
  // blocks
  document,
  paragraph,
  tight_paragraph,
  heading,
  block_quote,
  bullet_list,
  ordered_list,
  item,
  code_block,
  html_block,
  thematic_break,
  table,
  table_head,
  table_row,
  table_cell,
  footnote,
  // inline
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  strikethrough,
  link,
  image,
  footnote_reference,
};

enum class CellAlignment : std::uint8_t { none, left, center, right };

struct MarkdownEvent {
  enum class Step : std::uint8_t { enter, leave, leaf };

  MarkdownKind kind = MarkdownKind::document;
  Step step = Step::leaf;
  CellAlignment alignment = CellAlignment::none;
  int number = 0;            ///< a heading's level, an ordered list's start, a footnote's number
  std::size_t offset = 0;    ///< where the node begins, in the marked source
  std::string_view text;     ///< of a leaf, without marks
  std::string_view address;  ///< of a link or image
  std::string_view title;    ///< of a link or image
};

/// A body as it was parsed, with what is needed to say where something stands in its file.
struct ParsedMarkdown {
  MarkedText source;
  Position at;
  std::vector<MarkdownEvent> events;
  std::shared_ptr<void> tree;        ///< the parser's, which holds what the events say
  std::deque<std::string> unmarked;  ///< or which is here, where there were marks in it

  /// The place, in the file, of an offset in `source.text`.
  [[nodiscard]] Position place(std::size_t offset) const {
    return {at.file, at.offset + static_cast<std::uint32_t>(source.original_offset(offset))};
  }
};

}  // namespace gongshi
