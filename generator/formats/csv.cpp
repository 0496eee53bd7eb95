#include "formats/csv.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void append_field(std::string& out, std::string_view text) {
  const bool plain = text.find_first_of(",\"\r\n") == std::string_view::npos &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string_view mark_of(const Cell& cell) {
  switch (cell.state) {
    case Cell::State::withheld:
      return kWithheldMark;
    case Cell::State::not_stated:
      return kNotStatedMark;
    default:
      return cell.text;
  }
}

}  // namespace

bool may_be_formula(std::string_view text) {
  constexpr std::u32string_view kBlanks = U" \t\r\n\u00A0\u3000\uFEFF";
  constexpr std::u32string_view kOpening = U"=+-@＝＋－＠";
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (kOpening.find(c.code) != std::u32string_view::npos) return true;
    if (kBlanks.find(c.code) == std::u32string_view::npos) return false;
    if (c.code == '\t' || c.code == '\r' || c.code == '\n') return true;
    at += c.length;
  }
  return false;
}

std::string csv(const Table& table, CsvDialect dialect) {
  const bool excel = dialect == CsvDialect::excel;
  std::string out(excel ? kByteOrderMark : std::string_view());
  const auto end_field = [&](std::size_t column) {
    if (column + 1 < table.columns.size()) {
      out += ',';
    } else {
      out += kLineEnd;
    }
  };
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    append_field(out, table.columns[c].key);
    end_field(c);
  }
  table.each_row([&](std::span<const Cell> row) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      const bool text = row[c].state == Cell::State::given && table.columns[c].type == CellType::text;
      if (excel && text && may_be_formula(row[c].text)) {
        append_field(out, "'" + row[c].text);
      } else {
        append_field(out, mark_of(row[c]));
      }
      end_field(c);
    }
  });
  return out;
}

}  // namespace gongshi
