// One record under change: what its cells say now, what they are to say, and the text that says so.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sheets/cell_values.hpp"
#include "sheets/desk_rows.hpp"
#include "sheets/import_plan.hpp"
#include "sheets/yaml_patch.hpp"

namespace gongshi {

/// A cell that is to be other.
struct CellChange {
  std::size_t shape = 0;           ///< index among the shapes of the kind
  std::vector<std::size_t> parts;  ///< places in the lists on the way, from 0
  std::size_t column = 0;          ///< of the shape
  std::string key;                 ///< of a row of a keyed mapping
  std::string before;
  CellValue after;
  Position at;
};

/// Rows of a table within one record, by their places.
using RecordRows = std::map<std::vector<std::size_t>, std::vector<std::string>>;

class RecordDraft {
 public:
  /// `record` is null for a new one. The shapes are those of the kind and outlive the draft.
  RecordDraft(Kind kind, std::string id, const std::vector<TableShape>& shapes, const DeskRecord* record);

  [[nodiscard]] bool is_new() const { return m_is_new; }
  [[nodiscard]] const std::string& id() const { return m_id; }
  /// What a cell says so far; empty if it is not given.
  [[nodiscard]] std::string cell(std::size_t shape, const std::vector<std::size_t>& parts,
                                 std::size_t column) const;
  /// How many rows of the shape there are so far below these places.
  [[nodiscard]] std::size_t rows(std::size_t shape, const std::vector<std::size_t>& below) const;
  /// The place of the row of a keyed mapping that has this key, or rows() if none has.
  [[nodiscard]] std::size_t row_of_key(std::size_t shape, const std::vector<std::size_t>& below,
                                       const std::string& key) const;

  void change(CellChange change);
  [[nodiscard]] bool has_changes() const { return !m_changes.empty(); }
  /// The first cell that names the record, for findings about it as a whole.
  void seen_at(Position at);

  /// Makes the text from the one that the record has, and reads it back: all cells must say what they are to
  /// say and nothing else may be other. False, with findings in the cells, if that is not so.
  bool write(const std::string& old_text, const std::string& name, bool markdown, Language new_keys,
             PlannedRecord& planned, Diagnostics& diagnostics);

  /// Adds a finding in the text that write() made, moved to the cell that it comes from.
  void report(Diagnostic finding, Diagnostics& diagnostics) const;

 private:
  [[nodiscard]] std::vector<PatchStep> path_of(const CellChange& change) const;
  [[nodiscard]] std::string label_of(const CellChange& change) const;
  [[nodiscard]] YamlEdit edit_of(const CellChange& change, Language language) const;
  [[nodiscard]] bool reads_back(const std::string& text, bool markdown, Diagnostics& diagnostics) const;
  [[nodiscard]] const CellChange* change_named_by(const Diagnostic& finding) const;

  Kind m_kind;
  std::string m_id;
  const std::vector<TableShape>& m_shapes;
  bool m_is_new;
  Position m_at;
  std::string m_yaml;               ///< as it was written
  std::size_t m_yaml_at = 0;        ///< offset of it in the record's text
  Language m_words = Language::zh;  ///< that fields are called in
  std::vector<RecordRows> m_rows;   ///< of each shape, as they are to be
  std::vector<CellChange> m_changes;
};

}  // namespace gongshi
