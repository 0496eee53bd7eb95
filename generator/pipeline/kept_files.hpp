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

  /// A file that judges by itself what in it can be used: its bytes as they are, empty where there are none
  /// or none are to be read; and new bytes in its place, where they are to be written.
  std::string get_as_is(const std::string& name);
  void put_as_is(const std::string& name, const std::string& bytes);

 private:
  std::string find(const std::string& name, const std::string& key);
  std::string read(const std::string& name, const std::string& key);
  void write(const std::string& name, std::string_view bytes);
  void make_folders();

  FileSystem& m_files;
  std::string m_folder;
  Use m_use;
  std::mutex m_mutex;  // guards the next, and the folder
  std::map<std::string, std::string> m_held;
};

}  // namespace gongshi
