// A table of a page as data: {caption, headings: [{text, number}], rows: [{head, cells: [{label, number,
// not_stated, chart, entries}]}], place, steps: [link]}. `head` and the `entries` of a cell are each {link,
// note, swatch, state}: what it is, a word on it, the key of its part in a bar or nothing, and of an item its
// state or false. The part `table` of the theme shows it.
#pragma once

#include <string>
#include <vector>

#include "views/view_context.hpp"

namespace gongshi {

/// {link, note, swatch, state: false}; `link` is made by ViewContext.
ViewObject entry_view(ViewObject link, std::string note = {}, std::string_view swatch = {});
/// The record, with a note; of a withdrawn one the note says so, of any other item the state follows.
ViewObject entry_of(const ViewContext& context, RecordKey key, std::string_view from, std::string note = {});

struct TableCell {
  ViewList entries;
  bool number = false;
  Html chart = {};          ///< a drawing that tells what cells beside it say in numbers
  bool not_stated = false;  ///< the source does not state it
};
TableCell number_cell(std::int64_t number);
TableCell text_cell(std::string text);  ///< without an entry where there is no text

class TableView {
 public:
  /// The first of `headings` is that of the rows' heads.
  TableView(std::string caption, std::vector<std::string> headings);

  /// `cells` are as many as there are headings after the first.
  void add(ViewObject head, std::vector<TableCell> cells);
  [[nodiscard]] bool is_empty() const { return m_rows.empty(); }
  [[nodiscard]] std::size_t size() const { return m_rows.size(); }

  /// Says that the rows are part of a longer table: which part, and what leads to the others.
  void go_on(std::string place, ViewList steps);

  ViewObject take();
  /// The table as a list of one, or an empty list if it has no rows.
  ViewList take_if_any();

 private:
  std::string m_caption;
  std::vector<std::string> m_headings;
  std::vector<bool> m_numbers;  ///< which columns hold numbers, as of the newest row
  ViewList m_rows;
  std::string m_place;
  ViewList m_steps;
};

}  // namespace gongshi
