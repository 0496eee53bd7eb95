// A site made of a few texts, as load_site would make it of files: for the tests of checks and of what
// is published.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "check/checks.hpp"
#include "model/load_record.hpp"
#include "unit/findings.hpp"

namespace gongshi::testing {

class WrittenSite {
 public:
  WrittenSite() { m_site.as_of = *parse_date("2026-06-20"); }

  /// A record at `path`, such as items/a.yaml, which must be read without a finding.
  WrittenSite& add(const std::string& path, const std::string& text) {
    const std::size_t slash = path.find('/');
    const std::size_t dot = path.rfind('.');
    SourceFile source;
    source.file = m_names.add(path);
    source.id = path.substr(slash + 1, dot - slash - 1);
    source.markdown = path.ends_with(".md");
    m_texts.push_back(text);
    Diagnostics diagnostics;
    m_site.records.for_each_kind([&]<class R>() {
      if (name_of(R::kKind).plural == path.substr(0, slash))
        load(m_site.records.all<R>(), source, text, diagnostics);
    });
    if (diagnostics.has_errors())
      throw std::invalid_argument(path + ": " + listed(diagnostics, text).front());
    return *this;
  }
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
  [[nodiscard]] Findings listed_by_file(const Diagnostics& diagnostics) const {
    Findings all;
    for (const Diagnostic& finding : diagnostics.sorted()) {
      std::string line =
          std::string(m_names.name(finding.at.file)) + " " + finding.code() + " " + place(finding.at);
      if (finding.related.known())
        line += " (" + std::string(m_names.name(finding.related.file)) + " " + place(finding.related) + ")";
      all.push_back(std::move(line));
    }
    return all;
  }
  [[nodiscard]] Findings checked(void (*check)(const Site&, Diagnostics&)) const {
    Diagnostics diagnostics;
    check(m_site, diagnostics);
    return listed_by_file(diagnostics);
  }

 private:
  template <class R>
  void load(std::vector<Written<R>>& list, const SourceFile& source, const std::string& text,
            Diagnostics& diagnostics) {
    Written<R>& record = list.emplace_back();
    record.at = {source.file, 0};
    load_record(source, text, fields_of(&record), static_cast<R*>(&record), record, diagnostics);
    std::stable_sort(list.begin(), list.end(), [](const R& a, const R& b) { return a.id < b.id; });
  }
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
