// A site made of a few texts, as load_site would make it of files: for the tests of checks and of what
// is published.
#pragma once

#include <string>
#include <vector>

#include "check/checks.hpp"
#include "unit/findings.hpp"

namespace gongshi::testing {

/// Defined in a source of its own, since reading records of every kind takes seconds to compile.
class WrittenSite {
 public:
  WrittenSite();
  ~WrittenSite();
  WrittenSite(WrittenSite&&) noexcept;
  WrittenSite& operator=(WrittenSite&&) = delete;

  /// A record at `path`, such as items/a.yaml, which must be read without a finding.
  WrittenSite& add(const std::string& path, const std::string& text);
  WrittenSite& as_of(const char* date) {
    m_site.as_of = *parse_date(date);
    return *this;
  }
  WrittenSite& attach(std::vector<std::string> names) {
    m_site.attachments = std::move(names);
    return *this;
  }
  SiteConfig& config() { return m_site.config; }
  [[nodiscard]] const Site& site() const { return m_site; }

  /// Findings as `items/a.yaml dangling-reference 3:7 (units/b.yaml 1:1)`.
  [[nodiscard]] Findings listed_by_file(const Diagnostics& diagnostics) const;
  [[nodiscard]] Findings checked(void (*check)(const Site&, Diagnostics&)) const;

 private:
  [[nodiscard]] std::string place(Position at) const { return where(m_texts[at.file], at); }

  Site m_site;
  SourceNames m_names;
  std::vector<std::string> m_texts;
};

/// What an item must say, its unit being `a`.
inline std::string item_text(const std::string& added) {
  return "title: 甲\nproblem: 乙\norigin: audit\nclass: stepwise\nunit: a\nlead: 处长\nmeasures: [{text: "
         "丙}]\n" +
         added;
}
inline std::string unit_text(const std::string& added) {
  return "title: 甲\ntype: office\nhead: 处长\n" + added;
}

}  // namespace gongshi::testing
