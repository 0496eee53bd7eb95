#include "sheets/import_plan.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>

#include "model/next_id.hpp"
#include "model/read_record.hpp"
#include "model/type_words.hpp"
#include "parse/source_guard.hpp"
#include "sheets/check_import.hpp"
#include "sheets/find_table.hpp"
#include "sheets/numbered_points.hpp"
#include "sheets/record_draft.hpp"
#include "sheets/record_rows.hpp"

namespace gongshi {
namespace {

using What = ShapeColumn::What;

/// A sheet and the table found in it.
struct TableSheet {
  const ImportedSheet* imported = nullptr;
  FoundTable table;
  std::vector<std::uint32_t> rows;
};

/// A kind: its shapes and the records of it that are under change.
struct KindDrafts {
  std::vector<TableShape> shapes;
  std::map<std::string, DeskRecord, std::less<>> records;
  std::vector<std::string> ids;  ///< also of new ones
  std::map<std::string, std::unique_ptr<RecordDraft>, std::less<>> drafts;
};

class ImportPlanner {
 public:
  ImportPlanner(const ImportTarget& target, Diagnostics& diagnostics)
      : m_target(target),
        m_diagnostics(diagnostics),
        m_language(target.site.config.language == PageLanguage::en ? Language::en : Language::zh) {
    for (const KindName& kind : kKinds) {
      KindDrafts& drafts = m_kinds[kind.kind];
      drafts.shapes = table_shapes(kind.kind, ShapeUse::desk);
      m_shapes.insert(m_shapes.end(), drafts.shapes.begin(), drafts.shapes.end());
      for (const DeskRecord& record : desk_records(target.site, kind.kind)) {
        drafts.records.emplace(record.common->id, record);
        know(kind.kind, record.common->id, record.common->title.text);
      }
    }
    for (const auto& unit : target.site.records.all<Unit>()) {
      for (const auto& alias : unit.aliases) m_known.by_name[Kind::unit][alias.value].push_back(unit.id);
    }
  }

  std::vector<PlannedRecord> plan(const std::vector<ImportedSheet>& sheets) {
    std::vector<TableSheet> tables = tables_of(sheets);
    std::stable_partition(tables.begin(), tables.end(),
                          [](const TableSheet& sheet) { return sheet.table.shape->steps.empty(); });
    std::vector<std::vector<RecordDraft*>> drafts;
    drafts.reserve(tables.size());
    for (const TableSheet& sheet : tables) drafts.push_back(drafts_of(sheet));
    for (std::size_t s = 0; s < tables.size(); ++s) {
      for (std::size_t r = 0; r < tables[s].rows.size(); ++r) {
        if (drafts[s][r] != nullptr) read_row(tables[s], tables[s].rows[r], *drafts[s][r]);
      }
    }
    return m_diagnostics.has_errors() ? std::vector<PlannedRecord>() : written();
  }

 private:
  KindDrafts& kind(Kind of) { return m_kinds.at(of); }

  void know(Kind of, const std::string& id, const std::string& title) {
    kind(of).ids.push_back(id);
    m_known.ids[of].emplace(id, true);
    auto& names = m_known.by_name[of];
    if (!title.empty()) names[title].push_back(id);
  }

  // Sheets of the workbook's own, and those that are hidden, say nothing of records.
  std::vector<TableSheet> tables_of(const std::vector<ImportedSheet>& sheets) {
    static constexpr std::string_view kOwn[] = {"填写说明", "字段说明", "取值",
                                                "how to",   "columns",  "values"};
    std::vector<TableSheet> tables;
    std::vector<std::pair<const ImportedSheet*, Term>> others;
    for (const ImportedSheet& imported : sheets) {
      const Sheet& sheet = imported.sheet;
      const bool own = std::find(std::begin(kOwn), std::end(kOwn), sheet.name) != std::end(kOwn);
      if (own || sheet.hidden || sheet.rows.empty()) continue;
      auto found = find_table(sheet, imported.file, m_shapes, m_known, m_diagnostics);
      if (const Term* why = std::get_if<Term>(&found)) {
        others.emplace_back(&imported, *why);
        continue;
      }
      TableSheet table{&imported, std::get<FoundTable>(std::move(found)), {}};
      table.rows = record_rows(sheet, imported.file, table.table, m_diagnostics);
      tables.push_back(std::move(table));
    }
    for (const auto& [imported, why] : others) {
      const Position top{imported->file, 0};
      if (tables.empty())
        m_diagnostics.add("sheet-no-table", top, {imported->sheet.name, why});
      else
        m_diagnostics.add("sheet-row-skipped", top,
                          {Term{"整张表，" + why.zh, "the whole sheet; " + why.en}});
    }
    return tables;
  }

