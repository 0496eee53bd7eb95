#include "diagnostics/worded_finding.hpp"

#include "diagnostics/tellable_arguments.hpp"

namespace gongshi {
namespace {

class Places {
 public:
  Places(const SourceNames& names, const SourceText& source_text, const std::string& folder)
      : m_names(names), m_source_text(source_text), m_below(folder.ends_with('/') ? folder : folder + "/") {}

  WordedPlace of(Position at) {
    if (!at.known()) return {};
    WordedPlace place{path(at.file), 0, 0};
    if (m_names.is_sheet(at.file)) place.path += "!" + cell_name(at.offset);
    if (const auto& source = source_of(at)) {
      const LineColumn where = line_column(source->text, at.offset);
      place.line = where.line;
      place.column = where.column;
    }
    return place;
  }

  /// Nothing for what is in no source.
  const std::optional<SourceLines>& source_of(Position at) {
    if (m_file == at.file) return m_text;
    m_text = at.known() ? m_source_text(at.file) : std::optional<SourceLines>();
    m_file = at.file;
    return m_text;
  }

 private:
  [[nodiscard]] std::string path(std::uint32_t file) const {
    const std::string& absolute = m_names.path(file);
    if (absolute.starts_with(m_below)) return absolute.substr(m_below.size());
    return std::string(m_names.name(file));
  }

  const SourceNames& m_names;
  const SourceText& m_source_text;
  std::string m_below;
  std::uint32_t m_file = Position::kNowhere;
  std::optional<SourceLines> m_text;
};

}  // namespace

std::vector<WordedFinding> word_findings(const std::vector<Diagnostic>& findings, const SourceNames& names,
                                         const SourceText& source_text, Language language,
                                         const std::string& folder) {
  Places places(names, source_text, folder);
  std::vector<WordedFinding> worded;
  worded.reserve(findings.size());
  for (const Diagnostic& d : findings) {
    const std::vector<Argument> arguments = tellable_arguments(d, places.source_of(d.at));
    WordedFinding finding;
    finding.message = d.message;
    finding.code = d.code();
    finding.severity = d.severity();
    finding.text = word(d.message->text.in(language), arguments, language);
    finding.cure = word(d.message->cure.in(language), arguments, language);
    finding.at = places.of(d.at);
    if (!d.at.known()) finding.at.path = d.place;
    finding.related = places.of(d.related);
    if (d.related.known()) finding.related_text = word(d.message->related.in(language), arguments, language);
    worded.push_back(std::move(finding));
  }
  return worded;
}

}  // namespace gongshi
