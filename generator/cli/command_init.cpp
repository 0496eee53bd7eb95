// init: a small site that works, every line of it explained in Chinese.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/guarded_run.hpp"
#include "cli/new_files.hpp"
#include "cli/site_request.hpp"
#include "files/disk.hpp"
#include "model/record_scaffold.hpp"
#include "model/records.hpp"
#include "model/site_config.hpp"

namespace gongshi {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kSiteOpening =
    "# 整个网站的设置。每行是“名称: 内容”，冒号后面要空一格；“#”后面是说明，不起作用。\n"
    "# 这是样子，先换成本单位的。还能设置什么: gongshi schema site。\n";
constexpr std::string_view kRecordOpening =
    "# 样子，换成真实内容再公开。编号就是文件名。还能写什么: gongshi new 看每个字段的说明。\n";

struct FirstRecord {
  Kind kind;
  std::string_view file;
  Values values;
  std::string_view body;  ///< of a .md file
};

Values site_values() {
  return {{"title", "整改公开（样子）"},
          {"organisation", "某某局"},
          {"language", "zh-CN"},
          {"timezone", "Asia/Shanghai"},
          {"notice", "样子：内容是建站时自动写的，不是事实。换成真实内容后删掉这一行。"},
          {"audiences", "[public, system, unit, internal]"},
          {"categories", "[办事服务, 作风建设]"}};
}

std::vector<FirstRecord> first_records() {
  return {
      {Kind::unit,
       "units/jiguan.yaml",
       {{"title", "局机关（样子）"}, {"scope", "public"}, {"type", "机关"}, {"head", "主要负责人"}},
       {}},
      {Kind::unit,
       "units/dudaozu.yaml",
       {{"title", "督导组（样子）"}, {"scope", "public"}, {"type", "督导组"}, {"head", "组长"}},
       {}},
      {Kind::phase,
       "phases/zhenggai.yaml",
       {{"title", "整改提高"}, {"scope", "public"}, {"state", "进行中"}},
       {}},
      {Kind::item,
       "items/zg-001.md",
       {{"title", "窗口排队时间长（样子）"},
        {"scope", "public"},
        {"problem", "办事高峰时窗口排队时间长。"},
        {"origin", "自查"},
        {"category", "办事服务"},
        {"phase", "zhenggai"},
        {"class", "逐步解决"},
        {"unit", "jiguan"},
        {"lead", "分管负责人"},
        {"measures.text", "高峰时增开窗口"},
        {"explanation", "新的大厅还没有建成，先增开窗口，再逐步分流。"},
        {"next_step.text", "公布各窗口的高峰时段"}},
       "这里写正文：来龙去脉、做了什么、还差什么。可以空着。\n"},
  };
}

std::string text_of(const FieldTable& table, const Values& values, std::string_view opening,
                    std::string_view body) {
  Scaffold scaffold;
  scaffold.values = values;
  scaffold.with_others = false;
  const std::string yaml = std::string(opening) + record_scaffold(table, scaffold);
  return body.empty() ? yaml : "---\n" + yaml + "---\n" + std::string(body);
}

void tell_next(const Options& options, const Console& console, const std::string& folder) {
  const Bilingual words{
      "已建立 {1}。接下来:\n"
      "  cd {1}\n"
      "  gongshi build        # 生成网站，用浏览器打开 public/index.html\n"
      "  gongshi export --template 台账.xlsx    # 空白表格，填好后 gongshi import 台账.xlsx\n"
      "  gongshi new item     # 或者新建一条整改事项，每个字段都有说明\n",
      "Made {1}. Next:\n"
      "  cd {1}\n"
      "  gongshi build        # builds the site; open public/index.html in a browser\n"
      "  gongshi export --template items.xlsx    # an empty workbook to fill in and import\n"
      "  gongshi new item     # or a new item, with every field explained\n"};
  console.out << word(words.in(options.language), {folder}, options.language);
}

}  // namespace

ExitStatus run_init(const Options& options, const Console& console) {
  return run_guarded(options, console, [&] {
    Disk disk;
    const std::string& typed = options.arguments.front();
    const std::string folder = absolute_path(typed);
    const auto found = disk.status(folder);
    if (found && (found->kind != FileKind::folder || !disk.list(folder).empty()))
      throw mistake("file-exists", {typed});
    for (const FirstRecord& record : first_records()) {
      write_new_file(disk, folder + "/content/" + std::string(record.file),
                     text_of(fields_of(record.kind), record.values, kRecordOpening, record.body), typed);
    }
    write_new_file(
        disk, folder + "/site.yaml",
        text_of(fields_of(static_cast<const SiteConfig*>(nullptr)), site_values(), kSiteOpening, {}), typed);
    tell_next(options, console, typed);
    return ExitStatus::fine;
  });
}

}  // namespace gongshi
