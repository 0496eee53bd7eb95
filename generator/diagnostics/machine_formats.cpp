#include "diagnostics/machine_formats.hpp"

#include <map>

#include "text/html_escape.hpp"
#include "text/json.hpp"
#include "text/sha256.hpp"

namespace gongshi {
namespace {

std::string_view level_of(const WordedFinding& finding) {
  return finding.severity == Severity::error ? "error" : "warning";
}

void member(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.text(value);
}

void member(JsonWriter& json, std::string_view key, std::int64_t value) {
  json.key(key);
  json.number(value);
}

std::string finished(JsonWriter& json) { return json.take() + "\n"; }

/// What stays of a finding when lines are added above it; equal ones are numbered.
class Fingerprints {
 public:
  std::string of(const WordedFinding& finding) {
    const std::string kept = finding.code + '\n' + finding.at.path + '\n' + finding.text;
    return sha256_hex(kept + '\n' + std::to_string(++m_seen[kept]));
  }

 private:
  std::map<std::string, int> m_seen;
};

void place_members(JsonWriter& json, const WordedPlace& place) {
  if (!place.path.empty()) member(json, "path", place.path);
  if (place.line == 0) return;
  member(json, "line", place.line);
  member(json, "column", place.column);
}

void sarif_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  json.begin_object();
  member(json, "text", text);
  json.end_object();
}

/// Members of a location; `text` says what is there, if anything need be said.
void sarif_location(JsonWriter& json, const WordedPlace& place, std::string_view text) {
  json.begin_object();
  json.key("physicalLocation");
  json.begin_object();
  json.key("artifactLocation");
  json.begin_object();
  member(json, "uri", percent_encode_path(place.path));
  json.end_object();
  if (place.line > 0) {
    json.key("region");
    json.begin_object();
    member(json, "startLine", place.line);
    member(json, "startColumn", place.column);
    json.end_object();
  }
  json.end_object();
  if (!text.empty()) sarif_text(json, "message", text);
  json.end_object();
}

// What a rule says without a finding to fill it in.
void sarif_rule(JsonWriter& json, const WordedFinding& example, Language language) {
  const std::vector<Argument> blanks(9, std::string("…"));
  json.begin_object();
  member(json, "id", example.code);
  sarif_text(json, "shortDescription", example.message->rule.in(language));
  sarif_text(json, "help", word(example.message->cure.in(language), blanks, language));
  json.key("defaultConfiguration");
  json.begin_object();
  member(json, "level", example.message->severity == Severity::error ? "error" : "warning");
  json.end_object();
  json.end_object();
}

void sarif_result(JsonWriter& json, const WordedFinding& finding, std::size_t rule,
                  Fingerprints& fingerprints) {
  json.begin_object();
  member(json, "ruleId", finding.code);
  member(json, "ruleIndex", static_cast<std::int64_t>(rule));
  member(json, "level", level_of(finding));
  // A place in no file, such as an option, is part of what is said.
  const bool in_file = finding.at.line > 0;
  std::string text =
      in_file || finding.at.path.empty() ? finding.text : finding.at.path + ": " + finding.text;
  if (!finding.cure.empty()) text += "\n" + finding.cure;
  sarif_text(json, "message", text);
  if (in_file) {
    json.key("locations");
    json.begin_array();
    sarif_location(json, finding.at, {});
    json.end_array();
  }
  if (!finding.related.path.empty()) {
    json.key("relatedLocations");
    json.begin_array();
    sarif_location(json, finding.related, finding.related_text);
    json.end_array();
  }
  json.key("partialFingerprints");
  json.begin_object();
  member(json, "gongshi/v1", fingerprints.of(finding));
  json.end_object();
  json.end_object();
}

/// In a workflow command, `%` and line breaks end nothing; in its properties, `:` and `,` would.
std::string github_escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else if (property && c == ':') {
      out += "%3A";
    } else if (property && c == ',') {
      out += "%2C";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

}  // namespace

std::string findings_as_json(const std::vector<WordedFinding>& findings) {
  std::int64_t errors = 0;
  for (const WordedFinding& finding : findings) errors += finding.severity == Severity::error ? 1 : 0;
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  member(json, "errors", errors);
  member(json, "warnings", static_cast<std::int64_t>(findings.size()) - errors);
  json.key("findings");
  json.begin_array();
  for (const WordedFinding& finding : findings) {
    json.begin_object();
    member(json, "code", finding.code);
    member(json, "severity", level_of(finding));
    member(json, "message", finding.text);
    if (!finding.cure.empty()) member(json, "cure", finding.cure);
    place_members(json, finding.at);
    if (!finding.related.path.empty()) {
      json.key("related");
      json.begin_object();
      place_members(json, finding.related);
      member(json, "message", finding.related_text);
      json.end_object();
    }
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return finished(json);
}

std::string findings_as_sarif(const std::vector<WordedFinding>& findings, Language language,
                              std::string_view version) {
  std::map<std::string, const WordedFinding*> examples;
  for (const WordedFinding& finding : findings) examples.emplace(finding.code, &finding);
  JsonWriter json(JsonWriter::Layout::pretty);
  json.begin_object();
  member(json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  member(json, "version", "2.1.0");
  json.key("runs");
  json.begin_array();
  json.begin_object();
  json.key("tool");
  json.begin_object();
  json.key("driver");
  json.begin_object();
  member(json, "name", "gongshi");
  member(json, "version", version);
  json.key("rules");
  json.begin_array();
  for (const auto& [code, example] : examples) sarif_rule(json, *example, language);
  json.end_array();
  json.end_object();
  json.end_object();
  member(json, "columnKind", "unicodeCodePoints");
  json.key("results");
  json.begin_array();
  Fingerprints fingerprints;
  for (const WordedFinding& finding : findings) {
    const auto rule = std::distance(examples.begin(), examples.find(finding.code));
    sarif_result(json, finding, static_cast<std::size_t>(rule), fingerprints);
  }
  json.end_array();
  json.end_object();
  json.end_array();
  json.end_object();
  return finished(json);
}

std::string findings_as_github(const std::vector<WordedFinding>& findings) {
  std::string out;
  for (const WordedFinding& finding : findings) {
    out +=
        "::" + std::string(level_of(finding)) + " title=" + github_escaped("gongshi " + finding.code, true);
    if (finding.at.line > 0) {
      out += ",file=" + github_escaped(finding.at.path, true) + ",line=" + std::to_string(finding.at.line) +
             ",col=" + std::to_string(finding.at.column);
    }
    std::string text = finding.text;
    if (finding.at.line == 0 && !finding.at.path.empty()) text = finding.at.path + ": " + text;
    if (!finding.cure.empty()) text += "\n" + finding.cure;
    out += "::" + github_escaped(text, false) + "\n";
  }
  return out;
}

std::string findings_as_gitlab(const std::vector<WordedFinding>& findings) {
  JsonWriter json(JsonWriter::Layout::pretty);
  Fingerprints fingerprints;
  json.begin_array();
  for (const WordedFinding& finding : findings) {
    const bool in_file = finding.at.line > 0;
    json.begin_object();
    member(json, "check_name", finding.code);
    member(json, "description", finding.cure.empty() ? finding.text : finding.text + " " + finding.cure);
    member(json, "fingerprint", fingerprints.of(finding));
    member(json, "severity", finding.severity == Severity::error ? "major" : "minor");
    json.key("location");
    json.begin_object();
    member(json, "path", in_file ? finding.at.path : "site.yaml");
    json.key("lines");
    json.begin_object();
    member(json, "begin", in_file ? finding.at.line : 1);
    json.end_object();
    json.end_object();
    json.end_object();
  }
  json.end_array();
  return finished(json);
}

}  // namespace gongshi