  // What the row says in the column of this kind or field, in ASCII; empty if it has none.
  static std::string key_text(const TableSheet& sheet, std::uint32_t row, What what, std::string_view key) {
    for (const FoundColumn& column : sheet.table.columns) {
      const ShapeColumn& of = column.shape->columns[column.column];
      if (column.shape == sheet.table.shape && of.what == what && (key.empty() || of.key == key))
        return std::string(without_blanks(sheet.imported->sheet.at(row, column.in_sheet).text));
    }
    return {};
  }

  static std::uint32_t column_in_sheet(const TableSheet& sheet, What what, std::string_view key) {
    for (const FoundColumn& column : sheet.table.columns) {
      const ShapeColumn& of = column.shape->columns[column.column];
      if (of.what == what && (key.empty() || of.key == key)) return column.in_sheet;
    }
    return sheet.table.columns.front().in_sheet;
  }

  static Position place(const TableSheet& sheet, std::uint32_t row, std::uint32_t column) {
    return {sheet.imported->file, cell_offset(row, column)};
  }

  // The record of each row; null where that is not known.
  std::vector<RecordDraft*> drafts_of(const TableSheet& sheet) {
    std::vector<RecordDraft*> drafts;
    drafts.reserve(sheet.rows.size());
    std::map<std::string, Position, std::less<>> seen;
    for (const std::uint32_t row : sheet.rows) {
      const std::string id = half_width(key_text(sheet, row, What::id, {}));
      const Position at = place(sheet, row, column_in_sheet(sheet, What::id, {}));
      RecordDraft* draft = sheet.table.shape->steps.empty() ? draft_of_row(sheet, row, id, at)
                                                            : draft_of_part(sheet.table.shape->kind, id, at);
      if (draft != nullptr) draft->seen_at(at);
      if (draft != nullptr && sheet.table.shape->steps.empty()) {
        const auto [first, fresh] = seen.emplace(draft->id(), at);
        if (!fresh) m_diagnostics.add("row-twice", at, {draft->id()}, first->second);
      }
      drafts.push_back(draft);
    }
    return drafts;
  }

  RecordDraft* draft_of_row(const TableSheet& sheet, std::uint32_t row, const std::string& id, Position at) {
    const Kind of = sheet.table.shape->kind;
    const std::string title = key_text(sheet, row, What::field, "title");
    std::string own = id;
    if (own.empty()) {
      const auto& names = m_known.by_name[of];
      const auto same = names.find(title);
      if (!title.empty() && same != names.end()) {
        m_diagnostics.add("row-same-title", at, {same->second.front()});
        return nullptr;
      }
      own = next_id(kind(of).ids, of);
    }
    const Term fault = fault_of_id(own);
    if (!fault.en.empty()) {
      m_diagnostics.add(
          "cell-bad-value", at,
          {own, Term{"编号", "id"}, fault,
           Term{"编号写成 zg-001 这样，或留空。", "An id is such as zg-001; or leave it empty."}});
      return nullptr;
    }
    if (!m_known.ids[of].contains(own)) know(of, own, title);
    return &draft(of, own);
  }

  RecordDraft* draft_of_part(Kind of, const std::string& id, Position at) {
    if (m_known.ids[of].contains(id)) return &draft(of, id);
    std::vector<std::string_view> known(kind(of).ids.begin(), kind(of).ids.end());
    m_diagnostics.add("row-no-record", at, {id.empty() ? "?" : id, nearest_hint(id, known)});
    return nullptr;
  }

  RecordDraft& draft(Kind of, const std::string& id) {
    KindDrafts& drafts = kind(of);
    auto& made = drafts.drafts[id];
    if (made == nullptr) {
      const auto record = drafts.records.find(id);
      made = std::make_unique<RecordDraft>(of, id, drafts.shapes,
                                           record == drafts.records.end() ? nullptr : &record->second);
    }
    return *made;
  }

