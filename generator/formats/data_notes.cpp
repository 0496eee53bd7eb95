#include "formats/data_notes.hpp"

#include "formats/csv.hpp"
#include "text/sha256.hpp"
#include "views/table_words.hpp"

namespace gongshi {
namespace {

void add_if(DataNotes& notes, const ViewContext& context, std::string_view label, const std::string& text) {
  if (!text.empty()) notes.emplace_back(context.word(label), text);
}

}  // namespace

DataNotes data_notes(const ViewContext& context, NotesFor format) {
  const SiteConfig& config = context.site().config();
  DataNotes notes;
  add_if(notes, context, "data_files.title", config.title.text);
  add_if(notes, context, "data_files.organisation", config.organisation);
  add_if(notes, context, "data_files.as_of", context.site().as_of().text());
  if (!context.site().audience().is_widest())
    add_if(notes, context, "data_files.audience", context.site().audience().name());
  add_if(notes, context, "data_files.notice", config.notice);
  add_if(notes, context, "data_files.licence", config.licence);
  add_if(notes, context, "data_files.address", config.base_url.text);
  add_if(notes, context, "data_files.empty", context.word("data_files.empty_text"));
  switch (format) {
    case NotesFor::text_files:
      notes.emplace_back(kWithheldMark, context.word("data_files.withheld"));
      notes.emplace_back(kNotStatedMark, context.word("data_files.not_stated"));
      break;
    case NotesFor::workbook:
      notes.emplace_back(context.word("data_files.withheld"), context.word("data_files.withheld_text"));
      notes.emplace_back(context.word("data_files.not_stated"), context.word("data_files.not_stated_text"));
      break;
    case NotesFor::database:
      notes.emplace_back("NULL", context.word("data_files.null_text"));
      break;
  }
  add_if(notes, context, "data_files.lists", context.word("data_files.lists_text"));
  add_if(notes, context, "data_files.hash", context.word("data_files.hash_text"));
  return notes;
}

bool is_address(std::string_view licence) {
  return licence.starts_with("https://") || licence.starts_with("http://");
}

std::string readme(const ViewContext& context, const DataSet& data) {
  std::string text;
  for (const auto& [label, note] : data_notes(context, NotesFor::text_files))
    text.append(label).append(context.word("data_files.colon")).append(note).append("\n");
  text += "\n";
  for (const Table& table : data.tables()) {
    text += table.name + context.word("data_files.colon") + label_of(context, table) + ", " +
            context.sentence("data_files.rows", {{"rows", std::to_string(table.rows)}}) + "\n";
  }
  return text;
}

std::string rows_hash(const ViewContext& context, const DataSet& data) {
  std::string all;
  for (const auto& [label, note] : data_notes(context, NotesFor::workbook))
    all.append(label).append("\n").append(note).append("\n");
  for (const Table& table : data.tables()) {
    const MadeFile* made = data.find(csv_path(table.name));
    all += table.name + " " + (made != nullptr ? made->sha256 : sha256_hex(csv(table, CsvDialect::plain))) +
           "\n";
  }
  return sha256_hex(all);
}

}  // namespace gongshi
