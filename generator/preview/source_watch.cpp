#include "preview/source_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>

#include "files/descriptor.hpp"
#include "files/io_error.hpp"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using Milliseconds = std::chrono::milliseconds;

constexpr Bilingual kWatch{"监视", "watch"};
constexpr Milliseconds kQuiet{15};  // without a change: a burst has ended
constexpr int kLongestBurst = 100;  // quiet moments that are waited for, at most
constexpr Milliseconds kBetweenLooks{300};

bool is_folder(const std::string& path) {
  std::error_code gone;
  return fs::is_directory(path, gone);
}

/// `folder` and all folders below it; links are not followed.
std::vector<std::string> folders_below(const std::string& folder) {
  std::vector<std::string> all = {folder};
  std::error_code gone;
  for (fs::recursive_directory_iterator it(folder, gone), end; it != end; it.increment(gone)) {
    if (gone) break;
    if (it->is_directory(gone) && !it->is_symlink(gone)) all.push_back(it->path().string());
  }
  return all;
}

class KernelWatch : public SourceWatch {
 public:
  KernelWatch(const std::vector<std::string>& folders, const std::vector<std::string>& files)
      : m_inotify(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    if (m_inotify.number() < 0) throw IoError(kWatch, folders.empty() ? "/" : folders.front(), errno);
    for (const std::string& folder : folders) {
      if (is_folder(folder)) add(folder);
    }
    // The folder of a file tells more than the file itself, which an editor replaces.
    for (const std::string& file : files) {
      watch(file.substr(0, file.rfind('/')));
      m_files.insert(file);
    }
    for (const std::string& folder : folders) m_roots.push_back(folder + "/");
  }

  std::vector<std::string> wait(Milliseconds longest) override {
    std::set<std::string> changed;
    if (!readable(longest)) return {};
    read_events(changed);
    for (int i = 0; i < kLongestBurst && readable(kQuiet); ++i) read_events(changed);
    return {changed.begin(), changed.end()};
  }

 private:
  void add(const std::string& folder) {
    for (const std::string& one : folders_below(folder)) watch(one);
  }

  void watch(const std::string& folder) {
    constexpr std::uint32_t kEvents =
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR;
    const int number = ::inotify_add_watch(m_inotify.number(), folder.c_str(), kEvents);
    if (number >= 0) {
      m_watched[number] = folder;
    } else if (errno != ENOENT && errno != ENOTDIR) {  // gone again
      throw IoError(kWatch, folder, errno);
    }
  }

  [[nodiscard]] bool readable(Milliseconds longest) const {
    pollfd one{m_inotify.number(), POLLIN, 0};
    return ::poll(&one, 1, static_cast<int>(longest.count())) > 0;
  }

  void read_events(std::set<std::string>& changed) {
    alignas(inotify_event) std::array<char, 65536> buffer{};
    for (;;) {
      const ssize_t length = ::read(m_inotify.number(), buffer.data(), buffer.size());
      if (length <= 0) return;
      for (ssize_t at = 0; at < length;) {
        inotify_event event{};
        std::memcpy(&event, buffer.data() + at, sizeof event);
        note(event, event.len == 0 ? "" : buffer.data() + at + sizeof event, changed);
        at += static_cast<ssize_t>(sizeof event) + event.len;
      }
    }
  }

  void note(const inotify_event& event, const char* name, std::set<std::string>& changed) {
    if ((event.mask & IN_Q_OVERFLOW) != 0) {
      for (const std::string& root : m_roots) changed.insert(root.substr(0, root.size() - 1));
      return;
    }
    const auto folder = m_watched.find(event.wd);
    if (folder == m_watched.end() || *name == '\0') return;
    const std::string path = folder->second + "/" + name;
    if (!m_files.contains(path) && !below_a_root(path)) return;
    // A file that was only created is told again when it was written.
    const bool is_new_folder = (event.mask & IN_ISDIR) != 0 && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0;
    if (is_new_folder) add(path);
    if ((event.mask & IN_CREATE) == 0 || is_new_folder) changed.insert(path);
  }

  [[nodiscard]] bool below_a_root(const std::string& path) const {
    for (const std::string& root : m_roots) {
      if (path.starts_with(root)) return true;
    }
    return false;
  }

  Descriptor m_inotify;
  std::map<int, std::string> m_watched;
  std::set<std::string> m_files;
  std::vector<std::string> m_roots;
};

class LookingWatch : public SourceWatch {
 public:
  LookingWatch(std::vector<std::string> folders, std::vector<std::string> files)
      : m_folders(std::move(folders)), m_files(std::move(files)), m_seen(look()) {}

  std::vector<std::string> wait(Milliseconds longest) override {
    for (Milliseconds waited{0}; waited <= longest; waited += kBetweenLooks) {
      pause();
      const Stamps before = m_seen;
      m_seen = look();
      std::vector<std::string> changed = differences(before, m_seen);
      if (!changed.empty()) return changed;
    }
    return {};
  }

 private:
  struct Stamp {
    std::int64_t time = 0;
    std::uintmax_t bytes = 0;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  using Stamps = std::map<std::string, Stamp>;

  static void pause() { ::poll(nullptr, 0, static_cast<int>(kBetweenLooks.count())); }

  static void add(const fs::path& path, Stamps& stamps) {
    std::error_code gone;
    const auto time = fs::last_write_time(path, gone);
    const std::uintmax_t bytes = fs::file_size(path, gone);
    if (!gone) stamps[path.string()] = {time.time_since_epoch().count(), bytes};
  }

  [[nodiscard]] Stamps look() const {
    Stamps stamps;
    for (const std::string& file : m_files) add(file, stamps);
    for (const std::string& folder : m_folders) {
      std::error_code gone;
      for (fs::recursive_directory_iterator it(folder, gone), end; it != end; it.increment(gone)) {
        if (gone) break;
        if (it->is_regular_file(gone)) add(it->path(), stamps);
      }
    }
    return stamps;
  }

  static std::vector<std::string> differences(const Stamps& before, const Stamps& now) {
    std::vector<std::string> changed;
    for (const auto& [path, stamp] : now) {
      const auto old = before.find(path);
      if (old == before.end() || old->second != stamp) changed.push_back(path);
    }
    for (const auto& [path, stamp] : before) {
      if (!now.contains(path)) changed.push_back(path);
    }
    return changed;
  }

  std::vector<std::string> m_folders;
  std::vector<std::string> m_files;
  Stamps m_seen;
};

}  // namespace

std::unique_ptr<SourceWatch> watch_by_kernel(const std::vector<std::string>& folders,
                                             const std::vector<std::string>& files) {
  return std::make_unique<KernelWatch>(folders, files);
}

std::unique_ptr<SourceWatch> watch_by_looking(std::vector<std::string> folders,
                                              std::vector<std::string> files) {
  return std::make_unique<LookingWatch>(std::move(folders), std::move(files));
}

}  // namespace gongshi
