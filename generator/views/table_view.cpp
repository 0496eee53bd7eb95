#include "views/table_view.hpp"

#include "views/state_view.hpp"

namespace gongshi {

ViewObject entry_view(ViewObject link, std::string note, std::string_view swatch) {
  ViewObject entry;
  entry.set("link", std::move(link)).set("note", std::move(note)).set("swatch", swatch).set("state", false);
  return entry;
}

ViewObject entry_of(const ViewContext& context, RecordKey key, std::string_view from, std::string note) {
  const bool withdrawn = static_cast<bool>(context.site().record(key).common().withdrawn);
  ViewValue state = false;
  if (key.kind == Kind::item && !withdrawn) state = state_view(context, context.site().state(key.index));
  ViewObject entry;
  entry.set("link", context.link(key, from))
      .set("note", withdrawn ? context.word("withdrawn.tag") : std::move(note))
      .set("swatch", "")
      .set("state", std::move(state));
  return entry;
}

TableCell number_cell(std::int64_t number) {
  TableCell cell = text_cell(std::to_string(number));
  cell.number = true;
  return cell;
}

TableCell text_cell(std::string text) {
  TableCell cell;
  if (!text.empty()) cell.entries.emplace_back(entry_view(ViewContext::plain(std::move(text))));
  return cell;
}

TableView::TableView(std::string caption, std::vector<std::string> headings)
    : m_caption(std::move(caption)), m_headings(std::move(headings)) {}

void TableView::add(ViewObject head, std::vector<TableCell> cells) {
  ViewList views;
  m_numbers.clear();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    m_numbers.push_back(cells[i].number);
    ViewObject cell;
    cell.set("label", m_headings[i + 1])
        .set("number", cells[i].number)
        .set("not_stated", cells[i].not_stated)
        .set("chart", std::move(cells[i].chart))
        .set("entries", std::move(cells[i].entries));
    views.emplace_back(std::move(cell));
  }
  ViewObject row;
  row.set("head", std::move(head)).set("cells", std::move(views));
  m_rows.emplace_back(std::move(row));
}

void TableView::go_on(std::string place, ViewList steps) {
  m_place = std::move(place);
  m_steps = std::move(steps);
}

ViewObject TableView::take() {
  ViewList headings;
  for (std::size_t i = 0; i < m_headings.size(); ++i) {
    ViewObject heading;
    heading.set("text", m_headings[i]).set("number", i > 0 && i <= m_numbers.size() && m_numbers[i - 1]);
    headings.emplace_back(std::move(heading));
  }
  ViewObject table;
  table.set("caption", std::move(m_caption))
      .set("headings", std::move(headings))
      .set("rows", std::move(m_rows))
      .set("place", std::move(m_place))
      .set_list("has_steps", "steps", std::move(m_steps));
  return table;
}

ViewList TableView::take_if_any() {
  ViewList list;
  if (!is_empty()) list.emplace_back(take());
  return list;
}

}  // namespace gongshi
