#include "sheets/record_draft.hpp"

#include <algorithm>
#include <tuple>

#include "model/load_record.hpp"
#include "parse/front_matter.hpp"
#include "parse/source_guard.hpp"

namespace gongshi {
namespace {

using What = ShapeColumn::What;

bool starts_with(const std::vector<std::size_t>& parts, const std::vector<std::size_t>& below) {
  return parts.size() >= below.size() && std::equal(below.begin(), below.end(), parts.begin());
}

const ShapeColumn* key_column_of(const TableShape& shape) {
  for (const ShapeColumn& column : shape.columns) {
    if (column.what == What::map_key) return &column;
  }
  return nullptr;
}

std::size_t index_in(const TableShape& shape, const ShapeColumn& column) {
  return static_cast<std::size_t>(&column - shape.columns.data());
}

// A fixed value in words where the record's keys are labels.
std::string written_value(const ValueType& type, const std::string& value, Language language) {
  for (const ChoiceWord& choice : type.choices) {
    if (choice.key == value) return std::string(language == Language::zh ? choice.label.zh : choice.key);
  }
  if (type.shape == Shape::flag && language == Language::zh) return value == "true" ? "是" : "否";
  return value;
}

void add_fields(const FieldPath& path, const FieldTable*& table, std::vector<PatchStep>& steps) {
  for (const Field* field : path) {
    steps.push_back({PatchStep::What::field, table, field, 0, {}});
    const ValueType& type = *field->type;
    if (type.shape == Shape::mapping) table = &type.table();
    if (type.shape == Shape::list && type.element->shape == Shape::mapping) table = &type.element->table();
  }
}

/// The text of a record: its YAML and what stands around it.
struct SplitText {
  std::string before;
  std::string yaml;
  std::string after;
};

SplitText split(const std::string& text, bool markdown) {
  if (!markdown) return {{}, text, {}};
  if (text.empty()) return {"---\n", {}, "---\n"};
  Diagnostics ignored;  // it was read before
  const auto parts = split_front_matter(text, 0, ignored);
  if (!parts) return {{}, text, {}};
  const std::size_t end = parts->yaml_at.offset + parts->yaml.size();
  return {text.substr(0, parts->yaml_at.offset), std::string(parts->yaml), text.substr(end)};
}

// Of what has a value of its own: ids and places go without saying, and a row may say nothing.
bool same_cells(const TableShape& shape, const RecordRows& a, const RecordRows& b) {
  const auto says = [&](const RecordRows& rows) {
    std::map<std::vector<std::size_t>, std::string> said;
    for (const auto& [parts, cells] : rows) {
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const ShapeColumn& column = shape.columns[c];
        if (cells[c].empty() || column.what == What::id || column.what == What::part) continue;
        said[parts] += column.key + "=" + cells[c] + "\n";
      }
    }
    return said;
  };
  return says(a) == says(b);
}

}  // namespace

RecordDraft::RecordDraft(Kind kind, std::string id, const std::vector<TableShape>& shapes,
                         const DeskRecord* record)
    : m_kind(kind),
      m_id(std::move(id)),
      m_shapes(shapes),
      m_is_new(record == nullptr),
      m_rows(shapes.size()) {
  if (record == nullptr) return;
  for (std::size_t s = 0; s < shapes.size(); ++s) {
    for (DeskRow& row : desk_rows(shapes[s], *record)) m_rows[s].emplace(row.parts, std::move(row.cells));
  }
}

std::string RecordDraft::cell(std::size_t shape, const std::vector<std::size_t>& parts,
                              std::size_t column) const {
  const auto row = m_rows[shape].find(parts);
  return row == m_rows[shape].end() ? std::string() : row->second[column];
}

std::size_t RecordDraft::rows(std::size_t shape, const std::vector<std::size_t>& below) const {
  return static_cast<std::size_t>(
      std::count_if(m_rows[shape].begin(), m_rows[shape].end(), [&](const auto& row) {
        return row.first.size() == below.size() + 1 && starts_with(row.first, below);
      }));
}

std::size_t RecordDraft::row_of_key(std::size_t shape, const std::vector<std::size_t>& below,
                                    const std::string& key) const {
  const ShapeColumn* column = key_column_of(m_shapes[shape]);
  for (const auto& [parts, cells] : m_rows[shape]) {
    if (column != nullptr && starts_with(parts, below) && cells[index_in(m_shapes[shape], *column)] == key)
      return parts.back();
  }
  return rows(shape, below);
}

void RecordDraft::change(CellChange change) {
  auto& row = m_rows[change.shape][change.parts];
  row.resize(m_shapes[change.shape].columns.size());
  row[change.column] = change.after.text;
  if (!change.key.empty()) {
    const ShapeColumn* column = key_column_of(m_shapes[change.shape]);
    if (column != nullptr) row[index_in(m_shapes[change.shape], *column)] = change.key;
  }
  m_changes.push_back(std::move(change));
}

void RecordDraft::seen_at(Position at) {
  if (!m_at.known()) m_at = at;
}

std::vector<PatchStep> RecordDraft::path_of(const CellChange& change) const {
  const TableShape& shape = m_shapes[change.shape];
  const FieldTable* table = &fields_of(m_kind);
  std::vector<PatchStep> steps;
  for (std::size_t i = 0; i < shape.steps.size(); ++i) {
    add_fields(shape.steps[i].path, table, steps);
    if (shape.steps[i].path.back()->type->shape == Shape::keyed)
      steps.push_back({PatchStep::What::key, nullptr, nullptr, 0, change.key});
    else
      steps.push_back({PatchStep::What::index, nullptr, nullptr, change.parts[i], {}});
  }
  const ShapeColumn& column = shape.columns[change.column];
  if (column.what == What::field) add_fields(column.path, table, steps);
  return steps;
}

