// Comma-separated values (RFC 4180): what is written into a field and read out of a file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gongshi {

inline constexpr std::string_view kCsvLineEnd = "\r\n";
/// Without it spreadsheets take UTF-8 for something else.
inline constexpr std::string_view kCsvByteOrderMark = "\xEF\xBB\xBF";

/// Appends a field, in quotes where it needs them.
void append_csv_field(std::string& out, std::string_view text);

/// The text as spreadsheets may have it: would it begin a formula, or hide that it does behind blanks?
bool may_be_formula(std::string_view text);

/// The text with an apostrophe before it where a spreadsheet would take it for a formula, or for an
/// apostrophe of that kind; and the text that had it.
std::string with_apostrophe(const std::string& text);
std::string_view without_apostrophe(std::string_view text);

using CsvRows = std::vector<std::vector<std::string>>;

/// A quote that is not closed: the row it begins in, from 0.
struct UnclosedQuote {
  std::size_t row = 0;
};

/// The rows of a file, its lines ending in LF or CR LF; `separator` stands between fields. Fields may be of
/// different number in each row; a line without anything is a row of one empty field.
std::variant<CsvRows, UnclosedQuote> parse_csv(std::string_view text, char separator);

}  // namespace gongshi
