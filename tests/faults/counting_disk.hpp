// A disk that counts its calls and goes wrong at one of them: fails it, kills the process, or loses
// power, and then forgets what was never made safe.
#pragma once

#include <string>
#include <vector>

#include "files/file_system.hpp"

namespace gongshi::testing {

struct Fault {
  enum class Kind { fail, kill, power_cut };
  Kind kind = Kind::fail;
  int at = 0;            ///< the call that goes wrong, from 1
  int error_number = 0;  ///< of `fail`
  bool lasting = false;  ///< `fail`: all later calls fail too
  bool torn = false;     ///< a write or removal that goes wrong is half done first
};

class CountingDisk : public FileSystem {
 public:
  explicit CountingDisk(FileSystem& inner) : m_inner(inner) {}
  CountingDisk(FileSystem& inner, Fault fault) : m_inner(inner), m_faults{fault} {}

  /// One more thing to go wrong.
  void add(Fault fault) { m_faults.push_back(fault); }
  /// Another process begins, on the same machine: calls count from 1 again, and what is not safe on
  /// disk yet still is not.
  void next_process(Fault fault);

  /// What was called, such as "exchange"; as many as there were calls.
  [[nodiscard]] const std::vector<std::string>& calls() const { return m_calls; }
  /// Did a fault come?
  [[nodiscard]] bool went_wrong() const { return m_went_wrong; }

  /// What a power cut may do to all that was not made safe since: files may be empty or absent, and
  /// renames may not have happened.
  struct Loss {
    bool whole_files = false;  ///< files are gone, not only their bytes
    bool names = false;        ///< renames and exchanges are undone
  };
  void forget_unsafe(Loss loss);

  std::optional<FileStatus> status(const std::string& path) override;
  std::string resolve(const std::string& path) override;
  std::vector<DirectoryEntry> list(const std::string& folder) override;
  std::string read(const std::string& root, const std::string& relative, std::uint64_t limit) override;
  void make_folder(const std::string& path) override;
  void write_new(const std::string& path, std::string_view bytes) override;
  void link_new(const std::string& from, const std::string& to) override;
  void sync_all(const std::string& path) override;
  void sync_folder(const std::string& folder) override;
  void rename_new(const std::string& from, const std::string& to) override;
  void exchange(const std::string& a, const std::string& b) override;
  void remove_tree(const std::string& path) override;
  std::unique_ptr<FolderLock> lock(const std::string& path, const LockHolder& about,
                                   LockHolder& holder) override;

 private:
  struct UnsafeFile {
    std::string path;
    bool is_link = false;  // of bytes that were made safe under another name
  };
  struct Renaming {
    std::string from;
    std::string to;
    bool swapped = false;
  };

  void count(const char* call, const std::string& path);
  [[nodiscard]] bool half_done_next() const;
  void note(Renaming renaming);
  void undo(const Renaming& renaming);

  FileSystem& m_inner;
  std::vector<Fault> m_faults;
  bool m_went_wrong = false;
  std::vector<std::string> m_calls;
  std::vector<UnsafeFile> m_unsafe_files;  // by the names they have now
  std::vector<Renaming> m_unsafe_names;    // in order
};

}  // namespace gongshi::testing
