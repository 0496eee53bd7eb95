// A text that went through the YAML door, and the tree it became, as one line that a test can compare.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "parse/parse_yaml.hpp"
#include "unit/findings.hpp"

namespace gongshi::testing {

/// `{a: 'x', b: [1, ~]}`: quoted scalars in quotes, others bare, null as ~.
inline std::string shown(const Document::Node& node) {
  switch (node.kind()) {
    case Document::Kind::null:
      return "~";
    case Document::Kind::scalar:
      return node.quoted() ? "'" + std::string(node.text()) + "'" : std::string(node.text());
    case Document::Kind::list:
    case Document::Kind::mapping:
      break;
  }
  const bool mapping = node.kind() == Document::Kind::mapping;
  std::string out = mapping ? "{" : "[";
  for (auto child = node.first(); child.valid(); child = child.next()) {
    if (out.size() > 1) out += ", ";
    out += shown(child);
    if (!mapping) continue;
    child = child.next();
    out += ": " + shown(child);
  }
  return out + (mapping ? "}" : "]");
}

struct Parsed {
  explicit Parsed(std::string_view text) : document(parse_yaml(text, {0, 0}, diagnostics)) {
    findings = listed(diagnostics, text);
  }
  [[nodiscard]] std::string tree() const { return document ? shown(document->root()) : "nothing"; }

  Diagnostics diagnostics;
  std::optional<Document> document;
  Findings findings;
};

/// The findings of a text that must be refused.
inline Findings refused(std::string_view text) {
  const Parsed parsed(text);
  Findings findings = parsed.findings;
  if (parsed.document) findings.insert(findings.begin(), "taken as " + parsed.tree());
  return findings;
}

/// The tree of a text that must be taken without a finding.
inline std::string taken(std::string_view text) {
  const Parsed parsed(text);
  return parsed.findings.empty() ? parsed.tree() : "refused: " + parsed.findings.front();
}

}  // namespace gongshi::testing
