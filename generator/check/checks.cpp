#include "check/checks.hpp"

namespace gongshi {

void run_checks(const Site& site, Diagnostics& diagnostics) {
  for (const Check& check : kChecks) check.run(site, diagnostics);
  settle_findings(site, diagnostics);
}

}  // namespace gongshi
