#include "cli/timings_table.hpp"

#include <array>
#include <cstdio>

namespace gongshi {
namespace {

Bilingual name_of(BuildStep step) {
  switch (step) {
    case BuildStep::starting:
      return {"准备", "starting"};
    case BuildStep::reading:
      return {"读取记录", "reading records"};
    case BuildStep::checking:
      return {"检查记录", "checking records"};
    case BuildStep::projecting:
      return {"整理公开内容", "making the view of the audience"};
    case BuildStep::making:
      return {"生成页面和数据文件", "making pages and data files"};
    case BuildStep::judging:
      return {"核对链接和公开范围", "looking over links and what is withheld"};
    case BuildStep::publishing:
      return {"换上新站点", "putting the new site in place"};
  }
  return {};
}

std::string line(double seconds, double processor_seconds, std::string_view name) {
  std::array<char, 64> figures{};
  const int length =
      std::snprintf(figures.data(), figures.size(), "%9.3f %9.3f  ", seconds, processor_seconds);
  return std::string(figures.data(), static_cast<std::size_t>(length)).append(name) + "\n";
}

}  // namespace

std::string timings_table(const StageTimes& times, Language language) {
  const auto say = [&](Bilingual words) { return words.in(language); };
  std::string table(say({"用时（秒）: 时钟、处理器、步骤\n", "seconds: clock, processor, step\n"}));
  double seconds = 0;
  double processor_seconds = 0;
  for (const StageTime& time : times.all()) {
    table += line(time.seconds, time.processor_seconds, say(name_of(time.step)));
    seconds += time.seconds;
    processor_seconds += time.processor_seconds;
  }
  return table + line(seconds, processor_seconds, say({"合计", "all"}));
}

}  // namespace gongshi
