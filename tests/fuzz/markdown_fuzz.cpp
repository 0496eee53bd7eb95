// Any bytes as a body: no crash, no finding outside the body, and HTML within the allow-list (whose
// check throws) and within bounds.
#include <cstdint>
#include <cstdlib>

#include "render/html_allow_list.hpp"
#include "render/markdown.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongshi;
  register_markdown();
  const std::string body(reinterpret_cast<const char*>(data), size);
  const MarkdownContext context{
      [](std::string_view id, Position, Diagnostics&) -> std::optional<LinkTarget> {
        if (id.size() % 3 == 0) return std::nullopt;
        return LinkTarget{id.size() % 3 == 1 ? "../items/x.html" : "", std::string(id)};
      },
      "../", "", "<back>"};
  Diagnostics diagnostics;
  const std::string html = render_markdown({body, {3, 1000}}, context, diagnostics);
  check_allowed_html(html);
  if (html.size() > 200'000 + 64 * size) std::abort();
  if (html.find("\xEE\x80\x80") != std::string::npos) std::abort();
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const bool within =
        diagnostic.at.file == 3 && diagnostic.at.offset >= 1000 && diagnostic.at.offset <= 1000 + size;
    if (!within) std::abort();
  }
  return 0;
}
