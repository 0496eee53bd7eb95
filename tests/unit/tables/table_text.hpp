// Tables as lines of text: a row `zg-1 | 甲 | [x]`, keys and columns likewise.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "tables/table.hpp"
#include "unit/written_site.hpp"

namespace gongshi::testing {

inline PublishedSite published(const WrittenSite& site, std::string_view audience = "public") {
  return publish(site.site(), *Audience::find(audience, audiences_of(site.site().config)));
}

inline const Table& named(const std::vector<Table>& tables, std::string_view name) {
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const Table& table) { return table.name == name; });
  if (found == tables.end()) throw std::invalid_argument("no table " + std::string(name));
  return *found;
}

inline std::string text_of(const Cell& cell) {
  switch (cell.state) {
    case Cell::State::withheld:
      return "[c]";
    case Cell::State::not_stated:
      return "[x]";
    default:
      return cell.text;
  }
}

/// The rows of a table in these of its columns.
inline std::vector<std::string> rows_of(const Table& table, const std::vector<std::string>& keys) {
  std::vector<std::string> lines;
  table.each_row([&](std::span<const Cell> row) {
    std::string line;
    for (const std::string& key : keys) {
      const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                       [&](const Column& one) { return one.key == key; });
      if (column == table.columns.end()) throw std::invalid_argument("no column " + key);
      line += (line.empty() ? "" : " | ") +
              text_of(row[static_cast<std::size_t>(column - table.columns.begin())]);
    }
    lines.push_back(std::move(line));
  });
  return lines;
}

inline std::vector<std::string> keys_of(const Table& table) {
  std::vector<std::string> keys;
  for (std::size_t i = 0; i < table.key_columns; ++i) keys.push_back(table.columns[i].key);
  return keys;
}

/// `unit -> units.id`, several columns joined by `+`.
inline std::vector<std::string> foreign_keys_of(const Table& table) {
  const auto joined = [](const std::vector<std::string>& keys) {
    std::string all;
    for (const std::string& key : keys) all += (all.empty() ? "" : "+") + key;
    return all;
  };
  std::vector<std::string> all;
  for (const ForeignKey& key : table.foreign_keys)
    all.push_back(joined(key.columns) + " -> " + key.table + "." + joined(key.target));
  return all;
}

}  // namespace gongshi::testing
