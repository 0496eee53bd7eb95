#include "parse/read_csv.hpp"

#include <algorithm>
#include <optional>

#include "text/csv_text.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

std::optional<std::string> decoded(std::string_view bytes) {
  if (bytes.starts_with(kCsvByteOrderMark)) bytes.remove_prefix(kCsvByteOrderMark.size());
  if (!first_invalid_utf8(bytes)) return std::string(bytes);
  if (looks_like_gb18030(bytes)) return from_gb18030(bytes);
  return std::nullopt;
}

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char candidate : {';', '\t'}) {
    if (std::count(line.begin(), line.end(), candidate) > std::count(line.begin(), line.end(), best))
      best = candidate;
  }
  return best;
}

}  // namespace

std::variant<Sheet, Term> read_csv(std::string_view bytes, std::string name) {
  const auto text = decoded(bytes);
  if (!text) return Term{"编码不是 UTF-8，也不是 GB18030", "it is neither in UTF-8 nor in GB18030"};
  auto rows = parse_csv(*text, separator_of(*text));
  if (const auto* unclosed = std::get_if<UnclosedQuote>(&rows)) {
    const std::string row = std::to_string(unclosed->row + 1);
    return Term{"第 " + row + " 行有一个引号没有闭合", "a quote in row " + row + " is not closed"};
  }
  Sheet sheet;
  sheet.name = std::move(name);
  for (const std::vector<std::string>& fields : std::get<CsvRows>(rows)) {
    auto& row = sheet.rows.emplace_back();
    row.reserve(fields.size());
    for (const std::string& field : fields)
      row.push_back({field.empty() ? SheetCell::Kind::empty : SheetCell::Kind::text,
                     std::string(without_apostrophe(field))});
    if (row.size() > kMostSheetColumns)
      return Term{"太大：列数超过 1024", "it is too large: more than 1024 columns"};
  }
  return sheet;
}

}  // namespace gongshi
