// What the program's exit status means; the same for every command.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi {

enum class ExitStatus : int {
  fine = 0,
  content_errors = 1,  ///< content or theme has errors
  usage = 2,           ///< the command line or site.yaml
  leak = 3,            ///< a leak gate stopped the build
  disk = 4,            ///< the disk refused
  locked = 5,          ///< another build holds the lock
  publication_log = 6,
  bug = 70,
};

/// A status as the help and the manual page tell it.
struct ExitStatusWords {
  std::string_view number;
  Bilingual meaning;
};

inline constexpr ExitStatusWords kExitStatusWords[] = {
    {"0", {"一切正常", "all is well"}},
    {"1", {"内容或主题有错误", "content or theme has errors"}},
    {"2", {"命令行或 site.yaml 有误", "a mistake in the command line or in site.yaml"}},
    {"3", {"有不该公开的内容，没有生成", "something must not be published, and the build was stopped"}},
    {"4", {"磁盘或网络端口不能用", "the disk or a network port refused"}},
    {"5", {"另一个生成过程正在写同一个文件夹", "another build is writing the same folder"}},
    {"70", {"程序自身的错误", "a fault of the program itself"}},
    {"130, 143", {"被信号中断 (Ctrl+C, TERM)", "stopped by a signal (Ctrl+C, TERM)"}},
};

/// The status of a process that a signal stopped, as shells give it.
constexpr int status_of_signal(int signal) { return 128 + signal; }

}  // namespace gongshi
