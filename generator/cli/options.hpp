// What was typed, nothing resolved: no file is opened to make one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/print_diagnostics.hpp"
#include "model/date.hpp"

namespace gongshi {

struct Options {
  std::string command;
  std::vector<std::string> arguments;  ///< such as the code of explain
  std::string site = "site.yaml";
  std::vector<std::string> content;
  std::string audience;
  std::string as_of;
  std::string out;
  unsigned jobs = 0;
  std::string format = "text";
  std::string color = "auto";
  Language language = Language::zh;
  bool deny_warnings = false;
  bool no_cache = false;
  bool timings = false;
  bool quiet = false;
  int port = 8000;
  bool open = false;
  bool poll = false;
  std::string against;
  bool html = false;
  bool blank_template = false;
  bool dry_run = false;
  bool yes = false;
  std::string report;
};

}  // namespace gongshi
