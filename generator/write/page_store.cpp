#include "write/page_store.hpp"

#include <cerrno>
#include <cstddef>

#include "text/sha256.hpp"

namespace gongshi {

std::optional<StoredFile> PageStore::find(const std::string& path, const ManifestEntry& entry) const {
  try {
    const auto found = m_disk.status(place_of(path));
    if (found && found->kind == FileKind::regular && found->bytes == entry.bytes)
      return StoredFile{path, entry, found->version};
  } catch (const IoError&) {  // a folder on the way that is none any more
  }
  return std::nullopt;
}

bool PageStore::holds(const StoredFile& file) const {
  const auto now = find(file.path, file.entry);
  if (!now) return false;
  if (now->version == file.version) return true;
  try {  // it lost its other name, or came out of an archive
    return sha256_hex(read(file)) == file.entry.sha256;
  } catch (const IoError&) {
    return false;
  }
}

std::string PageStore::read(const StoredFile& file) const {
  return m_disk.read(m_folder, file.path, file.entry.bytes);
}

std::optional<StoredFile> PageStore::put(const std::string& output, const std::string& path,
                                         const ManifestEntry& entry) {
  const std::string to = place_of(path);
  const auto is_linked = [&] {
    try {
      m_disk.link_new(output + "/" + path, to);
      return true;
    } catch (const IoError&) {  // no folder yet, or a disk without second names, or another disk
      return false;
    }
  };
  try {
    m_disk.remove_tree(to);
    if (!is_linked()) {
      make_folders(to);
      if (!is_linked()) m_disk.write_new(to, m_disk.read(output, path, entry.bytes));
    }
    return find(path, entry);
  } catch (const IoError&) {
    return std::nullopt;
  }
}

void PageStore::remove(const std::string& path) {
  try {
    m_disk.remove_tree(place_of(path));
  } catch (const IoError&) {  // it is found to be another file if it is ever asked for
  }
}

void PageStore::clear() { remove({}); }

// Another thread may make the same.
void PageStore::make_folders(const std::string& place) {
  for (std::size_t slash = place.find('/', 1); slash != std::string::npos;
       slash = place.find('/', slash + 1)) {
    const std::string folder = place.substr(0, slash);
    if (m_disk.status(folder)) continue;
    try {
      m_disk.make_folder(folder);
    } catch (const IoError& error) {
      if (error.error_number() != EEXIST) throw;
    }
  }
}

}  // namespace gongshi
