// Files that are dear to make, kept from build to build beside the site: .gongshi/<audience>/. What is kept
// is used only if all that it was made of is the same, to the byte; else it is made as if nothing were kept.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

#include "files/file_system.hpp"

namespace gongshi {

class KeptFiles {
 public:
  enum class Use : std::uint8_t {
    read_and_write,
    read,     ///< of `check`, which writes nothing
    neither,  ///< what is made is kept until the end of this build
  };
  /// `folder` need not exist; the folder it is in need not either, but that one's own.
  KeptFiles(FileSystem& files, std::string folder, Use use);

  /// The bytes of `name` that were made of what has this key (hex), or those that `make` returns. A kept
  /// file that is damaged, or a disk that refuses, is no error. May be called from several threads.
  std::string get(const std::string& name, const std::string& key, const std::function<std::string()>& make);

 private:
  std::string find(const std::string& name, const std::string& key);
  std::string read(const std::string& name, const std::string& key);
  void write(const std::string& name, const std::string& key, const std::string& bytes);
  void make_folders();

  FileSystem& m_files;
  std::string m_folder;
  Use m_use;
  std::mutex m_mutex;  // guards the next, and the folder
  std::map<std::string, std::string> m_held;
};

}  // namespace gongshi
