#include "pipeline/kept_files.hpp"

#include "text/sha256.hpp"

namespace gongshi {
namespace {

constexpr std::uint64_t kLargest = std::uint64_t{1} << 32U;

// Stands before the bytes: what they were made of, and what they were when they were written.
std::string head_of(const std::string& key, std::string_view bytes) {
  return key + " " + sha256_hex(bytes) + "\n";
}

}  // namespace

KeptFiles::KeptFiles(FileSystem& files, std::string folder, Use use)
    : m_files(files), m_folder(std::move(folder)), m_use(use) {}

// Not locked while making: one kept file may be made of another.
std::string KeptFiles::get(const std::string& name, const std::string& key,
                           const std::function<std::string()>& make) {
  std::string kept = find(name, key);
  if (!kept.empty()) return kept;
  std::string made = make();
  const std::scoped_lock lock(m_mutex);
  if (m_use == Use::read_and_write) {
    write(name, head_of(key, made) + made);
  } else {
    m_held.emplace(name + key, made);
  }
  return made;
}

std::string KeptFiles::get_as_is(const std::string& name) {
  if (m_use == Use::neither) return {};
  try {
    return m_files.read(m_folder, name, kLargest);
  } catch (const IoError&) {
    return {};
  }
}

void KeptFiles::put_as_is(const std::string& name, const std::string& bytes) {
  if (m_use == Use::read_and_write) write(name, bytes);
}

std::string KeptFiles::find(const std::string& name, const std::string& key) {
  const std::scoped_lock lock(m_mutex);
  const auto held = m_held.find(name + key);
  if (held != m_held.end()) return held->second;
  return m_use == Use::neither ? std::string() : read(name, key);
}

std::string KeptFiles::read(const std::string& name, const std::string& key) {
  const std::string kept = get_as_is(name);
  const std::size_t end = kept.find('\n') + 1;
  const std::string_view bytes = std::string_view(kept).substr(end);
  return kept.substr(0, end) == head_of(key, bytes) ? std::string(bytes) : std::string();
}

void KeptFiles::write(const std::string& name, std::string_view bytes) {
  try {
    make_folders();
    const std::string fresh = m_folder + "/" + name + ".new";
    m_files.remove_tree(fresh);
    m_files.write_new(fresh, bytes);
    m_files.remove_tree(m_folder + "/" + name);
    m_files.rename_new(fresh, m_folder + "/" + name);
  } catch (const IoError&) {  // the next build makes it once more
  }
}

void KeptFiles::make_folders() {
  const std::string above = m_folder.substr(0, m_folder.rfind('/'));
  for (const std::string& folder : {above, m_folder}) {
    if (!m_files.status(folder)) m_files.make_folder(folder);
  }
}

}  // namespace gongshi
