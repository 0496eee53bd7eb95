// The table of site configs.
#include "model/site_config.hpp"

#include <algorithm>

#include "model/record_fields.hpp"

namespace gongshi {

std::span<const ChoiceWord> choices(PageLanguage) {
  static constexpr ChoiceWord kWords[] = {
      {"zh-CN", {"中文", "Chinese"}},
      {"en", {"英文", "English"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(OutputName) {
  static constexpr ChoiceWord kWords[] = {
      {"csv", {"CSV 表格", "CSV"}},
      {"json", {"JSON 数据", "JSON"}},
      {"records", {"逐条 JSON", "JSON of each record"}},
      {"xlsx", {"Excel 工作簿", "workbook"}},
      {"zip", {"压缩包", "zip"}},
      {"sqlite", {"SQLite 数据库", "SQLite"}},
      {"feeds", {"订阅", "feeds"}},
      {"calendar", {"日历", "calendar"}},
      {"search", {"搜索", "search"}},
      {"qr", {"二维码", "QR codes"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(Compression) {
  static constexpr ChoiceWord kWords[] = {
      {"gz", {"gzip", "gzip"}},
      {"br", {"Brotli", "Brotli"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(RuleLevel) {
  static constexpr ChoiceWord kWords[] = {
      {"error", {"错误", "error"}},
      {"warning", {"警告", "warning"}},
  };
  return kWords;
}

const FieldTable& fields_of(const RuleChoice*) {
  // clang-format off
  static const FieldTable table = describe<RuleChoice>("rule", {"规则级别", "rule"}, {
      field<&RuleChoice::level>("level", "级别", shown, required, {"降为哪一级", "level it is lowered to"}),
      field<&RuleChoice::reason>("reason", "理由", shown, required, {"为什么降级", "why"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Thresholds*) {
  // clang-format off
  static const FieldTable table = describe<Thresholds>("thresholds", {"阈值", "thresholds"}, {
      field<&Thresholds::satisfaction>("satisfaction", "满意度阈值", shown, {"低于它要回头看，百分比", "percent below which a look-back is due"}),
      field<&Thresholds::small_cell>("small_cell", "最小组人数", shown, {"少于它的组不单列", "groups below it are not shown singly"}),
      field<&Thresholds::headline_base>("headline_base", "标题最小基数", shown, {"少于它的测评不上首页", "polls below it make no headline"}),
      field<&Thresholds::stale_days>("stale_days", "停滞天数", shown, {"多少天没有进展算停滞", "days without an entry that make an item stale"}),
      field<&Thresholds::start_days>("start_days", "启动天数", shown, {"立行立改多少天内要启动", "days within which an immediate item starts"}),
      field<&Thresholds::notice_days>("notice_days", "公示工作日", shown, {"公示至少几个工作日", "working days that a notice lasts"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Contact*) {
  // clang-format off
  static const FieldTable table = describe<Contact>("contact", {"联系方式", "contact"}, {
      field<&Contact::phone>("phone", "电话", shown, {"电话", "telephone"}),
      field<&Contact::email>("email", "邮箱", shown, {"邮箱", "e-mail"}),
      field<&Contact::address>("address", "地址", shown, {"地址", "address"}),
      field<&Contact::hours>("hours", "时间", shown, {"办公时间", "hours"}),
      field<&Contact::tested_on>("tested_on", "核对日期", shown, {"核对的日期", "day it was tested"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Oversight*) {
  // clang-format off
  static const FieldTable table = describe<Oversight>("oversight", {"监督", "oversight"}, {
      field<&Oversight::form_url>("form_url", "表单网址", shown, {"提意见的表单", "form for objections"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const Government*) {
  // clang-format off
  static const FieldTable table = describe<Government>("government", {"政府网站信息", "government"}, {
      field<&Government::site_id_code>("site_id_code", "网站标识码", shown, {"网站标识码", "site code"}),
      field<&Government::icp>("icp", "ICP备案号", shown, {"ICP备案号", "ICP number"}),
      field<&Government::police>("police", "公安备案号", shown, {"公安备案号", "police number"}),
      field<&Government::host>("host", "主办单位", shown, {"主办单位", "host"}),
      field<&Government::undertaker>("undertaker", "承办单位", shown, {"承办单位", "undertaker"}),
  });
  // clang-format on
  return table;
}

const FieldTable& fields_of(const SiteConfig*) {
  // clang-format off
  static const FieldTable table = describe<SiteConfig>("site", {"站点设置", "site"}, {
      field<&SiteConfig::title>("title", "标题", shown, required, {"站点名称", "name of the site"}),
      field<&SiteConfig::organisation>("organisation", "机构", shown, required, {"公开信息的机构", "body that publishes"}),
      field<&SiteConfig::base_url>("base_url", "网站地址", shown, {"公开的网址，以 / 结尾", "public address, ending in /"}),
      field<&SiteConfig::theme>("theme", "主题", shown, {"主题文件夹名", "name of the theme"}),
      field<&SiteConfig::language>("language", "语言", shown, {"页面语言", "language of the pages"}),
      field<&SiteConfig::timezone>("timezone", "时区", shown, {"算今天用的时区", "time zone that today is taken in"}),
      field<&SiteConfig::as_of>("as_of", "截至日期", shown, {"数据截至的日期", "day the data is as of"}),
      field<&SiteConfig::notice>("notice", "提示", shown, {"每页顶部的提示", "banner on every page"}),
      field<&SiteConfig::audiences>("audiences", "公开范围", shown, {"从宽到窄的公开范围", "audiences, widest first"}),
      field<&SiteConfig::outputs>("outputs", "输出", shown, {"要生成的数据", "outputs to make"}),
      field<&SiteConfig::precompressed>("precompressed", "预压缩", shown, {"文件旁另存的压缩格式", "compressed copies to put beside the files"}),
      field<&SiteConfig::public_only>("public_only", "只含公开", shown, {"内容只许有公开记录", "refuse content that is not public"}),
      field<&SiteConfig::licence>("licence", "许可", shown, {"数据的使用许可", "licence of the data"}),
      field<&SiteConfig::next_release>("next_release", "下次发布", shown, {"下次发布的时间", "when the next release is due"}),
      field<&SiteConfig::rules>("rules", "规则级别", shown, {"降级的规则", "rules that are lowered"}),
      field<&SiteConfig::thresholds>("thresholds", "阈值", shown, {"站点的阈值", "thresholds of the site"}),
      field<&SiteConfig::categories>("categories", "类别", shown, {"意见和事项的类别", "categories of opinions and items"}),
      field<&SiteConfig::contact>("contact", "联系方式", shown, {"联系方式", "contact"}),
      field<&SiteConfig::oversight>("oversight", "监督", shown, {"监督入口", "ways to object"}),
      field<&SiteConfig::government>("government", "政府网站信息", shown, {"政府网站须有的信息", "what a government site must show"}),
  });
  // clang-format on
  return table;
}

bool SiteConfig::compresses(Compression way) const {
  return std::any_of(precompressed.begin(), precompressed.end(),
                     [=](const Placed<Choice<Compression>>& named) { return named.value == way; });
}

bool SiteConfig::makes(OutputName output) const {
  return outputs.empty() ||
         std::any_of(outputs.begin(), outputs.end(),
                     [=](const Placed<Choice<OutputName>>& named) { return named.value == output; });
}

}  // namespace gongshi
