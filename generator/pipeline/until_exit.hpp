// Objects that stay until the process ends, when the system takes their memory back at once. To give back
// piece by piece what a large site is made of takes a twentieth of a build that has little to make.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace gongshi {

/// What is made here is never destroyed, so it must hold nothing but memory. One thread at a time.
template <class T, class... Arguments>
T& until_exit(Arguments&&... arguments) {
  // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): nobody else can reach it
  static auto& kept = *new std::vector<std::unique_ptr<T>>();
  return *kept.emplace_back(std::make_unique<T>(std::forward<Arguments>(arguments)...));
}

}  // namespace gongshi
