// One line on a terminal that says what a build is at, and is gone when there is something to read.
#pragma once

#include "cli/console.hpp"
#include "pipeline/build_site.hpp"

namespace gongshi {

class ProgressLine {
 public:
  ProgressLine(const Console& console, const Options& options);
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// `count` is of records or pages, and `done` how many of them are behind us. Does nothing where stderr is
  /// no terminal.
  void show(BuildStep step, std::size_t count, std::size_t done = 0);
  void clear();

 private:
  const Console& m_console;
  Language m_language;
  bool m_wanted;
  bool m_shown = false;
};

}  // namespace gongshi