  // Index of a shape of m_shapes among those of its kind.
  std::size_t index_of(const TableShape& shape) {
    const std::vector<TableShape>& shapes = kind(shape.kind).shapes;
    const auto same = std::find_if(shapes.begin(), shapes.end(),
                                   [&](const TableShape& other) { return other.name == shape.name; });
    return static_cast<std::size_t>(same - shapes.begin());
  }

  void read_row(const TableSheet& sheet, std::uint32_t row, RecordDraft& draft) {
    CellChange change;
    change.shape = index_of(*sheet.table.shape);
    if (!sheet.table.shape->steps.empty() && !find_place(sheet, row, draft, change)) return;
    for (const FoundColumn& column : sheet.table.columns) {
      if (column.shape->columns[column.column].type() == nullptr) continue;
      if (column.shape == sheet.table.shape)
        read_cell_of(sheet, row, column, draft, change);
      else
        read_points(sheet, row, column, draft);
    }
  }

  // The places of a list's row. A new one is behind the last.
  bool find_place(const TableSheet& sheet, std::uint32_t row, RecordDraft& draft, CellChange& change) {
    const TableShape& shape = *sheet.table.shape;
    for (const ShapeColumn& column : shape.columns) {
      if (column.what != What::part) continue;
      const bool last = column.part + 1 == shape.steps.size();
      if (last && shape.steps.back().path.back()->type->shape == Shape::keyed) {
        change.key = key_text(sheet, row, What::map_key, {});
        change.parts.push_back(draft.row_of_key(change.shape, change.parts, change.key));
        return !change.key.empty();
      }
      const std::string text = half_width(key_text(sheet, row, What::part, column.key));
      const std::size_t there = last ? draft.rows(change.shape, change.parts) : 0;
      std::size_t number = 0;
      const char* end = text.data() + text.size();
      const bool is_number = std::from_chars(text.data(), end, number).ptr == end && number > 0;
      if (last && text.empty()) {
        change.parts.push_back(same_entry(sheet, row, draft, change, there).value_or(there));
      } else if (!is_number || (last && number > there + 1)) {
        m_diagnostics.add("row-bad-place", place(sheet, row, column_in_sheet(sheet, What::part, column.key)),
                          {text,
                           is_number ? Term{"前面缺了几条", "entries before it are missing"}
                                     : Term{"不是整数", "it is no whole number"},
                           std::to_string(there + 1)});
        return false;
      } else {
        change.parts.push_back(number - 1);
      }
    }
    return true;
  }

  // An entry that says all that the row does is the row's own, so that a sheet may be imported again.
  static std::optional<std::size_t> same_entry(const TableSheet& sheet, std::uint32_t row,
                                               const RecordDraft& draft, CellChange change,
                                               std::size_t there) {
    for (std::size_t i = 0; i < there; ++i) {
      change.parts.push_back(i);
      const bool same =
          std::all_of(sheet.table.columns.begin(), sheet.table.columns.end(), [&](const FoundColumn& column) {
            const ShapeColumn& of = column.shape->columns[column.column];
            const SheetCell& cell = sheet.imported->sheet.at(row, column.in_sheet);
            return of.type() == nullptr || cell.kind == SheetCell::Kind::empty ||
                   says_already(cell, of, draft.cell(change.shape, change.parts, column.column));
          });
      if (same) return i;
      change.parts.pop_back();
    }
    return std::nullopt;
  }

  static CellPlaceInSheet place_of(const TableSheet& sheet, std::uint32_t row, const FoundColumn& column) {
    return {place(sheet, row, column.in_sheet), &column.shape->columns[column.column], column.label,
            sheet.imported->sheet.since_1904};
  }

  static bool says_already(const SheetCell& cell, const ShapeColumn& column, const std::string& now) {
    if (now.empty() || cell.kind == SheetCell::Kind::formula) return false;
    if (cell.text == now || cell.text == shown_in_cell(column, now, Language::zh) ||
        cell.text == shown_in_cell(column, now, Language::en))
      return true;
    // A spreadsheet that was told 97.0 keeps 97.
    return cell.kind == SheetCell::Kind::number && column.type()->shape == Shape::decimal &&
           now.starts_with(cell.text + ".") &&
           now.find_first_not_of('0', cell.text.size() + 1) == std::string::npos;
  }

