#include "sheets/yaml_patch.hpp"

#include <algorithm>

#include "parse/parse_yaml.hpp"
#include "sheets/yaml_extent.hpp"
#include "text/yaml_text.hpp"

namespace gongshi {
namespace {

using Node = Document::Node;
using StepKind = PatchStep::What;

/// A part of the text and what takes its place.
struct Replacement {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

std::string name_in(const Field& field, Language language) {
  return std::string(language == Language::zh ? field.label : field.key);
}

/// A key of a mapping and its value.
struct Pair {
  Node key;
  Node value;
};

std::optional<Pair> find_key(const Node& mapping, const PatchStep& step) {
  for (Node key = mapping.first(); key.valid(); key = key.next().next()) {
    const bool same = step.what == StepKind::key
                          ? key.text() == step.key
                          : key.text() == step.field->key || key.text() == step.field->label;
    if (same) return Pair{key, key.next()};
  }
  return std::nullopt;
}

class YamlPatcher {
 public:
  YamlPatcher(std::string_view yaml, const Document& document, const YamlEdit& edit, Language language)
      : m_yaml(yaml),
        m_extent(yaml),
        m_document(document),
        m_edit(edit),
        m_language(language),
        m_line_end(yaml.find("\r\n") == std::string_view::npos ? "\n" : "\r\n") {}

  std::optional<std::string> patched() {
    if (!find_place(m_document.root())) return std::nullopt;
    std::string out(m_yaml);
    std::reverse(m_replacements.begin(), m_replacements.end());  // so that places before stay where they are
    for (const Replacement& r : m_replacements) out.replace(r.begin, r.end - r.begin, r.text);
    return out;
  }

 private:
  /// A mapping on the way, and the key that the way goes on through; or an entry of a list.
  struct Level {
    Node mapping;
    Pair pair;
    Node before;  ///< the value before the key, if there is one
    std::size_t indent = 0;
    bool brackets = false;
    bool only = false;     ///< has the mapping no other key?
    bool in_list = false;  ///< is it an entry of a list?
  };

  static Level level_of(const Node& mapping, const Pair& pair, std::size_t indent, bool brackets) {
    Node before = pair.value;
    for (Node key = mapping.first(); key.text() != pair.key.text(); key = key.next().next())
      before = key.next();
    const bool only = !mapping.first().next().next().valid();
    return {mapping, pair, before, indent, brackets, only, false};
  }

  /// How far the way has been gone.
  struct Walk {
    explicit Walk(const Node& root) : at(root) {}
    Node at;
    std::size_t indent = 0;
    bool brackets = false;
  };
  enum class Went : std::uint8_t { on, to_an_end, nowhere };

  // Walks down as far as the text goes, then replaces, takes away or adds.
  bool find_place(const Node& root) {
    Walk walk(root);
    for (std::size_t i = 0; i < m_edit.path.size(); ++i) {
      const Went went = m_edit.path[i].what == StepKind::index ? into_list(walk, i) : into_mapping(walk, i);
      if (went != Went::on) return went == Went::to_an_end;
    }
    return m_edit.values.empty() ? remove() : replace(walk.at, walk.indent, walk.brackets);
  }

  Went into_list(Walk& walk, std::size_t step) {
    const std::size_t wanted = m_edit.path[step].index;
    if (walk.at.kind() == Document::Kind::mapping && wanted == 0) return Went::on;  // one without a dash
    if (walk.at.kind() != Document::Kind::list) return Went::nowhere;
    walk.brackets = walk.brackets || m_extent.in_brackets(walk.at);
    walk.indent = m_extent.column_of(walk.at);
    Node child = walk.at.first();
    Node last = child;
    std::size_t index = 0;
    for (; child.valid() && index < wanted; child = child.next(), ++index) last = child;
    if (!child.valid()) {
      const bool added =
          index == wanted && last.valid() && append_entry(last, walk.indent, walk.brackets, step);
      return added ? Went::to_an_end : Went::nowhere;
    }
    walk.at = child;
    m_levels.push_back({child, {child, child}, child, walk.indent, walk.brackets, false, true});
    return Went::on;
  }

  Went into_mapping(Walk& walk, std::size_t step) {
    if (walk.at.kind() != Document::Kind::mapping) return Went::nowhere;
    walk.brackets = walk.brackets || m_extent.in_brackets(walk.at);
    const auto pair = find_key(walk.at, m_edit.path[step]);
    if (!pair) {
      const bool added = !m_edit.values.empty() && add_key(walk.at, walk.brackets, step);
      return added ? Went::to_an_end : Went::nowhere;
    }
    if (!walk.brackets) walk.indent = m_extent.column_of(walk.at);
    m_levels.push_back(level_of(walk.at, *pair, walk.indent, walk.brackets));
    walk.at = pair->value;
    return Went::on;
  }

