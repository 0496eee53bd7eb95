#include "cli/raw_site.hpp"

#include "cli/site_request.hpp"
#include "cli/source_quotes.hpp"

namespace gongshi {

bool RawSite::load(bool despite_errors) {
  m_request = load_request_of(m_options, m_files);
  Diagnostics diagnostics;
  auto config = load_config(m_files, m_request, m_names, diagnostics);
  m_status = ExitStatus::usage;
  bool good = false;
  if (config) {
    m_site = load_site(m_files, m_request, *std::move(config), m_names, diagnostics);
    good = despite_errors || !diagnostics.has_errors();
    m_status = good ? ExitStatus::fine : ExitStatus::content_errors;
  }
  if (!good) {
    print_findings(m_console, m_options, diagnostics, m_names,
                   quoting_source_text(m_files, m_names, m_console.err_is_terminal));
  }
  return good;
}

}  // namespace gongshi
