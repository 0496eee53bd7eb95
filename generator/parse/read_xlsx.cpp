#include "parse/read_xlsx.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "files/zip_members.hpp"
#include "parse/parse_xml.hpp"
#include "parse/sheet_date.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::uint32_t kMostRows = 1'048'576;
constexpr std::size_t kMostCells = 5'000'000;

using Attributes = std::map<std::string, std::string>;

struct Unreadable {
  Term why;
};

std::string attribute(const Attributes& attributes, const std::string& name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string() : found->second;
}

bool is_true(const std::string& value) { return value == "1" || value == "true"; }

std::uint32_t number_of(const std::string& digits, std::uint32_t otherwise) {
  std::uint32_t value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// `D17` as row and column from 0; nothing if it is no cell.
struct CellPlace {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};
std::optional<CellPlace> place_of(std::string_view name) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 4; ++at)
    column = column * 26 + static_cast<std::uint32_t>(name[at] - 'A') + 1;
  const std::uint32_t row = number_of(std::string(name.substr(at)), 0);
  if (column == 0 || row == 0 || row > kMostRows) return std::nullopt;
  return CellPlace{row - 1, column - 1};
}

// _x000D_ stands for a character that XML can't hold, and _x005F_ for the first blank of such a word.
std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::uint32_t code = 0;
    const bool shaped = text.substr(at, 2) == "_x" && at + 6 < text.size() && text[at + 6] == '_';
    const char* end = text.data() + at + 6;
    if (shaped && std::from_chars(text.data() + at + 2, end, code, 16).ptr == end && code < 0x80) {
      out += static_cast<char>(code);
      at += 7;
    } else {
      out += text[at++];
    }
  }
  return out;
}

enum class NumberLook : std::uint8_t { plain, percent, date };