  bool replace(const Node& value, std::size_t indent, bool brackets) {
    const auto end = m_extent.end_of(value, indent, brackets);
    if (!end) return false;
    if (value.kind() == Document::Kind::list && !m_extent.in_brackets(value)) return replace_entries(value);
    const std::size_t begin = value.position().offset;
    const bool quoted = m_yaml[begin] == '"' || m_yaml[begin] == '\'';
    std::string text = value_text(indent, brackets);
    if (quoted && m_edit.values.size() == 1) text = yaml_quoted(m_edit.values.front());
    if (value.kind() == Document::Kind::list && m_edit.values.size() == 1)
      text = "[" + yaml_scalar(m_edit.values.front(), true) + "]";
    m_replacements.push_back({begin, *end, std::move(text)});
    return value.kind() != Document::Kind::mapping;
  }

  // Of a list with dashes: entry by entry, so that what stands beside them stays.
  bool replace_entries(const Node& list) {
    const std::size_t indent = m_extent.column_of(list);
    std::size_t next = 0;
    std::size_t last_end = 0;
    for (Node entry = list.first(); entry.valid(); entry = entry.next(), ++next) {
      const auto end = m_extent.end_of(entry, indent, false);
      if (!end || entry.kind() != Document::Kind::scalar) return false;
      const std::size_t begin = entry.position().offset;
      last_end = *end;
      if (next >= m_edit.values.size()) {
        m_replacements.push_back({m_extent.start_of_line(begin), m_extent.next_line(*end), {}});
      } else if (entry.text() != m_edit.values[next]) {
        m_replacements.push_back({begin, *end, yaml_scalar(m_edit.values[next], false)});
      }
    }
    std::string added;
    for (; next < m_edit.values.size(); ++next)
      added += std::string(indent, ' ') + "- " + yaml_scalar(m_edit.values[next], false) + m_line_end;
    if (!added.empty()) insert_lines(last_end, added);
    return !m_edit.values.empty();
  }

  // A mapping that would be left empty goes with its key.
  bool remove() {
    while (m_levels.back().only) {
      m_levels.pop_back();
      if (m_levels.empty() || m_levels.back().in_list) return false;
    }
    const Level& level = m_levels.back();
    const auto end = m_extent.end_of(level.pair.value, level.indent, level.brackets);
    if (!end || level.in_list) return false;
    const std::size_t begin = level.pair.key.position().offset;
    if (level.brackets) return remove_in_brackets(level, begin, *end);
    const std::size_t line = m_extent.start_of_line(begin);
    if (m_yaml.substr(line, begin - line).find_first_not_of(' ') != std::string_view::npos) return false;
    m_replacements.push_back({line, m_extent.next_line(*end), {}});
    return true;
  }

  bool remove_in_brackets(const Level& level, std::size_t begin, std::size_t end) {
    const Node next = level.pair.value.next();
    if (next.valid()) {
      m_replacements.push_back({begin, next.position().offset, {}});
      return true;
    }
    const auto before = m_extent.end_of(level.before, level.indent, true);
    if (before) m_replacements.push_back({*before, end, {}});
    return before.has_value();
  }

  bool append_entry(const Node& last, std::size_t indent, bool brackets, std::size_t step) {
    const auto end = m_extent.end_of(last, indent, brackets);
    if (!end || m_edit.values.empty()) return false;
    if (brackets) {
      m_replacements.push_back({*end, *end, ", {" + in_brackets_from(step + 1) + "}"});
      return true;
    }
    insert_lines(*end, std::string(indent, ' ') + "- " + in_lines_from(step + 1, indent + 2) + m_line_end);
    return true;
  }

  bool add_key(const Node& mapping, bool brackets, std::size_t step) {
    if (!only_first_entries(step)) return false;
    const Node before = key_before(mapping, m_edit.path[step]);
    if (!before.valid()) {
      if (brackets) return false;
      m_replacements.push_back({m_yaml.size(), m_yaml.size(), in_lines_from(step, 0) + m_line_end});
      return m_yaml.empty() || m_yaml.back() == '\n';
    }
    const std::size_t indent = brackets ? 0 : m_extent.column_of(mapping);
    const auto end = m_extent.end_of(before.next(), indent, brackets);
    if (!end) return false;
    if (brackets)
      m_replacements.push_back({*end, *end, ", " + in_brackets_from(step)});
    else
      insert_lines(*end, std::string(indent, ' ') + in_lines_from(step, indent) + m_line_end);
    return true;
  }

  // A list that is made here has its first entry first.
  [[nodiscard]] bool only_first_entries(std::size_t step) const {
    return std::all_of(m_edit.path.begin() + static_cast<std::ptrdiff_t>(step), m_edit.path.end(),
                       [](const PatchStep& s) { return s.what != StepKind::index || s.index == 0; });
  }

