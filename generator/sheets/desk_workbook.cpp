#include "sheets/desk_workbook.hpp"

#include <map>

#include "files/xlsx_writer.hpp"
#include "model/type_words.hpp"
#include "text/csv_text.hpp"

namespace gongshi {
namespace {

constexpr double kNarrow = 14;
constexpr double kWide = 60;
constexpr std::uint32_t kRowsToChooseIn = 1000;

constexpr Bilingual kHowTo[] = {
    {"每张表一种记录，第一行是列名，从第二行起一行一条；底色深的列必填，把鼠标停在列名上看说明。",
     "A sheet a kind of record. The first row names the columns, each further row is a record; shaded "
     "columns are "
     "required, and the note on a column's name explains it."},
    {"编号留空就取下一个编号。名字带“·”的表是记录里的列表，用编号和序号对应，序号从 1 起。",
     "Without an id the next one is taken. A sheet called like a list within records goes by the record's id "
     "and "
     "the number n in the list, from 1."},
    {"空着的格子不改动记录。要清空已有的内容，写 [清空]。一格里有几个值时用“;”隔开。",
     "An empty cell changes nothing. To take a value away write [clear]. Several values in a cell have `;` "
     "between "
     "them."},
    {"日期写 2026-06-30。不要合并单元格，不要用公式。“无”“/”“—”看不出是没有还是不知道，请留空或写清楚。",
     "Dates are written 2026-06-30. No merged cells and no formulas. Leave empty what is not there: `none`, "
     "`/` and "
     "`-` do not tell whether there is nothing or nobody knows."},
    {"填好以后: gongshi import 这个文件。先看到会改什么，确认后才写。",
     "Then: gongshi import this-file. It shows what would change before anything is written."},
};

constexpr Bilingual kForTheOffice = {
    "内部用表: 含有不公开的记录和备注，不要发给外面。公开数据在网站的 data/ 里。",
    "For the office: it holds records and notes that are not public. The public data is in data/ of the "
    "site."};

// Type, allowed values and example of a column, in words.
struct ColumnWords {
  std::string type;
  std::string example;
};

Language language_of(const Site& site) {
  return site.config.language == PageLanguage::en ? Language::en : Language::zh;
}

bool is_required(const ShapeColumn& column) {
  return column.what == ShapeColumn::What::map_key || column.what == ShapeColumn::What::map_value ||
         (column.what == ShapeColumn::What::field && column.path.size() == 1 &&
          column.path.front()->need == Need::required);
}

const ValueType* single_type(const ShapeColumn& column) {
  const ValueType* type = column.type();
  return type != nullptr && type->shape == Shape::list ? type->element : type;
}

ColumnWords words_of(const ShapeColumn& column, Language language) {
  const ValueType* type = column.type();
  if (column.what == ShapeColumn::What::part)
    return {std::string(Bilingual{"整数", "a whole number"}.in(language)), "1"};
  if (type == nullptr) return {std::string(Bilingual{"文字", "text"}.in(language)), {}};
  const ValueType& single = *single_type(column);
  if (!single.choices.empty()) {
    const ChoiceWord& first = single.choices.front();
    return {choice_words(single.choices, language),
            std::string(language == Language::zh ? first.label.zh : first.key)};
  }
  const Term name = type_name(*type);
  const Term example = type_example(single);
  const bool zh = language == Language::zh;
  return {zh ? name.zh : name.en, zh ? example.zh : example.en};
}

/// Lists to choose from, a column of one sheet each.
class ChoiceLists {
 public:
  ChoiceLists(const Site& site, Language language)
      : m_site(site), m_language(language), m_sheet(Bilingual{"取值", "values"}.in(language)) {}

  /// The list for a column's cells, or null if they are free or may hold several values.
  const XlsxWriter::Choices* find(const ShapeColumn& column) {
    const ValueType* type = column.type();
    if (type == nullptr) return nullptr;
    if (type->shape == Shape::flag) return list_of("flag", {"是", "否"}, {"true", "false"});
    if (!type->choices.empty()) return list_of_choices(*type);
    if (type->shape == Shape::reference && type->targets.size() == 1)
      return list_of_ids(type->targets.front());
    return nullptr;
  }

