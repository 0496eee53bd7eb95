#include "cli/site_command.hpp"

#include <filesystem>
#include <ostream>

#include "cli/progress_line.hpp"
#include "cli/site_request.hpp"
#include "cli/source_quotes.hpp"
#include "cli/timings_table.hpp"
#include "files/disk.hpp"
#include "pipeline/build_site.hpp"
#include "text/sha256.hpp"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

/// Hash of the program that runs: another one may make other bytes of the same records.
std::string hash_of_program(FileSystem& files) {
  constexpr std::uint64_t kLargestProgram = std::uint64_t{1} << 30U;
  const fs::path program = fs::read_symlink("/proc/self/exe");
  return sha256_hex(files.read(program.parent_path().string(), program.filename().string(), kLargestProgram));
}

std::size_t sum(const std::map<Kind, std::size_t>& counts) {
  std::size_t total = 0;
  for (const auto& [kind, count] : counts) total += count;
  return total;
}

std::string by_kind(const std::map<Kind, std::size_t>& counts) {
  std::string words;
  for (const auto& [kind, count] : counts) {
    words += (words.empty() ? " (" : ", ") + std::string(name_of(kind).plural) + " " + std::to_string(count);
  }
  return words.empty() ? words : words + ")";
}

/// Where the list of what proved nothing is.
Term review_hint(const std::string& output) {
  const fs::path site = output;
  const std::string list = (site.parent_path() / ("." + site.filename().string() + ".review")).string();
  return {"，清单在 " + list, "; they are listed in " + list};
}

void tell(const Options& options, const Console& console, const BuildReport& report) {
  if (options.quiet) return;
  const auto say = [&](Bilingual words, const std::vector<Argument>& arguments) {
    console.err << word(words.in(options.language), arguments, options.language) << "\n";
  };
  const auto number = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  if (!report.output.empty()) {
    say({"已生成 {1}: {2} 个页面，{3} 个文件，公开范围 {4}", "built {1}: {2} pages, {3} files, audience {4}"},
        {report.output, number(report.pages), number(report.files), report.audience});
  } else {
    say({"检查通过: {1} 个页面，{2} 个文件，公开范围 {3}",
         "nothing wrong: {1} pages, {2} files, audience {3}"},
        {number(report.pages), number(report.files), report.audience});
  }
  say({"未列入: {1} 条记录{2}，{3} 个字段{4}，{5} 处引用",
       "withheld: {1} records{2}, {3} fields{4}, {5} references"},
      {number(sum(report.withheld.records)), by_kind(report.withheld.records),
       number(sum(report.withheld.fields)), by_kind(report.withheld.fields),
       number(report.withheld.references)});
  if (report.unproven > 0) {
    say({"有 {1} 处未公开的内容太短，或公开的内容里也有，查不出是否外泄{2}",
         "{1} withheld values are too short, or public elsewhere too, to be searched for{2}"},
        {number(report.unproven),
         report.output.empty() ? Argument(Term{}) : Argument(review_hint(report.output))});
  }
  if (report.next_change) {
    say({"到 {1} 有页面会自行变化，请在那天重新生成",
         "a page changes by itself on {1}: build again on that day"},
        {report.next_change->text()});
  }
}

ExitStatus status_of(const Diagnostic& finding) {
  const std::string code = finding.code();
  if (code == "output-inside-source") return ExitStatus::usage;
  return code == "locked" ? ExitStatus::locked : ExitStatus::disk;
}

ExitStatus status_of(BuildEnd end) {
  switch (end) {
    case BuildEnd::done:
      return ExitStatus::fine;
    case BuildEnd::bad_site_file:
      return ExitStatus::usage;
    case BuildEnd::bad_content:
      return ExitStatus::content_errors;
    case BuildEnd::leak:
      return ExitStatus::leak;
  }
  return ExitStatus::bug;
}

}  // namespace

BuildRequest build_request_of(const Options& options, FileSystem& files, bool write) {
  BuildRequest request;
  request.load = load_request_of(options, files);
  request.audience = options.audience;
  if (!options.out.empty()) request.output = absolute_path(options.out);
  request.shipped_themes = GONGSHI_SHIPPED_THEMES;
  request.version = GONGSHI_VERSION;
  request.write = write;
  request.use_kept_files = !options.no_cache;
  request.program = options.no_cache ? GONGSHI_VERSION : hash_of_program(files);
  return request;
}

ExitStatus run_on_site(const Options& options, const Console& console, bool write) {
  Disk disk;
  SourceNames names;
  Diagnostics diagnostics;
  ProgressLine progress(console, options);
  const auto print_all = [&] {
    progress.clear();
    print_findings(console, options, diagnostics, names,
                   quoting_source_text(disk, names, console.err_is_terminal));
  };
  // A program reads one list, in which what stopped the build is one of the findings.
  const auto print_with = [&](const Diagnostic& last) {
    if (for_programs(options)) diagnostics.add(last);
    print_all();
    if (!for_programs(options)) print_finding(console, options, last);
  };
  try {
    BuildRequest request = build_request_of(options, disk, write);
    request.deny_warnings = options.deny_warnings;
    StageTimes times;
    request.progress = [&](BuildStep step, std::size_t count) {
      times.begin(step);
      progress.show(step, count);
    };
    request.done_so_far = [&](BuildStep step, std::size_t done, std::size_t count) {
      progress.show(step, count, done);
    };
    const BuildReport report = build_site(disk, request, names, diagnostics);
    times.end();
    print_all();
    const ExitStatus status = status_of(report.end);
    if (status == ExitStatus::fine) tell(options, console, report);
    if (options.timings) console.err << timings_table(times, options.language);
    return status;
  } catch (const UsageMistake& wrong) {
    print_finding(console, options, wrong.finding);
    return ExitStatus::usage;
  } catch (const OutputRefused& refused) {
    print_with(refused.finding());
    return status_of(refused.finding());
  } catch (const IoError& error) {
    print_with(io_failed(error));
    return ExitStatus::disk;
  }
}

}  // namespace gongshi
