#include "parse/find_sources.hpp"

#include "text/nearest_name.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kAttachments = "files";

class Finder {
 public:
  Finder(FileSystem& files, const ContentFolder& content, const ContentRules& rules, SourceNames& names,
         FoundSources& found, Diagnostics& diagnostics)
      : m_files(files),
        m_root(content.path),
        m_name(content.name),
        m_rules(rules),
        m_names(names),
        m_found(found),
        m_diagnostics(diagnostics) {}

  void find() {
    for (const DirectoryEntry& entry : m_files.list(m_root)) {
      if (is_ignored(entry)) continue;
      if (entry.kind == FileKind::symlink) {
        add_at(entry.name, "source-symlink", {entry.name});
      } else if (entry.kind == FileKind::folder) {
        enter(entry.name);
      } else if (entry.name.ends_with(".yaml") || entry.name.ends_with(".md")) {
        add_at(entry.name, "file-outside-folders", {entry.name, m_rules.all_folders});
      }
    }
  }

 private:
  static bool is_ignored(const DirectoryEntry& entry) {
    return entry.name.starts_with('.') || entry.name.ends_with('~') || entry.name == "README.md";
  }

  void add_at(const std::string& relative, Code code, std::vector<Argument> arguments) {
    m_diagnostics.add_at_place(code, m_name + "/" + relative, std::move(arguments));
  }

  void enter(const std::string& folder) {
    if (folder == kAttachments) return walk_attachments(folder);
    for (const std::string_view known : m_rules.folders) {
      if (folder == known) return walk(folder, folder);
    }
    const std::string nearest(nearest_name(folder, m_rules.folders));
    const Term hint =
        nearest.empty() ? Term{} : Term{"是不是“" + nearest + "”？", "Did you mean `" + nearest + "`? "};
    add_at(folder, "unknown-folder", {folder, hint, m_rules.all_folders});
  }

  // True if `relative` is a folder or regular file that may be read.
  bool is_readable(const DirectoryEntry& entry, const std::string& relative) {
    if (entry.kind == FileKind::symlink) {
      add_at(relative, "source-symlink", {entry.name});
      return false;
    }
    if (entry.kind == FileKind::other) {
      add_at(relative, "source-not-regular", {entry.name});
      return false;
    }
    return true;
  }

  void walk(const std::string& relative, const std::string& folder) {
    for (const DirectoryEntry& entry : m_files.list(m_root + "/" + relative)) {
      const std::string path = relative + "/" + entry.name;
      if (is_ignored(entry) || !is_readable(entry, path)) continue;
      if (entry.kind == FileKind::folder) {
        walk(path, folder);
      } else {
        add_record(entry.name, path, folder);
      }
    }
  }

  void add_record(const std::string& name, const std::string& path, const std::string& folder) {
    const bool markdown = name.ends_with(".md");
    if (!markdown && !name.ends_with(".yaml")) return add_at(path, "unknown-file-type", {name});
    std::string id = name.substr(0, name.size() - (markdown ? 3 : 5));
    const Term fault = m_rules.fault_of_id(id);
    if (!fault.en.empty()) return add_at(path, "bad-file-name", {name, fault});
    m_found.records.push_back({m_root, path, folder, std::move(id), markdown,
                               m_names.add(m_name + "/" + path, m_root + "/" + path)});
  }

  void walk_attachments(const std::string& relative) {
    for (const DirectoryEntry& entry : m_files.list(m_root + "/" + relative)) {
      const std::string path = relative + "/" + entry.name;
      if (entry.name.starts_with('.') || !is_readable(entry, path)) continue;
      if (entry.kind == FileKind::folder) {
        walk_attachments(path);
      } else {
        m_found.attachments.push_back(path.substr(kAttachments.size() + 1));
      }
    }
  }

  FileSystem& m_files;
  const std::string& m_root;
  const std::string& m_name;
  const ContentRules& m_rules;
  SourceNames& m_names;
  FoundSources& m_found;
  Diagnostics& m_diagnostics;
};

}  // namespace

void find_sources(FileSystem& files, const ContentFolder& content, const ContentRules& rules,
                  SourceNames& names, FoundSources& found, Diagnostics& diagnostics) {
  Finder(files, content, rules, names, found, diagnostics).find();
}

}  // namespace gongshi
