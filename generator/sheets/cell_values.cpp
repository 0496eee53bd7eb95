#include "sheets/cell_values.hpp"

#include <algorithm>
#include <array>

#include "model/date.hpp"
#include "model/type_words.hpp"
#include "model/value_text.hpp"
#include "parse/sheet_date.hpp"
#include "sheets/written_date.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

using CellKind = SheetCell::Kind;

constexpr std::size_t kMostExactDigits = 15;

constexpr std::string_view kUnclear[] = {"无",   "没有", "/",    "／",   "\\",  "-",    "－",
                                         "—",    "——",   "--",   "－－", "N/A", "n/a",  "NA",
                                         "不详", "未知", "同上", "〃",   "略",  "none", "unknown"};
constexpr std::string_view kClear[] = {"[清空]", "［清空］", "[clear]"};

template <std::size_t N>
bool is_one_of(std::string_view text, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), text) != std::end(words);
}

bool only_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// 1.23457E+17, as spreadsheets show a number that is too long for the cell.
bool is_scientific(std::string_view text) {
  const std::size_t e = text.find_first_of("eE");
  return e != std::string_view::npos && e > 0 && e + 2 < text.size() &&
         (text[e + 1] == '+' || text[e + 1] == '-') && only_digits(text.substr(e + 2)) &&
         text.substr(0, e).find_first_not_of("0123456789.") == std::string_view::npos;
}

// 3,377 as 3377; nothing if the commas are not where thousands are.
std::optional<std::string> without_thousands(std::string_view text) {
  std::string digits;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    const std::string_view group = text.substr(start, end - start);
    const bool fits = start == 0 ? group.size() <= 3 : group.size() == 3;
    if (!only_digits(group) || !fits) return std::nullopt;
    digits += group;
    start = end + 1;
  }
  return digits;
}

// 0.975 as 97.5, digit by digit.
std::string hundredfold(std::string number) {
  const bool negative = number.starts_with('-');
  if (negative) number.erase(0, 1);
  std::size_t point = number.find('.');
  if (point == std::string::npos)
    point = number.size();
  else
    number.erase(point, 1);
  while (number.size() < point + 2) number += '0';
  std::string whole = number.substr(0, point + 2);
  std::string rest = number.substr(point + 2);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  while (rest.ends_with('0')) rest.pop_back();
  return (negative ? "-" : "") + whole + (rest.empty() ? "" : "." + rest);
}

class CellReader {
 public:
  CellReader(const SheetCell& cell, const CellPlaceInSheet& place, const KnownRecords& records,
             Diagnostics& diagnostics)
      : m_cell(cell), m_place(place), m_records(records), m_diagnostics(diagnostics) {}

  std::optional<CellValue> read() {
    if (m_cell.kind == CellKind::formula || m_cell.kind == CellKind::error) {
      m_diagnostics.add("cell-formula", m_place.at, {m_cell.text});
      return std::nullopt;
    }
    const std::string text(without_blanks(m_cell.text));
    if (text.empty()) return std::nullopt;
    if (m_cell.kind == CellKind::text && text != m_cell.text)
      fixed(m_cell.text, text, {"首尾有空白", "there are blanks around it"});
    if (is_one_of(text, kClear)) return CellValue{};
    const ValueType* type = m_place.column->type();
    if (type == nullptr) return single(text_of_key(text));
    if (is_unclear(text, *type)) {
      m_diagnostics.add("cell-unclear", m_place.at, {text, m_place.column_label, m_place.column->name});
      return std::nullopt;
    }
    if (type->shape != Shape::list) {
      auto value = read_value(text, *type);
      return value ? single(*std::move(value)) : std::nullopt;
    }
    return read_list(text, *type);
  }

 private:
  static std::optional<CellValue> single(std::string text) { return CellValue{text, {text}}; }

  void fixed(const std::string& from, const std::string& to, Term why) {
    m_diagnostics.add("cell-fixed", m_place.at, {from, to, std::move(why)});
  }
  std::optional<std::string> bad(const std::string& text, Term why, Term cure) {
    m_diagnostics.add("cell-bad-value", m_place.at,
                      {text, m_place.column_label, std::move(why), std::move(cure)});
    return std::nullopt;
  }
  std::optional<std::string> bad_type(const std::string& text, const ValueType& type) {
    const Term name = type_name(type);
    const Term example = type_example(type);
    return bad(text, {"这一列要写" + name.zh, "the column wants " + name.en},
               {"写成 " + example.zh + " 这样；要说明的话写到别的列。",
                "Write it such as " + example.en + "; remarks belong into another column."});
  }