  void write(XlsxWriter& book) const {
    std::size_t longest = 0;
    for (const std::vector<std::string>& list : m_lists) longest = std::max(longest, list.size());
    book.begin_sheet(m_sheet, std::vector<double>(m_lists.size(), kNarrow));
    for (std::size_t row = 0; row < longest; ++row) {
      for (std::size_t c = 0; c < m_lists.size(); ++c) {
        if (row < m_lists[c].size())
          book.text(static_cast<std::uint32_t>(row), static_cast<std::uint16_t>(c), m_lists[c][row]);
      }
    }
  }

 private:
  const XlsxWriter::Choices* add(const std::string& name, std::vector<std::string> values) {
    if (values.empty()) return nullptr;
    const auto column = static_cast<std::uint16_t>(m_lists.size());
    const auto last = static_cast<std::uint32_t>(values.size() - 1);
    m_lists.push_back(std::move(values));
    return &m_places.insert_or_assign(name, XlsxWriter::Choices{m_sheet, column, 0, last}).first->second;
  }

  const XlsxWriter::Choices* list_of(const std::string& name, std::vector<std::string> zh,
                                     std::vector<std::string> en) {
    const auto known = m_places.find(name);
    if (known != m_places.end()) return &known->second;
    return add(name, m_language == Language::zh ? std::move(zh) : std::move(en));
  }

  const XlsxWriter::Choices* list_of_choices(const ValueType& type) {
    std::vector<std::string> zh;
    std::vector<std::string> en;
    for (const ChoiceWord& choice : type.choices) {
      zh.emplace_back(choice.label.zh);
      en.emplace_back(choice.key);
    }
    return list_of("choice " + choice_words(type.choices, Language::en), std::move(zh), std::move(en));
  }

  const XlsxWriter::Choices* list_of_ids(Kind kind) {
    std::vector<std::string> ids;
    for (const DeskRecord& record : desk_records(m_site, kind)) ids.push_back(record.common->id);
    return list_of(std::string(name_of(kind).plural), ids, ids);
  }

  const Site& m_site;
  Language m_language;
  std::string m_sheet;
  std::vector<std::vector<std::string>> m_lists;
  std::map<std::string, XlsxWriter::Choices> m_places;
};

class DeskWorkbook {
 public:
  DeskWorkbook(const Site& site, DeskContent content)
      : m_site(site),
        m_content(content),
        m_language(language_of(site)),
        m_book(properties_of(site)),
        m_lists(site, m_language) {}

  std::string make() {
    add_how_to();
    std::vector<TableShape> written;
    for (const KindName& kind : kKinds) {
      for (TableShape& shape : table_shapes(kind.kind, ShapeUse::desk)) {
        if (add_table(shape)) written.push_back(std::move(shape));
      }
    }
    add_dictionary(written);
    m_lists.write(m_book);
    return m_book.take();
  }

 private:
  static WorkbookProperties properties_of(const Site& site) {
    const auto days = static_cast<std::int64_t>(site.as_of.last_day().time_since_epoch().count());
    return {site.config.title.text, site.config.organisation, days * 86'400 + 43'200};
  }

  std::string in_words(Bilingual words) const { return std::string(words.in(m_language)); }

  void add_how_to() {
    const double widths[] = {kWide * 2};
    m_book.begin_sheet(in_words({"填写说明", "how to"}), widths);
    std::uint32_t row = 0;
    if (m_content == DeskContent::records) m_book.text(row++, 0, in_words(kForTheOffice), CellLook::wrong);
    for (const Bilingual& line : kHowTo) m_book.text(row++, 0, in_words(line));
  }

