#include "cli/option_table.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kLanguages[] = {"zh", "en"};
constexpr std::string_view kFormats[] = {"text", "short", "json", "sarif", "github", "gitlab"};
constexpr std::string_view kColours[] = {"auto", "always", "never"};

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
    {"--port",
     "N",
     OptionGroup::one_command,
     false,
     {},
     {"端口（默认 8000；0 是任意空闲端口）", "port (default: 8000; 0 for any that is free)"},
     [](Options& o, const std::string& v) { o.port = std::stoi(v); },
     "serve",
     0,
     65535},
    {"--open",
     "",
     OptionGroup::one_command,
     false,
     {},
     {"打开浏览器", "open the browser"},
     [](Options& o, const std::string&) { o.open = true; },
     "serve"},
    {"--poll",
     "",
     OptionGroup::one_command,
     false,
     {},
     {"反复查看文件是否变化，用于网络文件夹", "look at all files again and again, for network folders"},
     [](Options& o, const std::string&) { o.poll = true; },
     "serve"},
    {"--against",
     "DIR|ZIP",
     OptionGroup::one_command,
     false,
     {},
     {"与哪个站点对照（默认是上次生成的）: 文件夹，或它的 all.zip",
      "site to compare with (default: the last build): a folder, or its all.zip"},
     [](Options& o, const std::string& v) { o.against = v; },
     "review"},
    {"--html",
     "",
     OptionGroup::one_command,
     false,
     {},
     {"输出可打印、签字的审核单", "print a sheet of HTML, to be printed and signed"},
     [](Options& o, const std::string&) { o.html = true; },
     "review"},
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
    {"--yes",
     "",
     OptionGroup::one_command,
     false,
     {},
     {"看过了，写进记录", "write what was shown"},
     [](Options& o, const std::string&) { o.yes = true; },
     "import"},
    {"--color",
     "WHEN",
     OptionGroup::everything,
     false,
     kColours,
     {"何时用颜色（默认只在终端上，且没有 NO_COLOR）",
      "when to colour (default: on a terminal without NO_COLOR)"},
     [](Options& o, const std::string& v) { o.color = v; }},
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