  // The key that a new one goes behind: the last one that its table has before it, else the last of all.
  [[nodiscard]] static Node key_before(const Node& mapping, const PatchStep& step) {
    Node last = mapping.first();
    Node found = last;
    std::size_t highest = 0;
    for (Node key = mapping.first(); key.valid(); key = key.next().next()) {
      last = key;
      if (step.what == StepKind::key) continue;
      const Field* field = step.table->find(key.text());
      if (field == nullptr) continue;
      const std::size_t index = step.table->index_of(*field) + 1;
      if (index <= step.table->index_of(*step.field) && index > highest) {
        highest = index;
        found = key;
      }
    }
    return highest > 0 ? found : last;
  }

  // Whole lines behind the line that holds `offset`.
  void insert_lines(std::size_t offset, std::string lines) {
    const std::size_t at = m_extent.next_line(offset);
    if (at == m_yaml.size() && !m_yaml.ends_with('\n')) lines.insert(0, m_line_end);
    m_replacements.push_back({at, at, std::move(lines)});
  }

  [[nodiscard]] std::string name_of_step(const PatchStep& step, bool brackets) const {
    return yaml_scalar(step.what == StepKind::key ? step.key : name_in(*step.field, m_language), brackets);
  }

  [[nodiscard]] std::string value_text(std::size_t indent, bool brackets) const {
    if (m_edit.values.size() == 1) {
      const std::string& value = m_edit.values.front();
      if (!brackets && value.find('\n') != std::string::npos) {
        std::string block = yaml_block(value, indent + 2, m_line_end);
        if (!block.empty()) return block;
      }
      return yaml_scalar(value, brackets);
    }
    std::string list;
    for (const std::string& value : m_edit.values)
      list += (list.empty() ? "" : ", ") + yaml_scalar(value, true);
    return "[" + list + "]";
  }

  [[nodiscard]] std::string in_lines_from(std::size_t step, std::size_t indent) const {
    const std::string key = name_of_step(m_edit.path[step], false) + ":";
    if (step + 1 == m_edit.path.size()) return key + " " + value_text(indent, false);
    const std::string deeper = m_line_end + std::string(indent + 2, ' ');
    if (m_edit.path[step + 1].what == StepKind::index)
      return key + deeper + "- " + in_lines_from(step + 2, indent + 4);
    return key + deeper + in_lines_from(step + 1, indent + 2);
  }

  [[nodiscard]] std::string in_brackets_from(std::size_t step) const {
    const std::string key = name_of_step(m_edit.path[step], true) + ": ";
    if (step + 1 == m_edit.path.size()) return key + value_text(0, true);
    if (m_edit.path[step + 1].what == StepKind::index) return key + "[{" + in_brackets_from(step + 2) + "}]";
    return key + "{" + in_brackets_from(step + 1) + "}";
  }

  std::string_view m_yaml;
  YamlExtent m_extent;
  const Document& m_document;
  const YamlEdit& m_edit;
  Language m_language;
  std::string m_line_end;
  std::vector<Level> m_levels;
  std::vector<Replacement> m_replacements;  // in order of their places
};

std::optional<Document> parsed(std::string_view yaml) {
  Diagnostics ignored;  // the text was read without an error before
  return parse_yaml(yaml, {0, 0}, ignored);
}

}  // namespace

std::optional<std::string> patch_yaml(std::string_view yaml, const YamlEdit& edit, Language language) {
  const auto document = parsed(yaml);
  if (!document) return std::nullopt;
  return YamlPatcher(yaml, *document, edit, language).patched();
}

std::optional<std::size_t> place_in_yaml(std::string_view yaml, const std::vector<PatchStep>& path) {
  const auto document = parsed(yaml);
  if (!document) return std::nullopt;
  Node at = document->root();
  for (const PatchStep& step : path) {
    if (step.what == StepKind::index) {
      if (at.kind() != Document::Kind::list) continue;  // one without a dash
      Node child = at.first();
      for (std::size_t i = 0; child.valid() && i < step.index; ++i) child = child.next();
      if (!child.valid()) return std::nullopt;
      at = child;
    } else {
      const auto pair = at.kind() == Document::Kind::mapping ? find_key(at, step) : std::nullopt;
      if (!pair) return std::nullopt;
      at = pair->value;
    }
  }
  return at.position().offset;
}

Language language_of_keys(std::string_view yaml, const FieldTable& table, Language otherwise) {
  const auto document = parsed(yaml);
  if (!document || !document->root().first().valid()) return otherwise;
  std::size_t keys = 0;
  std::size_t labels = 0;
  for (Node key = document->root().first(); key.valid(); key = key.next().next()) {
    const Field* field = table.find(key.text());
    if (field == nullptr) continue;
    ++keys;
    if (key.text() == field->label) ++labels;
  }
  return labels * 2 > keys ? Language::zh : Language::en;
}

}  // namespace gongshi
