#include "cli/console.hpp"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "diagnostics/machine_formats.hpp"

namespace gongshi {
namespace {

bool in_colour(const Console& console, const Options& options) {
  if (options.color != "auto") return options.color == "always";
  return console.err_is_terminal && !console.no_colour;
}

PrintStyle style_of(const Console& console, const Options& options) {
  return {options.language, options.format == "short" ? DiagnosticFormat::short_text : DiagnosticFormat::text,
          in_colour(console, options)};
}

std::string for_program(const Options& options, const std::vector<WordedFinding>& findings) {
  if (options.format == "json") return findings_as_json(findings);
  if (options.format == "sarif") return findings_as_sarif(findings, options.language, GONGSHI_VERSION);
  return options.format == "github" ? findings_as_github(findings) : findings_as_gitlab(findings);
}

constexpr std::size_t kMostPrinted = 100;  // of each severity: more help nobody, and printing each takes time
constexpr std::ptrdiff_t kMostAtLength = 30;  // the rest take a line each

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

/// The sentence behind the findings: how many there are, and what was left out.
std::string closing_words(const std::vector<Diagnostic>& all, std::size_t printed, const Options& options) {
  std::size_t errors = 0;
  for (const Diagnostic& d : all) errors += d.severity() == Severity::error ? 1 : 0;
  const std::vector<Argument> counts = {static_cast<std::int64_t>(errors),
                                        static_cast<std::int64_t>(all.size() - errors)};
  std::string words =
      word(Bilingual{"{1} 个错误，{2} 个警告", "errors: {1}, warnings: {2}"}.in(options.language), counts,
           options.language) +
      "\n";
  if (printed < all.size())
    words += std::string(Bilingual{"只列出了前 100 个；改正后再运行",
                                   "Only the first 100 are shown; correct them and run again"}
                             .in(options.language)) +
             "\n";
  return words;
}

}  // namespace

bool for_programs(const Options& options) { return options.format != "text" && options.format != "short"; }

void print_findings(const Console& console, const Options& options, const Diagnostics& diagnostics,
                    const SourceNames& names, const SourceText& source_text) {
  std::vector<Diagnostic> all = diagnostics.sorted();
  if (options.quiet)
    std::erase_if(all, [](const Diagnostic& d) { return d.severity() == Severity::warning; });
  if (for_programs(options)) {
    const std::string here = std::filesystem::current_path().string();
    console.out << for_program(options, word_findings(all, names, source_text, options.language, here));
    return;
  }
  if (all.empty()) return;
  const std::vector<Diagnostic> printed = first_of_each(all);
  const auto brief = printed.begin() + std::min(kMostAtLength, std::ssize(printed));
  PrintStyle style = style_of(console, options);
  console.err << print_diagnostics({printed.begin(), brief}, names, source_text, style);
  style.format = DiagnosticFormat::short_text;
  console.err << print_diagnostics({brief, printed.end()}, names, source_text, style)
              << closing_words(all, printed.size(), options);
}

void print_finding(const Console& console, const Options& options, const Diagnostic& finding) {
  const SourceText no_text = [](std::uint32_t) { return std::nullopt; };
  if (for_programs(options)) {
    console.out << for_program(options,
                               word_findings({finding}, SourceNames(), no_text, options.language, {}));
    return;
  }
  console.err << print_diagnostics({finding}, SourceNames(), no_text, style_of(console, options));
}

}  // namespace gongshi
