#include "cli/progress_line.hpp"

#include <ostream>

namespace gongshi {
namespace {

Bilingual words_of(BuildStep step) {
  switch (step) {
    case BuildStep::starting:
      return {};  // over before it could be read
    case BuildStep::reading:
      return {"读取记录……", "reading the records …"};
    case BuildStep::checking:
      return {"检查 {1} 条记录……", "checking {1} records …"};
    case BuildStep::projecting:
      return {"整理公开内容……", "making the view of the audience …"};
    case BuildStep::making:
      return {"生成页面 {2}/{1}……", "making pages {2}/{1} …"};
    case BuildStep::judging:
      return {"核对链接和公开范围……", "looking over links and what is withheld …"};
    case BuildStep::publishing:
      return {"换上新站点……", "putting the new site in place …"};
  }
  return {};
}

}  // namespace

ProgressLine::ProgressLine(const Console& console, const Options& options)
    : m_console(console), m_language(options.language), m_wanted(console.err_is_terminal && !options.quiet) {}

void ProgressLine::show(BuildStep step, std::size_t count, std::size_t done) {
  const Bilingual words = words_of(step);
  if (!m_wanted || words.zh.empty()) return;
  clear();
  m_console.err << word(words.in(m_language),
                        {static_cast<std::int64_t>(count), static_cast<std::int64_t>(done)}, m_language)
                << std::flush;
  m_shown = true;
}

void ProgressLine::clear() {
  if (m_shown) m_console.err << "\r\033[K" << std::flush;  // ECMA-48: erases to the end of the line
  m_shown = false;
}

}  // namespace gongshi
