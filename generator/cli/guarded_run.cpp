#include "cli/guarded_run.hpp"

#include "cli/site_request.hpp"
#include "files/io_error.hpp"

namespace gongshi {

ExitStatus run_guarded(const Options& options, const Console& console,
                       const std::function<ExitStatus()>& work) {
  try {
    return work();
  } catch (const UsageMistake& wrong) {
    print_finding(console, options, wrong.finding);
    return ExitStatus::usage;
  } catch (const IoError& error) {
    print_finding(console, options, io_failed(error));
    return ExitStatus::disk;
  }
}

}  // namespace gongshi
