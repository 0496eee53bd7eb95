// Findings in the formats of other programs: editors, code hosting, pipelines. Keys, codes and levels are
// the same in every language; only the sentences follow the reader's.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/worded_finding.hpp"

namespace gongshi {

/// Our own: {"errors", "warnings", "findings": [{code, severity, message, cure, path, line, column,
/// related}]}.
std::string findings_as_json(const std::vector<WordedFinding>& findings);

/// SARIF 2.1.0 (OASIS). Columns count characters. A finding keeps its fingerprint while its code, file and
/// words stay, whichever line it moves to.
std::string findings_as_sarif(const std::vector<WordedFinding>& findings, Language language,
                              std::string_view version);

/// Workflow commands of GitHub Actions, a line each; the cure follows in the same annotation.
std::string findings_as_github(const std::vector<WordedFinding>& findings);

/// GitLab's Code Quality report, an array of issues. One without a file counts for `site.yaml`, line 1.
std::string findings_as_gitlab(const std::vector<WordedFinding>& findings);

}  // namespace gongshi