  void read_cell_of(const TableSheet& sheet, std::uint32_t row, const FoundColumn& column, RecordDraft& draft,
                    CellChange change) {
    const SheetCell& cell = sheet.imported->sheet.at(row, column.in_sheet);
    if (cell.kind == SheetCell::Kind::empty) return;
    change.column = column.column;
    change.before = draft.cell(change.shape, change.parts, change.column);
    const CellPlaceInSheet at = place_of(sheet, row, column);
    if (says_already(cell, *at.column, change.before)) return;
    Diagnostics found;
    auto value = read_cell(cell, at, m_known, found);
    if (value && value->text == change.before) return;  // whatever was put right, nothing changes
    for (Diagnostic& finding : found.sorted()) m_diagnostics.add(std::move(finding));
    if (!value) return;
    change.after = *std::move(value);
    change.at = at.at;
    draft.change(std::move(change));
  }

  // Texts of a list that stand in one cell of the record, numbered.
  void read_points(const TableSheet& sheet, std::uint32_t row, const FoundColumn& column,
                   RecordDraft& draft) {
    const SheetCell& cell = sheet.imported->sheet.at(row, column.in_sheet);
    const CellPlaceInSheet at = place_of(sheet, row, column);
    Diagnostics found;
    const auto whole = read_cell(cell, at, m_known, found);
    if (found.has_errors()) {
      for (Diagnostic& finding : found.sorted()) m_diagnostics.add(std::move(finding));
    }
    if (!whole || whole->values.empty()) return;
    const std::vector<std::string> points = numbered_points(whole->text);
    bool changed = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
      CellChange change;
      change.shape = index_of(*column.shape);
      change.parts = {i};
      change.column = column.column;
      change.before = draft.cell(change.shape, change.parts, change.column);
      change.after = {points[i], {points[i]}};
      change.at = at.at;
      if (change.before == points[i]) continue;
      changed = true;
      draft.change(std::move(change));
    }
    if (changed && points.size() > 1)
      m_diagnostics.add("cell-split", at.at, {column.label, static_cast<std::int64_t>(points.size())});
  }

  std::vector<PlannedRecord> written() {
    std::vector<PlannedRecord> planned;
    std::vector<ImportedRecord> imported;
    for (auto& [of, drafts] : m_kinds) {
      for (auto& [id, draft] : drafts.drafts) {
        if (!draft->has_changes()) continue;
        PlannedRecord record;
        if (!write(of, drafts, *draft, record)) continue;
        const auto known = drafts.records.find(id);
        imported.push_back(
            {of, draft.get(), record.new_text, record.path.ends_with(".md"),
             known == drafts.records.end() ? Position::kNowhere : known->second.common->at.file});
        planned.push_back(std::move(record));
      }
    }
    if (!imported.empty() && !m_diagnostics.has_errors())
      check_import(m_target.site, imported, m_diagnostics);
    return planned;
  }

  bool write(Kind of, const KindDrafts& drafts, RecordDraft& draft, PlannedRecord& planned) {
    const auto record = drafts.records.find(draft.id());
    std::string text;
    std::string name;
    if (record == drafts.records.end()) {
      const std::string file =
          std::string(name_of(of).plural) + "/" + draft.id() + (is_mostly_text(of) ? ".md" : ".yaml");
      planned.path = m_target.content_folder + "/" + file;
      name = "content/" + file;
    } else {
      const std::uint32_t file = record->second.common->at.file;
      planned.path = m_target.names.path(file);
      name = m_target.names.name(file);
      const std::size_t slash = planned.path.rfind('/');
      text =
          m_target.files.read(planned.path.substr(0, slash), planned.path.substr(slash + 1), kLargestSource);
    }
    return draft.write(text, name, planned.path.ends_with(".md"), m_language, planned, m_diagnostics);
  }

  const ImportTarget& m_target;
  Diagnostics& m_diagnostics;
  Language m_language;
  std::map<Kind, KindDrafts> m_kinds;
  std::vector<TableShape> m_shapes;
  KnownRecords m_known;
};

}  // namespace

std::vector<PlannedRecord> plan_import(const ImportTarget& target, const std::vector<ImportedSheet>& sheets,
                                       Diagnostics& diagnostics) {
  return ImportPlanner(target, diagnostics).plan(sheets);
}

}  // namespace gongshi
