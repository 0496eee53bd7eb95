// One holder at a time, told apart by the kernel: the lock dies with its process, and what a crash
// leaves behind is an unlocked file that the next holder takes.
#pragma once

#include <memory>
#include <string>

#include "files/file_system.hpp"

namespace gongshi {

/// FileSystem::lock on the real disk.
std::unique_ptr<FolderLock> take_lock_file(const std::string& path, const LockHolder& about,
                                           LockHolder& holder);

}  // namespace gongshi
