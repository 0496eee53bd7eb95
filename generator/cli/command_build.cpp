// build: content to a published site.
#include "cli/commands.hpp"
#include "cli/site_command.hpp"

namespace gongshi {

ExitStatus run_build(const Options& options, const Console& console) {
  return run_on_site(options, console, true);
}

}  // namespace gongshi