// By the code of a number format: what stands in quotes, in brackets or behind a backslash is no code.
NumberLook look_of(std::string_view code) {
  bool percent = false;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char c = code[at];
    if (c == '"' || c == '[') {
      at = std::min(code.find(c == '"' ? '"' : ']', at + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (c == ';') {
      break;  // the codes for negative numbers, zero and text follow
    } else if (std::string_view("yYdDmMhHsS").find(c) != std::string_view::npos) {
      return NumberLook::date;
    } else {
      percent = percent || c == '%';
    }
  }
  return percent ? NumberLook::percent : NumberLook::plain;
}

// Formats that have a number and no code in the file; 27 to 36 and 50 to 58 are dates in East Asian editions.
NumberLook look_of_known(std::uint32_t id) {
  const auto within = [id](std::uint32_t first, std::uint32_t last) { return id >= first && id <= last; };
  if (within(14, 22) || within(27, 36) || within(45, 47) || within(50, 58)) return NumberLook::date;
  return id == 9 || id == 10 ? NumberLook::percent : NumberLook::plain;
}

class XlsxReader {
 public:
  explicit XlsxReader(std::string_view bytes) {
    auto members = is_zip(bytes) ? read_zip(bytes) : std::nullopt;
    if (!members)
      throw Unreadable{
          {"不是 .xlsx 文件，或者损坏、加了密码", "it is no .xlsx file, or damaged, or has a password"}};
    for (ZipMember& member : *members) m_members.insert_or_assign(member.name, std::move(member.bytes));
  }

  std::vector<Sheet> read() {
    read_targets();
    read_workbook();
    read_strings();
    read_styles();
    std::vector<Sheet> sheets;
    for (const NamedSheet& named : m_sheets) {
      Sheet sheet;
      sheet.name = named.name;
      sheet.hidden = named.hidden;
      sheet.since_1904 = m_since_1904;
      read_sheet(part(m_targets[named.id]), sheet);
      sheets.push_back(std::move(sheet));
    }
    return sheets;
  }

 private:
  struct NamedSheet {
    std::string name;
    std::string id;
    bool hidden = false;
  };

  const std::string& part(const std::string& name) {
    const auto found = m_members.find(name);
    if (found == m_members.end()) throw Unreadable{{"文件里缺 " + name, "it lacks " + name}};
    return found->second;
  }
  const std::string* optional_part(const std::string& name) {
    const auto found = m_members.find(name);
    return found == m_members.end() ? nullptr : &found->second;
  }

  static void visit(const std::string& xml, const XmlVisitor& visitor) {
    if (!parse_xml(xml, visitor)) throw Unreadable{{"文件损坏", "it is damaged"}};
  }
  static void ignore_text(const std::string& /*name*/, const std::string& /*text*/) {}
  static void ignore_end(const std::string& /*name*/) {}

  // Targets are written from the folder xl/ on, or from the top with a slash.
  void read_targets() {
    const auto element = [&](const std::string& name, const Attributes& attributes) {
      if (name != "Relationship") return;
      std::string target = attribute(attributes, "Target");
      target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
      m_targets.insert_or_assign(attribute(attributes, "Id"), std::move(target));
    };
    visit(part("xl/_rels/workbook.xml.rels"), {element, ignore_text, ignore_end});
  }

  void read_workbook() {
    const auto element = [&](const std::string& name, const Attributes& attributes) {
      if (name == "workbookPr") m_since_1904 = is_true(attribute(attributes, "date1904"));
      if (name == "sheet") {
        const std::string state = attribute(attributes, "state");
        m_sheets.push_back({attribute(attributes, "name"), attribute(attributes, "id"),
                            !state.empty() && state != "visible"});
      }
    };
    visit(part("xl/workbook.xml"), {element, ignore_text, ignore_end});
  }

  // Rich text is joined; what only says how it is pronounced is left out.
  void read_strings() {
    const std::string* xml = optional_part("xl/sharedStrings.xml");
    if (xml == nullptr) return;
    bool phonetic = false;
    const auto element = [&](const std::string& name, const Attributes& /*attributes*/) {
      if (name == "si") m_strings.emplace_back();
      if (name == "rPh") phonetic = true;
    };
    const auto text = [&](const std::string& name, const std::string& words) {
      if (name == "t" && !phonetic && !m_strings.empty()) m_strings.back() += without_escapes(words);
    };
    const auto end = [&](const std::string& name) {
      if (name == "rPh") phonetic = false;
    };
    visit(*xml, {element, text, end});
  }

  void read_styles() {
    const std::string* xml = optional_part("xl/styles.xml");
    if (xml == nullptr) return;
    std::map<std::uint32_t, NumberLook> custom;
    bool of_cells = false;
    const auto element = [&](const std::string& name, const Attributes& attributes) {
      const std::uint32_t id = number_of(attribute(attributes, "numFmtId"), 0);
      if (name == "numFmt") custom.insert_or_assign(id, look_of(attribute(attributes, "formatCode")));
      if (name == "cellXfs") of_cells = true;
      if (name != "xf" || !of_cells) return;
      const auto known = custom.find(id);
      m_looks.push_back(known == custom.end() ? look_of_known(id) : known->second);
    };
    const auto end = [&](const std::string& name) {
      if (name == "cellXfs") of_cells = false;
    };
    visit(*xml, {element, ignore_text, end});
  }

  /// The cell that is being read.
  struct OpenCell {
    CellPlace place;
    std::string type;
    std::uint32_t style = 0;
    std::string value;
    std::string formula;
    bool has_formula = false;
    std::string inline_text;
  };

  /// How far a sheet has been read.
  struct Progress {
    OpenCell cell;
    CellPlace next;
    bool in_cell = false;
    bool phonetic = false;
  };

  void read_sheet(const std::string& xml, Sheet& sheet) {
    Progress progress;
    OpenCell& cell = progress.cell;
    const auto element = [&](const std::string& name, const Attributes& attributes) {
      open_element(name, attributes, progress, sheet);
    };
    const auto text = [&](const std::string& name, const std::string& words) {
      if (!progress.in_cell) return;
      if (name == "v") cell.value += words;
      if (name == "f") cell.formula += words;
      if (name == "t" && !progress.phonetic) cell.inline_text += without_escapes(words);
    };
    const auto end = [&](const std::string& name) {
      if (name == "rPh") progress.phonetic = false;
      if (name == "row") ++progress.next.row;
      if (name != "c") return;
      progress.in_cell = false;
      progress.next = {cell.place.row, cell.place.column + 1};
      put(cell, sheet);
    };
    visit(xml, {element, text, end});
  }

  static void open_element(const std::string& name, const Attributes& attributes, Progress& progress,
                           Sheet& sheet) {
    if (name == "row") {
      progress.next = {number_of(attribute(attributes, "r"), progress.next.row + 1) - 1, 0};
      if (is_true(attribute(attributes, "hidden"))) sheet.hidden_rows.insert(progress.next.row);
    } else if (name == "col" && is_true(attribute(attributes, "hidden"))) {
      hide_columns(attributes, sheet);
    } else if (name == "c") {
      progress.cell = {};
      progress.cell.place = place_of(attribute(attributes, "r")).value_or(progress.next);
      progress.cell.type = attribute(attributes, "t");
      progress.cell.style = number_of(attribute(attributes, "s"), 0);
      progress.in_cell = true;
    } else if (name == "f") {
      progress.cell.has_formula = true;
    } else if (name == "rPh") {
      progress.phonetic = true;
    } else if (name == "mergeCell") {
      add_merged(attribute(attributes, "ref"), sheet);
    }
  }

  static void hide_columns(const Attributes& attributes, Sheet& sheet) {
    const std::uint32_t first = number_of(attribute(attributes, "min"), 1);
    const std::uint32_t last = std::min(number_of(attribute(attributes, "max"), first), kMostSheetColumns);
    for (std::uint32_t column = first; column <= last; ++column) sheet.hidden_columns.insert(column - 1);
  }

  static void add_merged(const std::string& range, Sheet& sheet) {
    const std::size_t colon = range.find(':');
    if (colon == std::string::npos) return;
    const auto first = place_of(std::string_view(range).substr(0, colon));
    const auto last = place_of(std::string_view(range).substr(colon + 1));
    if (first && last) sheet.merged.push_back({first->row, first->column, last->row, last->column});
  }

  void put(const OpenCell& cell, Sheet& sheet) {
    SheetCell made = cell_of(cell);
    if (made.kind == SheetCell::Kind::empty) return;
    if (cell.place.column >= kMostSheetColumns || ++m_cells > kMostCells)
      throw Unreadable{{"太大：列数超过 1024，或格子超过五百万",
                        "it is too large: more than 1024 columns or five million cells"}};
    if (sheet.rows.size() <= cell.place.row) sheet.rows.resize(cell.place.row + 1);
    auto& row = sheet.rows[cell.place.row];
    if (row.size() <= cell.place.column) row.resize(cell.place.column + 1);
    row[cell.place.column] = std::move(made);
  }

  [[nodiscard]] SheetCell cell_of(const OpenCell& cell) const {
    using Kind = SheetCell::Kind;
    if (cell.has_formula) return {Kind::formula, "=" + cell.formula};
    if (cell.type == "inlineStr") return text_cell(cell.inline_text);
    if (cell.value.empty()) return {};
    if (cell.type == "s") {
      const std::uint32_t index = number_of(cell.value, static_cast<std::uint32_t>(m_strings.size()));
      if (index >= m_strings.size()) throw Unreadable{{"文件损坏", "it is damaged"}};
      return text_cell(m_strings[index]);
    }
    if (cell.type == "str") return text_cell(without_escapes(cell.value));
    if (cell.type == "b") return {Kind::flag, cell.value == "1" ? "true" : "false"};
    if (cell.type == "e") return {Kind::error, cell.value};
    if (cell.type == "d") return {Kind::date, cell.value.substr(0, 10)};
    const NumberLook look = cell.style < m_looks.size() ? m_looks[cell.style] : NumberLook::plain;
    return number_cell(cell.value, look);
  }

  static SheetCell text_cell(std::string text) {
    if (text.empty()) return {};
    return {SheetCell::Kind::text, std::move(text)};
  }

  [[nodiscard]] SheetCell number_cell(const std::string& stored, NumberLook look) const {
    double value = 0;
    const char* end = stored.data() + stored.size();
    if (std::from_chars(stored.data(), end, value).ptr != end) return {SheetCell::Kind::text, stored};
    if (look == NumberLook::date) {
      if (auto date = sheet_date(value, m_since_1904)) return {SheetCell::Kind::date, *std::move(date)};
    }
    char digits[64];
    const auto done = std::to_chars(digits, digits + sizeof digits, value);
    return {look == NumberLook::percent ? SheetCell::Kind::percent : SheetCell::Kind::number,
            std::string(digits, done.ptr)};
  }

  std::map<std::string, std::string> m_members;
  std::map<std::string, std::string> m_targets;
  std::vector<NamedSheet> m_sheets;
  std::vector<std::string> m_strings;
  std::vector<NumberLook> m_looks;
  bool m_since_1904 = false;
  std::size_t m_cells = 0;
};

}  // namespace

std::variant<std::vector<Sheet>, Term> read_xlsx(std::string_view bytes) {
  try {
    std::vector<Sheet> sheets = XlsxReader(bytes).read();
    for (const Sheet& sheet : sheets) {
      for (const auto& row : sheet.rows) {
        for (const SheetCell& cell : row) {
          if (first_invalid_utf8(cell.text)) return Term{"文件损坏", "it is damaged"};
        }
      }
    }
    return sheets;
  } catch (const Unreadable& unreadable) {
    return unreadable.why;
  }
}

}  // namespace gongshi
