// argv to exit status: the command line is read, the command is run, and what nothing else caught is
// told here.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <tuple>

#include "cli/commands.hpp"
#include "cli/parse_arguments.hpp"
#include "pipeline/interruption.hpp"
#include "render/markdown.hpp"

namespace {

using namespace gongshi;

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): no thread runs yet
    if (value != nullptr && *value != '\0')
      return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
  }
  return Language::en;
}

bool environment_has_no_colour() {
  const char* wish = std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): no thread runs yet
  const char* terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe)
  return (wish != nullptr && *wish != '\0') || (terminal != nullptr && std::string_view(terminal) == "dumb");
}

int status_number(ExitStatus status) { return static_cast<int>(status); }

int run(const Options& options, const Console& console) {
  for (const Command& command : commands()) {
    if (command.name != options.command) continue;
    const ExitStatus status = command.run(options, console);
    console.out.flush();
    // A reader that went away has what it wanted.
    if (!console.out && errno != EPIPE) return status_number(ExitStatus::disk);
    return status_number(status);
  }
  return status_number(ExitStatus::usage);
}

Diagnostic finding(Code code, std::vector<Argument> arguments) {
  return {&code.message(), {}, std::move(arguments), {}, {}, {}};
}

}  // namespace

#ifndef GONGSHI_SANITIZED  // a sanitizer has put its own functions in the place of these

// A library in C that is refused memory may crash, or leave something out without a word, and what is left
// out would be published. So the program ends where memory is refused, whoever asked for it. The functions
// here stand before glibc's of these names, which has them under other names too.
extern "C" {
void* real_malloc(std::size_t bytes) __asm__("__libc_malloc");
void* real_calloc(std::size_t count, std::size_t bytes) __asm__("__libc_calloc");
void* real_realloc(void* memory, std::size_t bytes) __asm__("__libc_realloc");
void* malloc_or_end(std::size_t bytes) __asm__("malloc");
void* calloc_or_end(std::size_t count, std::size_t bytes) __asm__("calloc");
void* realloc_or_end(void* memory, std::size_t bytes) __asm__("realloc");
}

namespace {

// Told without asking for memory. As after a kill, the next build clears away what this one had begun.
void* given_or_end(void* memory, std::size_t bytes) {
  if (memory != nullptr || bytes == 0) return memory;
  constexpr std::string_view kTold = "gongshi: out of memory\n";
  std::ignore = write(STDERR_FILENO, kTold.data(), kTold.size());
  _exit(status_number(ExitStatus::bug));
}

}  // namespace

void* malloc_or_end(std::size_t bytes) { return given_or_end(real_malloc(bytes), bytes); }

void* calloc_or_end(std::size_t count, std::size_t bytes) {
  return given_or_end(real_calloc(count, bytes), std::min(count, bytes));
}

void* realloc_or_end(void* memory, std::size_t bytes) {
  return given_or_end(real_realloc(memory, bytes), bytes);
}

#endif

int main(int argc, char** argv) {
  const Console console{std::cout, std::cerr, isatty(STDERR_FILENO) != 0, environment_has_no_colour()};
  Options options;
  options.language = language_of_environment();
  try {
    catch_signals();
    register_markdown();
    tzset();  // the libraries of archives and workbooks would do so, on several threads at once
    const auto parsed = parse_arguments(std::vector<std::string>(argv + 1, argv + argc), options);
    if (const auto* help = std::get_if<HelpText>(&parsed)) {
      std::cout << help->text;
      return status_number(argc == 1 ? ExitStatus::usage : ExitStatus::fine);
    }
    if (const auto* mistake = std::get_if<Diagnostic>(&parsed)) {
      print_finding(console, options, *mistake);
      return status_number(ExitStatus::usage);
    }
    return run(options, console);
  } catch (const Interrupted& interrupted) {
    print_finding(console, options, finding("interrupted", {std::int64_t{interrupted.signal}}));
    return status_of_signal(interrupted.signal);
  } catch (const std::exception& error) {
    print_finding(console, options, finding("internal-error", {std::string(error.what())}));
    return status_number(ExitStatus::bug);
  }
}