std::string RecordDraft::label_of(const CellChange& change) const {
  const TableShape& shape = m_shapes[change.shape];
  std::string label;
  for (std::size_t i = 0; i < shape.steps.size(); ++i) {
    const Field& list = *shape.steps[i].path.back();
    label += std::string(m_words == Language::zh ? list.label : list.key) + " ";
    label += (list.type->shape == Shape::keyed ? change.key : std::to_string(change.parts[i] + 1)) + " · ";
  }
  return label + desk_label(shape.columns[change.column], m_words);
}

YamlEdit RecordDraft::edit_of(const CellChange& change, Language language) const {
  const ValueType& type = *m_shapes[change.shape].columns[change.column].type();
  YamlEdit edit{path_of(change), {}, type.shape == Shape::list};
  const ValueType& single = edit.as_list ? *type.element : type;
  for (const std::string& value : change.after.values)
    edit.values.push_back(written_value(single, value, language));
  return edit;
}

bool RecordDraft::write(const std::string& old_text, const std::string& name, bool markdown,
                        Language new_keys, PlannedRecord& planned, Diagnostics& diagnostics) {
  std::sort(m_changes.begin(), m_changes.end(), [](const CellChange& a, const CellChange& b) {
    return std::tie(a.shape, a.parts, a.column) < std::tie(b.shape, b.parts, b.column);
  });
  m_words = new_keys;
  SplitText text = split(old_text, markdown);
  const Language language = language_of_keys(text.yaml, fields_of(m_kind), new_keys);
  for (const CellChange& change : m_changes) {
    auto patched = patch_yaml(text.yaml, edit_of(change, language), language);
    if (!patched) {
      diagnostics.add("record-not-patched", change.at, {name, label_of(change)});
      return false;
    }
    text.yaml = *std::move(patched);
    const ShapeColumn& column = m_shapes[change.shape].columns[change.column];
    planned.changes.push_back({label_of(change), shown_in_cell(column, change.before, new_keys),
                               shown_in_cell(column, change.after.text, new_keys)});
  }
  planned.is_new = m_is_new;
  planned.name = name;
  planned.old_text = old_text;
  planned.new_text = text.before + text.yaml + text.after;
  m_yaml = std::move(text.yaml);
  m_yaml_at = text.before.size();
  return reads_back(planned.new_text, markdown, diagnostics);
}

bool RecordDraft::reads_back(const std::string& text, bool markdown, Diagnostics& diagnostics) const {
  SourceFile source;
  source.id = m_id;
  source.markdown = markdown;
  Diagnostics found;
  std::vector<RecordRows> rows(m_shapes.size());
  RecordLists<Written>::for_each_kind([&]<class R>() {
    if (R::kKind != m_kind) return;
    Written<R> record;
    R& fields = record;
    if (!check_source_text(text, 0, found) ||
        !load_record(source, text, fields_of(static_cast<const R*>(nullptr)), &fields, record, found))
      return;
    for (std::size_t s = 0; s < m_shapes.size(); ++s) {
      for (DeskRow& row : desk_rows(m_shapes[s], {&record, &fields}))
        rows[s].emplace(row.parts, std::move(row.cells));
    }
  });
  if (found.has_errors()) {
    for (Diagnostic& finding : found.sorted()) {
      if (finding.severity() == Severity::error) report(std::move(finding), diagnostics);
    }
    return false;
  }
  for (std::size_t s = 0; s < m_shapes.size(); ++s) {
    if (same_cells(m_shapes[s], m_rows[s], rows[s])) continue;
    const auto change = std::find_if(m_changes.begin(), m_changes.end(),
                                     [s](const CellChange& made) { return made.shape == s; });
    const CellChange& told = change == m_changes.end() ? m_changes.front() : *change;
    diagnostics.add("record-not-patched", told.at, {m_id, label_of(told)});
    return false;
  }
  return true;
}

// The change of the field that the finding names first.
const CellChange* RecordDraft::change_named_by(const Diagnostic& finding) const {
  const auto* name =
      finding.arguments.empty() ? nullptr : std::get_if<std::string>(&finding.arguments.front());
  for (const CellChange& change : m_changes) {
    const ShapeColumn& column = m_shapes[change.shape].columns[change.column];
    if (name != nullptr && (*name == column.name || *name == column.labels)) return &change;
  }
  return nullptr;
}

void RecordDraft::report(Diagnostic finding, Diagnostics& diagnostics) const {
  std::map<std::size_t, Position> cells;
  for (const CellChange& change : m_changes) {
    if (const auto place = place_in_yaml(m_yaml, path_of(change)))
      cells.emplace(*place + m_yaml_at, change.at);
  }
  const std::size_t offset = finding.at.offset;
  finding.at = m_at;
  finding.related = {};
  if (const CellChange* named = change_named_by(finding)) {
    finding.at = named->at;
  } else if (!finding.code_suffix.empty()) {  // a key is missing in the mapping that begins there
    const auto first = cells.lower_bound(offset);
    if (offset > m_yaml_at && first != cells.end()) finding.at = first->second;
  } else if (auto next = cells.upper_bound(offset); next != cells.begin()) {
    finding.at = std::prev(next)->second;
  }
  diagnostics.add(std::move(finding));
}

}  // namespace gongshi
