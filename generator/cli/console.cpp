#include "cli/console.hpp"

#include <ostream>

namespace gongshi {
namespace {

PrintStyle style_of(const Options& options) {
  return {options.language,
          options.format == "short" ? DiagnosticFormat::short_text : DiagnosticFormat::text};
}

constexpr std::size_t kMostPrinted = 100;  // of each severity: more help nobody, and printing each takes time

std::vector<Diagnostic> first_of_each(const std::vector<Diagnostic>& all) {
  std::vector<Diagnostic> first;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  for (const Diagnostic& d : all) {
    std::size_t& printed = d.severity() == Severity::error ? errors : warnings;
    if (++printed <= kMostPrinted) first.push_back(d);
  }
  return first;
}

}  // namespace

void print_findings(const Console& console, const Options& options, const Diagnostics& diagnostics,
                    const SourceNames& names, const SourceText& source_text) {
  std::vector<Diagnostic> all = diagnostics.sorted();
  if (options.quiet)
    std::erase_if(all, [](const Diagnostic& d) { return d.severity() == Severity::warning; });
  if (all.empty()) return;
  const std::vector<Diagnostic> printed = first_of_each(all);
  console.err << print_diagnostics(printed, names, source_text, style_of(options));
  std::size_t errors = 0;
  for (const Diagnostic& d : all) errors += d.severity() == Severity::error ? 1 : 0;
  const std::vector<Argument> counts = {static_cast<std::int64_t>(errors),
                                        static_cast<std::int64_t>(all.size() - errors)};
  console.err << word(Bilingual{"{1} 个错误，{2} 个警告", "errors: {1}, warnings: {2}"}.in(options.language),
                      counts, options.language)
              << "\n";
  if (printed.size() < all.size())
    console.err << Bilingual{"只列出了前 100 个；改正后再运行",
                             "Only the first 100 are shown; correct them and run again"}
                       .in(options.language)
                << "\n";
}

void print_finding(const Console& console, const Options& options, const Diagnostic& finding) {
  console.err << print_diagnostics(
      {finding}, SourceNames(), [](std::uint32_t) { return std::nullopt; }, style_of(options));
}

}  // namespace gongshi
