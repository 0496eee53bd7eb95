// Finds the files of a content folder, in an order that no file system decides.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "files/file_system.hpp"

namespace gongshi {

/// One record's file: content/<folder>/…/<id>.yaml or .md.
struct SourceFile {
  std::string root;      ///< the content folder, absolute
  std::string relative;  ///< path below it
  std::string folder;    ///< its first part
  std::string id;
  bool markdown = false;
  std::uint32_t file = 0;  ///< in SourceNames
};

struct FoundSources {
  std::vector<SourceFile> records;       ///< in byte order of their paths
  std::vector<std::string> attachments;  ///< below files/, in byte order
};

/// A folder of records: where it is, and how its files are called in findings.
struct ContentFolder {
  std::string path;
  std::string name;
};

/// How the folders of a content folder are judged: the names of those that hold records.
struct ContentRules {
  std::span<const std::string_view> folders;
  Term (*fault_of_id)(std::string_view id);
  Term all_folders = {};  ///< what `folders` are, as findings tell it
};

/// All sources below `content`, each entered into `names` by its name there. Symlinks, files that are
/// not regular, unknown folders and types, records outside of all folders and names that can be no id are
/// findings. README.md, names
/// beginning with a dot and other files directly below it are no records and left alone.
void find_sources(FileSystem& files, const ContentFolder& content, const ContentRules& rules,
                  SourceNames& names, FoundSources& found, Diagnostics& diagnostics);

}  // namespace gongshi
