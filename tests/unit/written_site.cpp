#include "unit/written_site.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/load_record.hpp"

namespace gongshi::testing {
namespace {

template <class R>
void load(std::vector<Written<R>>& list, const SourceFile& source, const std::string& text,
          Diagnostics& diagnostics) {
  Written<R>& record = list.emplace_back();
  record.at = {source.file, 0};
  load_record(source, text, fields_of(&record), static_cast<R*>(&record), record, diagnostics);
  std::stable_sort(list.begin(), list.end(), [](const R& a, const R& b) { return a.id < b.id; });
}

}  // namespace

WrittenSite::WrittenSite() { m_site.as_of = *parse_date("2026-06-20"); }

WrittenSite::WrittenSite(WrittenSite&&) noexcept = default;

WrittenSite::~WrittenSite() = default;

WrittenSite& WrittenSite::add(const std::string& path, const std::string& text) {
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
  if (diagnostics.has_errors()) throw std::invalid_argument(path + ": " + listed(diagnostics, text).front());
  return *this;
}

Findings WrittenSite::listed_by_file(const Diagnostics& diagnostics) const {
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

Findings WrittenSite::checked(void (*check)(const Site&, Diagnostics&)) const {
  Diagnostics diagnostics;
  check(m_site, diagnostics);
  return listed_by_file(diagnostics);
}

}  // namespace gongshi::testing
