// Any bytes as a theme: the input is cut at NUL bytes into a page and its parts. What loads also
// renders without a crash, and what the view holds comes out escaped.
#include <cstdint>
#include <cstdlib>

#include "render/template_set.hpp"

namespace {

using namespace gongshi;

ViewObject row(int depth) {
  ViewObject object;
  object.set("a", "<secret>&\"'").set("b", true).set("c", false).set("d", "");
  object.set("h", Html{"[html]"}).set("m", Markdown{"body", {}}).set("t", ViewList{"<secret>", ""});
  ViewList rows;
  for (int i = 0; depth > 0 && i < 2; ++i) rows.emplace_back(row(depth - 1));
  if (depth > 0) object.set("o", row(depth - 1));
  object.set("r", std::move(rows));
  return object;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  std::vector<TemplateSource> sources;
  for (std::size_t at = 0; at <= input.size() && sources.size() < 8;) {
    const std::size_t end = std::min(input.find('\0', at), input.size());
    const char letter = static_cast<char>('o' + sources.size());
    const std::string name = sources.empty() ? "page" : std::string("parts/") + letter;
    sources.push_back(
        {name, std::string(input.substr(at, end - at)), static_cast<std::uint32_t>(sources.size())});
    at = end + 1;
  }
  const Words words({{"w", "{a} <word>"}, {"x.y", "{"}});
  const bool literal_secret =
      input.find("<secret>") != std::string_view::npos || input.find('{') == std::string_view::npos;
  static const ViewObject page = row(3);
  Diagnostics diagnostics;
  const auto set = TemplateSet::load(sources, words, diagnostics);
  if (set.has_value() == diagnostics.has_errors()) std::abort();
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    if (diagnostic.at.file >= sources.size() ||
        diagnostic.at.offset > sources[diagnostic.at.file].text.size())
      std::abort();
  }
  if (!set) return 0;
  const auto html = set->render(
      "page", page, [](const Markdown& body) { return body.text; }, diagnostics);
  if (html.has_value() == diagnostics.has_errors()) std::abort();
  if (html && !literal_secret && html->find("<secret>") != std::string::npos) std::abort();
  return 0;
}
