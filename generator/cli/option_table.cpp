#include "cli/option_table.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kLanguages[] = {"zh", "en"};
constexpr std::string_view kFormats[] = {"text", "short"};

constexpr OptionSpec kOptions[] = {
    {"--site",
     "FILE",
     OptionGroup::reads_site,
     false,
     {},
     {"站点文件（默认是当前文件夹的 site.yaml）", "site file (default: site.yaml in this folder)"},
     [](Options& o, const std::string& v) { o.site = v; }},
    {"--content",
     "DIR",
     OptionGroup::reads_site,
     true,
     {},
     {"在 content/ 之外再读这个文件夹，可以重复", "a folder of records besides content/; may be repeated"},
     [](Options& o, const std::string& v) { o.content.push_back(v); }},
    {"--audience",
     "A",
     OptionGroup::reads_site,
     false,
     {},
     {"公开范围，site.yaml 的 audiences 之一，或 unit:编号", "one of the site's audiences, or unit:ID"},
     [](Options& o, const std::string& v) { o.audience = v; }},
    {"--as-of",
     "DATE",
     OptionGroup::reads_site,
     false,
     {},
     {"数据截至的日期 YYYY-MM-DD", "day the data is as of, YYYY-MM-DD"},
     [](Options& o, const std::string& v) { o.as_of = v; }},
    {"--jobs",
     "N",
     OptionGroup::reads_site,
     false,
     {},
     {"线程数（默认每个核心一个）", "threads (default: one a core)"},
     [](Options& o, const std::string& v) { o.jobs = static_cast<unsigned>(std::stoul(v)); },
     {},
     1,
     1024},
    {"--format",
     "FORMAT",
     OptionGroup::reads_site,
     false,
     kFormats,
     {"检查结果的形式", "form of the findings"},
     [](Options& o, const std::string& v) { o.format = v; }},
    {"--deny-warnings",
     "",
     OptionGroup::reads_site,
     false,
     {},
     {"有警告也算失败", "fail on warnings too"},
     [](Options& o, const std::string&) { o.deny_warnings = true; }},
    {"--quiet",
     "",
     OptionGroup::reads_site,
     false,
     {},
     {"只说错误", "say nothing but errors"},
     [](Options& o, const std::string&) { o.quiet = true; }},
    {"--out",
     "DIR",
     OptionGroup::writes_site,
     false,
     {},
     {"输出文件夹（默认是站点文件旁的 public/）", "output folder (default: public/ beside the site file)"},
     [](Options& o, const std::string& v) { o.out = v; }},
    {"--no-cache",
     "",
     OptionGroup::writes_site,
     false,
     {},
     {"不用上次留下的表格和压缩包，全部重做", "make spreadsheet, database and archive anew"},
     [](Options& o, const std::string&) { o.no_cache = true; }},
    {"--template",
     "",
     OptionGroup::one_command,
     false,
     {},
     {"空白模板，带说明和下拉列表", "an empty template, with notes and lists to choose from"},
     [](Options& o, const std::string&) { o.blank_template = true; },
     "export"},
    {"--dry-run",
     "",
     OptionGroup::one_command,
     false,
     {},
     {"只看会改什么，不写", "show what would change, write nothing"},
     [](Options& o, const std::string&) { o.dry_run = true; },
     "import"},
    {"--report",
     "OUT.xlsx",
     OptionGroup::one_command,
     false,
     {},
     {"把表格还回来，有问题的格子标出并说明",
      "the spreadsheet given back, its bad cells marked and explained"},
     [](Options& o, const std::string& v) { o.report = v; },
     "import"},
    {"--yes",
     "",
     OptionGroup::one_command,
     false,
     {},
     {"看过了，写进记录", "write what was shown"},
     [](Options& o, const std::string&) { o.yes = true; },
     "import"},
    {"--lang",
     "LANG",
     OptionGroup::everything,
     false,
     kLanguages,
     {"程序说话的语言", "language the program speaks"},
     [](Options& o, const std::string& v) { o.language = v == "en" ? Language::en : Language::zh; }},
};

bool has_option(const Command& command, const OptionSpec& option) {
  switch (option.group) {
    case OptionGroup::everything:
      return true;
    case OptionGroup::reads_site:
      return command.reads_site;
    case OptionGroup::writes_site:
      return command.writes_site;
    case OptionGroup::one_command:
      return command.name == option.command;
  }
  return false;
}

}  // namespace

std::span<const OptionSpec> option_table() { return kOptions; }

std::vector<const OptionSpec*> options_of(const Command& command) {
  std::vector<const OptionSpec*> options;
  for (const OptionSpec& option : kOptions) {
    if (has_option(command, option)) options.push_back(&option);
  }
  return options;
}

}  // namespace gongshi
