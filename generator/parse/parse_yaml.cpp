#include "parse/parse_yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "parse/source_guard.hpp"
#include "parse/yaml_mistakes.hpp"

namespace gongshi {
namespace {

// Thrown through the library to stop it; what is wrong has been reported.
struct Refused {};

class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view yaml, Position start, Diagnostics& diagnostics)
      : m_yaml(yaml), m_start(start), m_diagnostics(diagnostics), m_document(start.file) {}

  Document take() { return std::move(m_document); }
  [[nodiscard]] bool refused() const { return m_refused; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (m_documents++ == 0) return;
    // The library stops before a comma outside of brackets, and would begin a document there for ever.
    if (m_yaml.substr(index_of(mark)).starts_with(',')) {
      refuse("yaml-syntax", mark, {Term{"这里不能是逗号", "no comma can stand here"}});
    } else {
      refuse("yaml-second-document", mark);
    }
    throw Refused{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check_anchor(mark, anchor);
    if (is_key()) refuse("yaml-key-not-text", mark);
    explain_key_without_value(mark);
    count_value(mark);
    m_document.add(Document::Kind::null, offset_of_null(mark));
    value_done();
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    refuse("yaml-alias", mark);
    count_value(mark);
    m_document.add(Document::Kind::null, offset(mark));
    value_done();
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check_anchor(mark, anchor);
    check_tag(mark, tag);
    if (is_key()) check_key(mark, value);
    if (!check_value_text(value, place(mark), m_diagnostics)) m_refused = true;
    count_value(mark);
    m_document.add(Document::Kind::scalar, offset(mark), value, tag == "!");
    value_done();
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    begin(Document::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    begin(Document::Kind::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { end(); }

 private:
  // An open list or mapping: which of its mapping's keys were seen, and whether a key comes next.
  struct Level {
    bool mapping = false;
    bool key_next = false;
    std::string key;
    Position key_at;
    std::map<std::string, Position, std::less<>> keys;
  };

  [[nodiscard]] std::uint32_t offset(const YAML::Mark& mark) const {
    return m_start.offset + static_cast<std::uint32_t>(index_of(mark));
  }
  // Within the text: the library may stop in the line that was appended.
  [[nodiscard]] std::size_t index_of(const YAML::Mark& mark) const {
    return std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), m_yaml.size());
  }
  [[nodiscard]] Position place(const YAML::Mark& mark) const { return {m_start.file, offset(mark)}; }

  // The library has a value that is not there stand where the next one does, lines below: it belongs to
  // its key, or behind its dash.
  [[nodiscard]] std::uint32_t offset_of_null(const YAML::Mark& mark) const {
    std::size_t at = index_of(mark);
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (!m_yaml.substr(at).starts_with(word)) continue;
      const std::string_view behind = m_yaml.substr(at + word.size(), 1);
      if (behind.find_first_not_of(" \r\n,]}") == std::string_view::npos) return offset(mark);
    }
    if (!m_levels.empty() && m_levels.back().mapping && !is_key()) return m_levels.back().key_at.offset;
    while (at > 0 && (m_yaml[at - 1] == ' ' || m_yaml[at - 1] == '\n' || m_yaml[at - 1] == '\r')) --at;
    return m_start.offset + static_cast<std::uint32_t>(at == 0 ? 0 : at - 1);
  }

  void refuse(Code code, const YAML::Mark& mark, std::vector<Argument> arguments = {},
              Position related = {}) {
    m_diagnostics.add(code, place(mark), std::move(arguments), related);
    m_refused = true;
  }

  void count_value(const YAML::Mark& mark) {
    if (m_document.size() < kMostYamlValues) return;
    refuse("yaml-too-many-values", mark, {static_cast<std::int64_t>(kMostYamlValues)});
    throw Refused{};
  }

  void check_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor != 0) refuse("yaml-alias", mark);
  }

  // The library gives "?" to what has no tag and "!" to what is quoted, but also to what has a tag of
  // which it knows no more than the sign, as in !重要.
  static std::string as_written(const std::string& tag) {
    constexpr std::string_view kCore = "tag:yaml.org,2002:";
    return tag.starts_with(kCore) ? "!!" + tag.substr(kCore.size()) : tag;
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    const bool bare = tag == "!" && at < m_yaml.size() && m_yaml[at] == '!';
    if (bare || (!tag.empty() && tag != "?" && tag != "!")) refuse("yaml-tag", mark, {as_written(tag)});
  }

  [[nodiscard]] bool is_key() const {
    return !m_levels.empty() && m_levels.back().mapping && m_levels.back().key_next;
  }

  void check_key(const YAML::Mark& mark, const std::string& key) {
    if (key == "<<") refuse("yaml-merge-key", mark);
    Level& level = m_levels.back();
    const auto [first, fresh] = level.keys.emplace(key, place(mark));
    if (!fresh) refuse("yaml-duplicate-key", mark, {key}, first->second);
    level.key = key;
    level.key_at = place(mark);
  }

  // `b:2` comes out as a key without a value.
  void explain_key_without_value(const YAML::Mark& /*mark*/) {
    if (m_levels.empty() || !m_levels.back().mapping || m_levels.back().key_next) return;
    if (auto mistake = explain_lone_key(m_levels.back().key, m_levels.back().key_at)) {
      m_diagnostics.add(*std::move(mistake));
      m_refused = true;
    }
  }

  void value_done() {
    if (!m_levels.empty() && m_levels.back().mapping) m_levels.back().key_next = !m_levels.back().key_next;
  }

  void begin(Document::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    check_anchor(mark, anchor);
    check_tag(mark, tag);
    if (is_key()) {
      if (auto bracket = explain_unclosed_bracket(m_yaml, m_start)) {
        m_diagnostics.add(*std::move(bracket));
      } else {
        refuse("yaml-key-not-text", mark);
      }
      throw Refused{};
    }
    if (m_levels.size() >= kDeepestYaml) {
      refuse("yaml-too-deep", mark, {static_cast<std::int64_t>(kDeepestYaml)});
      throw Refused{};
    }
    count_value(mark);
    m_document.begin(kind, offset(mark));
    Level level;
    level.mapping = kind == Document::Kind::mapping;
    level.key_next = level.mapping;
    m_levels.push_back(std::move(level));
  }

  void end() {
    m_document.end();
    m_levels.pop_back();
    value_done();
  }

  std::string_view m_yaml;
  Position m_start;
  Diagnostics& m_diagnostics;
  Document m_document;
  std::vector<Level> m_levels;
  int m_documents = 0;
  bool m_refused = false;
};

