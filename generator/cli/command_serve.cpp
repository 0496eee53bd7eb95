// serve: a preview of the site as it stands in its sources, for the browsers of this machine.
#include <spawn.h>

#include <ostream>

#include "cli/commands.hpp"
#include "cli/guarded_run.hpp"
#include "cli/site_command.hpp"
#include "files/disk.hpp"
#include "pipeline/interruption.hpp"
#include "preview/preview_server.hpp"
#include "preview/source_watch.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX has it in no header

namespace gongshi {
namespace {

constexpr std::chrono::milliseconds kBetweenSignals{200};  // how soon Ctrl+C is noticed

void open_browser(const std::string& address) {
  std::string program = "xdg-open";
  std::string argument = address;
  char* const arguments[] = {program.data(), argument.data(), nullptr};
  pid_t process = 0;
  // Where there is no browser, the address that was printed still serves.
  ::posix_spawnp(&process, program.c_str(), nullptr, nullptr, arguments, environ);
}

void say(const Console& console, const Options& options, Bilingual words, std::vector<Argument> arguments) {
  if (!options.quiet)
    console.err << word(words.in(options.language), arguments, options.language) << std::endl;
}

std::unique_ptr<SourceWatch> watch(const PreviewSite& site, const BuildRequest& request, bool by_looking) {
  const std::vector<std::string> folders = site.source_folders();
  const std::vector<std::string> files = {request.load.site_folder + "/" + request.load.site_name};
  return by_looking ? watch_by_looking(folders, files) : watch_by_kernel(folders, files);
}

void say_findings(const Console& console, const Options& options, const PreviewSite& site) {
  console.err << site.findings();
  say(console, options, {"已更新，{1} 个错误", "up to date, errors: {1}"},
      {static_cast<std::int64_t>(site.error_count())});
}

ExitStatus serve(const Options& options, const Console& console) {
  Disk disk;
  const BuildRequest request = build_request_of(options, disk, false);
  PreviewSite site(disk, request, options.language);
  site.refresh({});
  std::unique_ptr<SourceWatch> watching = watch(site, request, options.poll);
  PreviewServer server(site, options.audience);
  const int port = server.start(options.port);
  const std::string address = "http://127.0.0.1:" + std::to_string(port) + "/";
  say_findings(console, options, site);
  console.out << address << std::endl;
  say(console, options,
      {"在浏览器里打开上面的网址；改动保存后自动显示。按 Ctrl+C 结束",
       "open this address in a browser; what you save is shown at once. Ctrl+C ends it"},
      {});
  if (options.open) open_browser(address);
  std::vector<std::string> folders = site.source_folders();
  for (;;) {
    stop_if_interrupted();
    const std::vector<std::string> changed = watching->wait(kBetweenSignals);
    if (changed.empty()) continue;
    site.refresh(changed);
    say_findings(console, options, site);
    if (site.source_folders() == folders) continue;
    folders = site.source_folders();  // another theme
    watching = watch(site, request, options.poll);
  }
}

}  // namespace

ExitStatus run_serve(const Options& options, const Console& console) {
  return run_guarded(options, console, [&] {
    try {
      return serve(options, console);
    } catch (const CannotListen& refused) {
      print_finding(console, options,
                    {&Code("cannot-listen").message(),
                     {},
                     {std::int64_t{refused.port}, io_reason(refused.error_number)},
                     {},
                     {},
                     {}});
      return ExitStatus::disk;
    }
  });
}

}  // namespace gongshi
