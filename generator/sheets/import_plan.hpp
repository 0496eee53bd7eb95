// What a spreadsheet would change in the records of a site.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "files/file_system.hpp"
#include "model/site.hpp"
#include "parse/sheet.hpp"

namespace gongshi {

/// A sheet and the source that its cells are positions of.
struct ImportedSheet {
  Sheet sheet;
  std::uint32_t file = 0;  ///< in SourceNames
};

struct PlannedChange {
  std::string label;  ///< of the field; in a list with its place
  std::string before;
  std::string after;
};

struct PlannedRecord {
  std::string path;  ///< absolute
  std::string name;  ///< as findings call it
  bool is_new = false;
  std::string old_text;
  std::string new_text;
  std::vector<PlannedChange> changes;
};

struct ImportTarget {
  const Site& site;
  const SourceNames& names;
  FileSystem& files;
  std::string content_folder;  ///< where new records go, absolute
};

/// The records that would be new or other, by kind and id, with the text that each would have. What the
/// sheets do not name stays as it is, to the byte. Findings are in cells; with an error among them nothing
/// may be written.
std::vector<PlannedRecord> plan_import(const ImportTarget& target, const std::vector<ImportedSheet>& sheets,
                                       Diagnostics& diagnostics);

}  // namespace gongshi
