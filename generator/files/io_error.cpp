#include "files/io_error.hpp"

#include <cerrno>
#include <system_error>

namespace gongshi {
namespace {

struct Reason {
  int error_number = 0;
  Bilingual words;
  Bilingual cure;  // what to do, ended by a blank in English: a sentence follows it
};

constexpr Bilingual kFreeSpace{"腾出空间后再运行。", "Free some space and run again. "};
constexpr Bilingual kCheckOwner{"检查这里的所有者和权限。", "Check the owner and the permissions. "};
constexpr Bilingual kCheckPath{"检查路径；上级文件夹要先建好。",
                               "Check the path; the folder above must exist. "};
constexpr Bilingual kFewerFiles{"减少 --jobs，或提高系统的打开文件数上限（ulimit -n）。",
                                "Lower --jobs, or raise the limit of open files (ulimit -n). "};

constexpr Reason kReasons[] = {
    {ENOSPC, {"磁盘已满", "the disk is full"}, kFreeSpace},
    {EDQUOT, {"磁盘配额已用完", "the disk quota is used up"}, kFreeSpace},
    {EACCES, {"没有权限", "permission denied"}, kCheckOwner},
    {EPERM, {"没有权限", "permission denied"}, kCheckOwner},
    {EROFS,
     {"这里是只读的", "the file system is read-only"},
     {"换一个可以写的位置。", "Choose a place that can be written. "}},
    {ENOENT, {"它不存在", "there is no such file or folder"}, kCheckPath},
    {ENOTDIR, {"路径里有一段不是文件夹", "a part of the path is no folder"}, kCheckPath},
    {EISDIR, {"它是文件夹", "it is a folder"}, kCheckPath},
    {EEXIST,
     {"它已经存在", "it exists already"},
     {"看看是不是有别的程序也在写这里。", "See whether another program writes here too. "}},
    {ENAMETOOLONG, {"名字太长", "the name is too long"}, {"换一个短的名字。", "Choose a shorter name. "}},
    {ELOOP,
     {"路径里有符号链接", "a symbolic link is on the way"},
     {"用文件本身代替符号链接。", "Put the file itself in place of the link. "}},
    {EXDEV,
     {"路径通到文件夹外面", "the path leads out of its folder"},
     {"改用文件夹里面的路径。", "Use a path inside the folder. "}},
    {EFBIG, {"文件太大", "the file is too large"}, {}},
    {EIO,
     {"磁盘读写出错", "the disk reported an error"},
     {"检查磁盘，再运行一次。", "Check the disk and run again. "}},
    {EMFILE, {"打开的文件太多", "too many files are open"}, kFewerFiles},
    {ENFILE, {"系统里打开的文件太多", "too many files are open in the system"}, kFewerFiles},
    {EBUSY, {"它正被系统占用（例如是挂载点）", "the system is using it (as a mount point, for one)"}, {}},
    {EINVAL, {"系统不支持这样做", "the system does not support it"}, {}},
    {ENOSYS, {"系统不支持这样做", "the system does not support it"}, {}},
    {EOPNOTSUPP, {"系统不支持这样做", "the system does not support it"}, {}},
};

const Reason* find_reason(int error_number) {
  for (const Reason& reason : kReasons) {
    if (reason.error_number == error_number) return &reason;
  }
  return nullptr;
}

Term both(Bilingual words) { return {std::string(words.zh), std::string(words.en)}; }

std::string system_words(int error_number) { return std::generic_category().message(error_number); }

}  // namespace

IoError::IoError(Bilingual operation, std::string path, int error_number)
    : std::runtime_error("cannot " + std::string(operation.en) + " " + path + ": " +
                         system_words(error_number)),
      m_operation(operation),
      m_path(std::move(path)),
      m_error_number(error_number) {}

Term io_reason(int error_number) {
  if (const Reason* reason = find_reason(error_number)) return both(reason->words);
  return {system_words(error_number), system_words(error_number)};
}

Diagnostic io_failed(const IoError& error) {
  const Reason* reason = find_reason(error.error_number());
  Diagnostic finding;
  finding.message = &Code("io-failed").message();
  finding.arguments = {both(error.operation()), error.path(), io_reason(error.error_number()),
                       reason != nullptr ? both(reason->cure) : Term{}};
  return finding;
}

}  // namespace gongshi
