// check: all the work of build, nothing written.
#include "cli/commands.hpp"
#include "cli/site_command.hpp"

namespace gongshi {

ExitStatus run_check(const Options& options, const Console& console) {
  return run_on_site(options, console, false);
}

}  // namespace gongshi
