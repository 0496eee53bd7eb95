// man: the manual page, for `man ./gongshi.1` or a package.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/man_page.hpp"

namespace gongshi {

ExitStatus run_man(const Options& options, const Console& console) {
  console.out << man_page(GONGSHI_VERSION, options.language);
  return ExitStatus::fine;
}

}  // namespace gongshi
