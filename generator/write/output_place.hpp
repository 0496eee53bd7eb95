// Where a site is put, found and judged before any work is done: the real folder behind the name
// that was typed, the three names beside it, and the refusals that keep a slip of --out from
// replacing somebody's files. Nothing is written here.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "files/file_system.hpp"

namespace gongshi {

/// What stops a publication for a reason other than a disk that refuses (that is an IoError). Its
/// finding is `output-inside-source` (exit status 2), `locked` (5), `output-not-folder`,
/// `output-not-ours`, `output-other-audience`, `output-exchange-refused` or `output-unsettled` (4).
class OutputRefused : public std::runtime_error {
 public:
  OutputRefused(Code code, std::vector<Argument> arguments);
  [[nodiscard]] const Diagnostic& finding() const { return m_finding; }

 private:
  Diagnostic m_finding;
};

/// All paths absolute.
struct OutputRequest {
  std::string folder;                ///< the output folder as it was typed
  std::vector<std::string> sources;  ///< content and theme: the output is, holds and lies in none of these
  std::vector<std::string>
      surroundings;           ///< the site's and the home folder: it may lie in them, but is and holds none
  std::string audience = {};  ///< whose site may be replaced, and no other's; empty for anybody's
};

/// The output folder without symlinks, and its neighbours; all on one file system, so that they can
/// be renamed into each other.
struct OutputPlace {
  std::string parent;
  std::string output;    ///< NAME; may not be there yet
  std::string staging;   ///< .NAME.new, the site in the making
  std::string previous;  ///< .NAME.old, the site before, kept until the next is published
  std::string lock;      ///< .NAME.lock
  std::string review;    ///< .NAME.review, what people should look through
  std::string kept;      ///< .NAME.kept, the PageStore
};

OutputPlace find_output_place(FileSystem& disk, const OutputRequest& request);

}  // namespace gongshi