  static bool is_unclear(const std::string& text, const ValueType& type) {
    const ValueType& one = type.shape == Shape::list ? *type.element : type;
    for (const ChoiceWord& choice : one.choices) {
      if (text == choice.label.zh || text == choice.key) return false;
    }
    return is_one_of(text, kUnclear);
  }

  // Ids and places in lists.
  std::string text_of_key(const std::string& text) {
    std::string narrow = half_width(text);
    if (narrow != text) fixed(text, narrow, {"全角字符", "full-width characters"});
    return narrow;
  }

  std::optional<CellValue> read_list(const std::string& text, const ValueType& type) {
    const bool words = type.element->shape == Shape::text || type.element->shape == Shape::line;
    CellValue all;
    for (const std::string& part : split(text, words)) {
      auto value = read_value(part, *type.element);
      if (!value) return std::nullopt;
      std::string shown = *value;
      for (std::size_t at = 0; (at = shown.find(kListSeparator, at)) != std::string::npos;)
        shown.replace(at, 1, "；");
      all.text += (all.values.empty() ? "" : std::string(1, kListSeparator)) + shown;
      all.values.push_back(*std::move(value));
    }
    return all;
  }

  // Where the values are words, a comma may belong to them.
  static std::vector<std::string> split(const std::string& text, bool words) {
    static constexpr std::u32string_view kBetweenWords = U";；\n";
    static constexpr std::u32string_view kBetweenNames = U";；\n、，,";
    const std::u32string_view separators = words ? kBetweenWords : kBetweenNames;
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < text.size();) {
      const Character c = character_at(text, at);
      if (separators.find(c.code) != std::u32string_view::npos) {
        parts.emplace_back();
      } else {
        parts.back() += text.substr(at, c.length);
      }
      at += c.length;
    }
    for (std::string& part : parts) part = std::string(without_blanks(part));
    std::erase(parts, std::string());
    return parts;
  }

  std::optional<std::string> read_value(const std::string& text, const ValueType& type) {
    switch (type.shape) {
      case Shape::date:
        return read_date(text, type);
      case Shape::count:
      case Shape::decimal:
        return read_number(text, type);
      case Shape::flag:
        return read_flag(text, type);
      case Shape::choice:
        return read_choice(text, type);
      case Shape::reference:
        return read_reference(text, type);
      default:
        return read_words(text, type);
    }
  }

  std::optional<std::string> read_date(const std::string& text, const ValueType& type) {
    if (m_cell.kind == CellKind::number) return read_serial(text, type);
    if (parse_date(text)) return text;
    auto date = written_date(half_width(text));
    if (!date) return bad_type(text, type);
    fixed(text, *date, {"日期统一写法", "dates are written in one way"});
    return date;
  }

  // A number that is not shown as a date: a year, YYYYMMDD, or a day's number.
  std::optional<std::string> read_serial(const std::string& text, const ValueType& type) {
    if (only_digits(text) && text.size() == 4 && text >= "1900" && text < "2200") return text;
    std::optional<std::string> date;
    if (only_digits(text) && text.size() == 8)
      date = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6);
    if (only_digits(text) && text.size() == 5) date = sheet_date(std::stod(text), m_place.since_1904);
    if (!date || !parse_date(*date)) return bad_type(text, type);
    fixed(text, *date, {"这是表格里日期的内部编号", "it is the number of a day"});
    return date;
  }

  std::optional<std::string> read_number(const std::string& text, const ValueType& type) {
    const auto digits = static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
    if ((m_cell.kind == CellKind::number && digits > kMostExactDigits) || is_scientific(text))
      return too_long(text);
    std::string number = half_width(text);
    if (m_cell.kind == CellKind::percent) {
      if (!type.percent) return bad_type(hundredfold(text) + "%", type);
      number = hundredfold(text);
    } else if (type.percent && number.ends_with('%')) {
      number = std::string(without_blanks(number.substr(0, number.size() - 1)));
    }
    if (number.find(',') != std::string::npos) {
      const auto plain = without_thousands(number);
      if (!plain) return bad_type(text, type);
      number = *plain;
    }
    const std::string_view unsigned_part =
        number.starts_with('-') ? std::string_view(number).substr(1) : number;
    const bool shaped = type.shape == Shape::count
                            ? only_digits(number)
                            : !unsigned_part.empty() &&
                                  unsigned_part.find_first_not_of("0123456789.") == std::string_view::npos;
    if (!shaped) return bad_type(text, type);
    if (number != text && m_cell.kind == CellKind::text)
      fixed(text, number, {"数字统一写法", "numbers are written in one way"});
    return number;
  }

  std::optional<std::string> too_long(const std::string& text) {
    m_diagnostics.add("cell-long-number", m_place.at, {text});
    return std::nullopt;
  }

  std::optional<std::string> read_flag(const std::string& text, const ValueType& type) {
    if (text == "是" || text == "true" || text == "TRUE") return "true";
    if (text == "否" || text == "false" || text == "FALSE") return "false";
    return bad_type(text, type);
  }

  std::optional<std::string> read_choice(const std::string& text, const ValueType& type) {
    std::vector<std::string_view> known;
    for (const ChoiceWord& choice : type.choices) {
      if (text == choice.key || text == choice.label.zh || text == choice.label.en)
        return std::string(choice.key);
      known.push_back(choice.label.zh);
      known.push_back(choice.key);
    }
    const Term hint = nearest_hint(text, known);
    const Term list = choice_term(type.choices);
    return bad(text, {"不在可以写的词里", "it is not among the values"},
               {hint.zh + "可以写：" + list.zh + "。", hint.en + "It can be: " + list.en + "."});
  }

  // By id, or by a title or other name that one record alone has.
  std::optional<std::string> read_reference(const std::string& text, const ValueType& type) {
    std::vector<std::string> named;
    std::vector<std::string_view> known;
    for (const Kind target : type.targets) {
      const auto ids = m_records.ids.find(target);
      if (ids == m_records.ids.end()) continue;
      if (ids->second.contains(text)) return text;
      const auto& names = m_records.by_name.at(target);
      const auto found = names.find(text);
      if (found != names.end()) named.insert(named.end(), found->second.begin(), found->second.end());
      for (const auto& [id, there] : ids->second) known.push_back(id);
      for (const auto& [name, of] : names) known.push_back(name);
    }
    if (named.size() == 1) {
      fixed(text, named.front(), {"这个名称的编号", "the id of what is called so"});
      return named.front();
    }
    const Term hint = nearest_hint(text, known);
    const Term cure = {hint.zh + "写它的编号，或先建立那条记录。",
                       hint.en + "Write its id, or make that record first."};
    if (named.empty()) return bad(text, {"没有这条记录", "there is no such record"}, cure);
    return bad(text, {"有几条记录叫这个名字", "several records are called so"}, cure);
  }

  std::optional<std::string> read_words(const std::string& text, const ValueType& type) {
    if (m_cell.kind == CellKind::text) return is_scientific(text) ? too_long(text) : std::optional(text);
    if (m_cell.kind == CellKind::number) {
      const auto digits = static_cast<std::size_t>(
          std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
      return digits > kMostExactDigits || is_scientific(text) ? too_long(text) : std::optional(text);
    }
    if (m_cell.kind == CellKind::flag) return bad_type(text, type);
    const std::string words = m_cell.kind == CellKind::percent ? hundredfold(text) + "%" : text;
    fixed(text, words, {"表格里存的是数", "the spreadsheet holds it as a number"});
    return words;
  }

  const SheetCell& m_cell;
  const CellPlaceInSheet& m_place;
  const KnownRecords& m_records;
  Diagnostics& m_diagnostics;
};

bool is_blank(char32_t code) {
  return code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0xA0 || code == 0x3000 ||
         code == 0xFEFF || code == 0x200B;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  std::size_t first = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (!is_blank(c.code)) {
      first = std::min(first, at);
      end = at + c.length;
    }
    at += c.length;
  }
  return end == 0 ? std::string_view() : text.substr(first, end - first);
}

std::string half_width(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.code >= 0xFF01 && c.code <= 0xFF5E)
      out += static_cast<char>(c.code - 0xFF01 + '!');
    else if (c.code == 0x3000)
      out += ' ';
    else
      out += text.substr(at, c.length);
    at += c.length;
  }
  return out;
}

std::optional<CellValue> read_cell(const SheetCell& cell, const CellPlaceInSheet& place,
                                   const KnownRecords& records, Diagnostics& diagnostics) {
  return CellReader(cell, place, records, diagnostics).read();
}

}  // namespace gongshi