// The library counts levels only after it has buffered a whole line of brackets, so a line of them is
// refused before it gets that far. Quoted brackets count too: no honest line has this many.
std::optional<std::size_t> find_bracket_bomb(std::string_view yaml) {
  constexpr std::size_t kMostOpenBrackets = 500;
  std::size_t open = 0;
  for (std::size_t i = 0; i < yaml.size(); ++i) {
    if (yaml[i] == '[' || yaml[i] == '{') {
      if (++open > kMostOpenBrackets) return i;
    } else if ((yaml[i] == ']' || yaml[i] == '}') && open > 0) {
      --open;
    }
  }
  return std::nullopt;
}

// The library reads a stream; an explicit end of document makes it notice an unclosed quote. What
// stands after it would be a second document, which the handler refuses.
void run(std::string_view yaml, TreeBuilder& builder) {
  std::string closed(yaml);
  if (!closed.empty() && closed.back() != '\n') closed.push_back('\n');
  closed += "...\n";
  std::istringstream stream(std::move(closed));
  YAML::Parser parser(stream);
  if (parser.HandleNextDocument(builder)) parser.HandleNextDocument(builder);
}

void check_root(const Document& document, Position start, std::string_view yaml, Diagnostics& diagnostics) {
  if (document.root().kind() == Document::Kind::mapping) return;
  const Position at = document.root().position();
  const std::string_view rest = yaml.substr(std::min<std::size_t>(at.offset - start.offset, yaml.size()));
  if (auto mistake = explain_lone_key(rest, at)) {
    diagnostics.add(*std::move(mistake));
  } else {
    diagnostics.add("yaml-not-a-mapping", at);
  }
}

Document empty_mapping(Position start) {
  Document document(start.file);
  document.begin(Document::Kind::mapping, start.offset);
  document.end();
  return document;
}

}  // namespace

std::optional<Document> parse_yaml(std::string_view yaml, Position start, Diagnostics& diagnostics) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (yaml.starts_with(kByteOrderMark)) {
    yaml.remove_prefix(kByteOrderMark.size());
    start.offset += static_cast<std::uint32_t>(kByteOrderMark.size());
  }
  if (const auto bomb = find_bracket_bomb(yaml)) {
    diagnostics.add("yaml-too-deep", {start.file, static_cast<std::uint32_t>(start.offset + *bomb)},
                    {static_cast<std::int64_t>(kDeepestYaml)});
    return std::nullopt;
  }
  TreeBuilder builder(yaml, start, diagnostics);
  try {
    run(yaml, builder);
  } catch (const Refused&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const auto offset = static_cast<std::size_t>(std::max(error.mark.pos, 0));
    diagnostics.add(explain_yaml_error(yaml, offset, error.msg, start));
    return std::nullopt;
  }
  if (builder.refused()) return std::nullopt;
  Document document = builder.take();
  if (!document.root().valid() || document.root().kind() == Document::Kind::null) return empty_mapping(start);
  check_root(document, start, yaml, diagnostics);
  if (document.root().kind() != Document::Kind::mapping) return std::nullopt;
  return document;
}

}  // namespace gongshi
