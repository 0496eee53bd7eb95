#include "parse/document.hpp"

namespace gongshi {

void Document::add(Kind kind, std::uint32_t offset, std::string_view text, bool quoted) {
  const auto index = static_cast<std::uint32_t>(m_cells.size());
  Cell cell;
  cell.offset = offset;
  cell.text_start = static_cast<std::uint32_t>(m_text.size());
  cell.text_size = static_cast<std::uint32_t>(text.size());
  cell.kind = kind;
  cell.quoted = quoted;
  m_cells.push_back(cell);
  m_text += text;
  if (m_open.empty()) return;
  Open& parent = m_open.back();
  if (parent.last_child == kNone) {
    m_cells[parent.cell].first_child = index;
  } else {
    m_cells[parent.last_child].next_sibling = index;
  }
  parent.last_child = index;
}

void Document::begin(Kind kind, std::uint32_t offset) {
  const auto index = static_cast<std::uint32_t>(m_cells.size());
  add(kind, offset);
  m_open.push_back({index, kNone});
}

}  // namespace gongshi
