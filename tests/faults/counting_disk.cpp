#include "faults/counting_disk.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>

namespace gongshi::testing {
namespace {

namespace fs = std::filesystem;

bool lies_in(const std::string& path, const std::string& folder) {
  return path == folder || path.starts_with(folder + "/");
}

}  // namespace

void CountingDisk::next_process(Fault fault) {
  m_faults = {fault};
  m_went_wrong = false;
  m_calls.clear();
}

void CountingDisk::count(const char* call, const std::string& path) {
  m_calls.emplace_back(call);
  const auto number = std::ssize(m_calls);
  for (const Fault& fault : m_faults) {
    const bool stays = fault.lasting || fault.kind == Fault::Kind::power_cut;
    if (number < fault.at || (number > fault.at && !stays)) continue;
    m_went_wrong = true;
    if (fault.kind == Fault::Kind::kill) std::raise(SIGKILL);
    const int error_number = fault.kind == Fault::Kind::power_cut ? EIO : fault.error_number;
    throw IoError({"试着处理", "touch"}, path, error_number);
  }
}

bool CountingDisk::half_done_next() const {
  const auto next = std::ssize(m_calls) + 1;
  return std::any_of(m_faults.begin(), m_faults.end(),
                     [=](const Fault& fault) { return fault.torn && fault.at == next; });
}

void CountingDisk::note(Renaming renaming) {
  const auto& [from, to, swapped] = renaming;
  for (UnsafeFile& unsafe : m_unsafe_files) {
    std::string& file = unsafe.path;
    if (lies_in(file, from)) {
      file = to + file.substr(from.size());
    } else if (swapped && lies_in(file, to)) {
      file = from + file.substr(to.size());
    }
  }
  m_unsafe_names.push_back(std::move(renaming));
}

void CountingDisk::forget_unsafe(Loss loss) {
  for (const auto& [file, is_link] : m_unsafe_files) {
    if (!fs::exists(file)) continue;  // its folder was half removed
    if (loss.whole_files) {
      fs::remove(file);
    } else if (!is_link) {
      fs::resize_file(file, 0);
    }
  }
  if (loss.names) {
    for (auto last = m_unsafe_names.rbegin(); last != m_unsafe_names.rend(); ++last) undo(*last);
  }
  m_unsafe_files.clear();
  m_unsafe_names.clear();
}

void CountingDisk::undo(const Renaming& renaming) {
  const auto& [from, to, swapped] = renaming;
  if (!fs::exists(to)) return;
  if (!swapped) {
    m_inner.rename_new(to, from);
  } else if (fs::exists(from)) {
    m_inner.exchange(from, to);
  } else {
    fs::remove_all(to);  // the name falls back to what lay at `from` and was removed there
  }
}

std::optional<FileStatus> CountingDisk::status(const std::string& path) {
  count("status", path);
  return m_inner.status(path);
}

std::string CountingDisk::resolve(const std::string& path) {
  count("resolve", path);
  return m_inner.resolve(path);
}

std::vector<DirectoryEntry> CountingDisk::list(const std::string& folder) {
  count("list", folder);
  return m_inner.list(folder);
}

std::string CountingDisk::read(const std::string& root, const std::string& relative, std::uint64_t limit) {
  count("read", root + "/" + relative);
  return m_inner.read(root, relative, limit);
}

void CountingDisk::make_folder(const std::string& path) {
  count("make_folder", path);
  m_inner.make_folder(path);
}

void CountingDisk::write_new(const std::string& path, std::string_view bytes) {
  const bool half = half_done_next();
  m_unsafe_files.push_back({path, false});
  if (half) m_inner.write_new(path, bytes.substr(0, bytes.size() / 2));
  try {
    count("write_new", path);
    m_inner.write_new(path, bytes);
  } catch (const IoError&) {
    if (!half) m_unsafe_files.pop_back();
    throw;
  }
}

void CountingDisk::link_new(const std::string& from, const std::string& to) {
  count("link_new", from);
  m_inner.link_new(from, to);
  m_unsafe_files.push_back({to, true});
}

void CountingDisk::sync_all(const std::string& path) {
  count("sync_all", path);
  m_inner.sync_all(path);
  m_unsafe_files.clear();
  m_unsafe_names.clear();
}

void CountingDisk::sync_folder(const std::string& folder) {
  count("sync_folder", folder);
  m_inner.sync_folder(folder);
  std::erase_if(m_unsafe_names, [&](const Renaming& renaming) { return lies_in(renaming.to, folder); });
}

void CountingDisk::rename_new(const std::string& from, const std::string& to) {
  count("rename_new", from);
  m_inner.rename_new(from, to);
  note({from, to, false});
}

void CountingDisk::exchange(const std::string& a, const std::string& b) {
  count("exchange", b);
  m_inner.exchange(a, b);
  note({a, b, true});
}

void CountingDisk::remove_tree(const std::string& path) {
  if (half_done_next() && fs::is_directory(path) && !fs::is_empty(path)) {
    m_inner.remove_tree(path + "/" + m_inner.list(path).front().name);
  }
  count("remove_tree", path);
  m_inner.remove_tree(path);
  std::erase_if(m_unsafe_files, [&](const UnsafeFile& file) { return lies_in(file.path, path); });
}

std::unique_ptr<FolderLock> CountingDisk::lock(const std::string& path, const LockHolder& about,
                                               LockHolder& holder) {
  count("lock", path);
  return m_inner.lock(path, about, holder);
}

}  // namespace gongshi::testing
