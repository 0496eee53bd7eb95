// Any bytes as a record's file: they are refused with findings, or become a tree and an item whose
// every place lies within the file and whose texts hold nothing that hides. The first byte picks .yaml
// or .md.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "model/load_record.hpp"
#include "model/records.hpp"
#include "model/walk_fields.hpp"
#include "parse/parse_yaml.hpp"
#include "parse/source_guard.hpp"
#include "text/utf8.hpp"

namespace {

using namespace gongshi;

void require(bool holds) {
  if (!holds) std::abort();
}

// Places, depth and texts of a tree; gives how many values there are.
std::size_t check_tree(const Document::Node& node, std::size_t size, std::size_t depth) {
  require(depth <= kDeepestYaml + 1);
  require(node.position().file == 0 && node.position().offset <= size);
  require(first_invalid_utf8(node.text()) == std::nullopt);
  Diagnostics diagnostics;
  require(check_value_text(node.text(), {0, 0}, diagnostics));
  std::size_t values = 1;
  std::size_t children = 0;
  for (auto child = node.first(); child.valid(); child = child.next(), ++children)
    values += check_tree(child, size, depth + 1);
  require(node.kind() != Document::Kind::mapping || children % 2 == 0);
  require(children == 0 || node.kind() == Document::Kind::mapping || node.kind() == Document::Kind::list);
  return values;
}

void check_findings(const Diagnostics& diagnostics, std::size_t size) {
  for (const Diagnostic& finding : diagnostics.sorted()) {
    require(finding.at.known() && finding.at.file == 0 && finding.at.offset <= size);
    require(!finding.related.known() || finding.related.offset <= size);
  }
}

void check_yaml(const std::string& text) {
  Diagnostics diagnostics;
  const auto document = parse_yaml(text, {0, 0}, diagnostics);
  require(document.has_value() != diagnostics.has_errors());
  check_findings(diagnostics, text.size());
  if (!document) return;
  require(document->root().kind() == Document::Kind::mapping);
  require(check_tree(document->root(), text.size(), 1) == document->size());
  require(document->size() <= kMostYamlValues);
}

void check_item(const std::string& text, bool markdown) {
  SourceFile source;
  source.id = "a";
  source.markdown = markdown;
  Item item;
  item.at = {0, 0};
  Diagnostics diagnostics;
  const bool read = load_record(source, text, fields_of(&item), &item, item, diagnostics);
  require(read || diagnostics.has_errors());
  check_findings(diagnostics, text.size());
  require(text.size() >= item.body.size() && text.ends_with(item.body));
  if (diagnostics.has_errors()) return;
  walk_values(fields_of(&item), &item, [](const Field&, const ValueType& type, const void* value) {
    if (type.shape != Shape::date) return;
    const Date& date = *static_cast<const Date*>(value);
    require(parse_date(date.text()) == date);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(data + 1, data + size);
  Diagnostics diagnostics;
  const bool clean = check_source_text(text, 0, diagnostics);
  require(clean != diagnostics.has_errors());
  check_findings(diagnostics, text.size());
  if (!clean) return 0;
  check_yaml(text);
  check_item(text, data[0] % 2 == 1);
  return 0;
}
