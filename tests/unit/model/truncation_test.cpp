// Real records, cut at every byte: a cut file is refused with a finding, or what was read of it stands in
// it letter by letter. A cut is only taken for whole where the YAML happens to be whole there.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "parse/parse_yaml.hpp"
#include "parse/source_guard.hpp"
#include "unit/model/loaded.hpp"

namespace gongshi {
namespace {

using testing::Loaded;

std::string read(const std::string& name) {
  std::ifstream file(std::string(GONGSHI_CONTENT) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void expect_from_source(const Document::Node& node, std::string_view source) {
  if (node.kind() == Document::Kind::scalar) {
    EXPECT_NE(source.find(node.text()), std::string_view::npos) << node.text();
    EXPECT_LE(node.position().offset, source.size());
  }
  for (auto child = node.first(); child.valid(); child = child.next()) expect_from_source(child, source);
}

struct Cuts {
  std::size_t made = 0;
  std::size_t accepted = 0;
};

template <class R>
Cuts cut_everywhere(const std::string& name) {
  const std::string whole = read(name);
  EXPECT_FALSE(whole.empty()) << name;
  const bool markdown = name.ends_with(".md");
  const std::size_t end = markdown ? whole.find("\n---", 4) + 4 : whole.find_last_not_of('\n') + 1;
  Cuts cuts;
  for (std::size_t size = 0; size < end; ++size, ++cuts.made) {
    const std::string cut = whole.substr(0, size);
    Diagnostics diagnostics;
    if (!check_source_text(cut, 0, diagnostics)) continue;  // in the middle of a character
    if (!markdown) {
      const auto document = parse_yaml(cut, {0, 0}, diagnostics);
      EXPECT_EQ(document.has_value(), !diagnostics.has_errors()) << name << " cut at " << size;
      if (document) expect_from_source(document->root(), cut);
    }
    const Loaded<R> loaded(cut, markdown);
    EXPECT_TRUE(loaded.read || !loaded.findings.empty()) << name << " cut at " << size;
    if (loaded.findings.empty()) ++cuts.accepted;
  }
  return cuts;
}

// The front matter of a .md file has an end, so no cut of it is taken.
TEST(Truncation, FrontMatterIsNeverTakenInPart) {
  for (const char* name : {"items/zg-001.md", "items/zg-022.md"}) {
    const Cuts cuts = cut_everywhere<Item>(name);
    EXPECT_GT(cuts.made, 300U);
    EXPECT_EQ(cuts.accepted, 0U) << name;
  }
  EXPECT_EQ(cut_everywhere<Survey>("surveys/manyidu-tingshu.md").accepted, 0U);
}

// A .yaml file has none: only what is required behind the cut tells.
TEST(Truncation, YamlIsTakenOnlyInItsLastLines) {
  const Cuts opinion = cut_everywhere<Opinion>("opinions/yj-001.yaml");
  const Cuts duty = cut_everywhere<Duty>("duties/zr-01.yaml");
  RecordProperty("opinion_accepted", static_cast<int>(opinion.accepted));
  RecordProperty("duty_accepted", static_cast<int>(duty.accepted));
  EXPECT_LT(opinion.accepted * 2, opinion.made);
  EXPECT_LT(duty.accepted * 2, duty.made);
}

// With a required field last, nothing is taken but a cut of that field's own value.
TEST(Truncation, RequiredFieldLast) {
  std::string text =
      "title: 整改\ntype: office\nsize: 17\nparent: tingdangzu\nphone: '010'\naliases: [甲, \"乙\"]\nhead: "
      "主要负责人\n";
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < text.size(); ++size) {
    const std::string cut = text.substr(0, size);
    Diagnostics diagnostics;
    if (!check_source_text(cut, 0, diagnostics)) continue;
    if (Loaded<Unit>(cut).findings.empty()) ++accepted;
  }
  EXPECT_EQ(accepted, 5U);  // its five characters
}

}  // namespace
}  // namespace gongshi