  // The template has no lists of lists and no waivers: they are rare, and a sheet each.
  bool add_table(const TableShape& shape) {
    const bool blank = m_content == DeskContent::blank_template;
    if (blank && (shape.steps.size() > 1 || (!shape.steps.empty() && shape.steps.front().key == "waivers")))
      return false;
    std::vector<DeskRow> rows;
    if (!blank) {
      for (const DeskRecord& record : desk_records(m_site, shape.kind)) {
        for (DeskRow& row : desk_rows(shape, record)) rows.push_back(std::move(row));
      }
      if (rows.empty()) return false;
    }
    m_book.begin_sheet(desk_label(shape, m_language), std::vector<double>(shape.columns.size(), kNarrow),
                       CellLook::typed);
    m_book.freeze(1, static_cast<std::uint16_t>(shape.key_columns));
    for (std::size_t c = 0; c < shape.columns.size(); ++c)
      add_heading(static_cast<std::uint16_t>(c), shape.columns[c]);
    std::uint32_t next = 1;
    for (const DeskRow& row : rows) add_row(next++, shape, row);
    return true;
  }

  void add_heading(std::uint16_t at, const ShapeColumn& column) {
    m_book.text(0, at, desk_label(column, m_language),
                is_required(column) ? CellLook::required_heading : CellLook::heading);
    const ColumnWords words = words_of(column, m_language);
    std::string note(column.meaning.in(m_language));
    note += "\n" + words.type;
    if (!words.example.empty()) note += "\n" + in_words({"例如 ", "such as "}) + words.example;
    m_book.note(0, at, note);
    if (const XlsxWriter::Choices* choices = m_lists.find(column))
      m_book.choose(at, 1, kRowsToChooseIn, *choices);
  }

  void add_row(std::uint32_t at, const TableShape& shape, const DeskRow& row) {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string text = shown_in_cell(shape.columns[c], row.cells[c], m_language);
      if (cell_units(text) <= kMostCellUnits)
        m_book.text(at, static_cast<std::uint16_t>(c), text, CellLook::typed);
    }
  }

  void add_dictionary(const std::vector<TableShape>& shapes) {
    const double widths[] = {kNarrow * 2, kNarrow * 2, kNarrow, kWide, kNarrow * 2, kWide};
    m_book.begin_sheet(in_words({"字段说明", "columns"}), widths);
    m_book.freeze(1, 0);
    constexpr Bilingual kHeads[] = {{"表", "sheet"},     {"列", "column"},
                                    {"要求", "needed"},  {"怎么写", "how it is written"},
                                    {"例子", "example"}, {"说明", "meaning"}};
    for (std::size_t c = 0; c < std::size(kHeads); ++c)
      m_book.text(0, static_cast<std::uint16_t>(c), in_words(kHeads[c]), CellLook::heading);
    std::uint32_t row = 1;
    for (const TableShape& shape : shapes) {
      for (const ShapeColumn& column : shape.columns) {
        const ColumnWords words = words_of(column, m_language);
        m_book.text(row, 0, desk_label(shape, m_language));
        m_book.text(row, 1, desk_label(column, m_language));
        if (is_required(column)) m_book.text(row, 2, in_words({"必填", "required"}));
        m_book.text(row, 3, words.type);
        m_book.text(row, 4, words.example);
        m_book.text(row++, 5, std::string(column.meaning.in(m_language)));
      }
    }
  }

  const Site& m_site;
  DeskContent m_content;
  Language m_language;
  XlsxWriter m_book;
  ChoiceLists m_lists;
};

}  // namespace

std::string desk_workbook(const Site& site, DeskContent content) {
  return DeskWorkbook(site, content).make();
}

std::string desk_csv(const Site& site, const TableShape& shape) {
  const Language language = language_of(site);
  std::string out(kCsvByteOrderMark);
  const auto end_field = [&](std::size_t column) {
    if (column + 1 < shape.columns.size()) {
      out += ',';
    } else {
      out += kCsvLineEnd;
    }
  };
  for (std::size_t c = 0; c < shape.columns.size(); ++c) {
    append_csv_field(out, desk_label(shape.columns[c], language));
    end_field(c);
  }
  for (const DeskRecord& record : desk_records(site, shape.kind)) {
    for (const DeskRow& row : desk_rows(shape, record)) {
      for (std::size_t c = 0; c < row.cells.size(); ++c) {
        append_csv_field(out, with_apostrophe(shown_in_cell(shape.columns[c], row.cells[c], language)));
        end_field(c);
      }
    }
  }
  return out;
}

}  // namespace gongshi
