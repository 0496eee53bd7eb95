// One body rendered for a test, with what was found in it.
#pragma once

#include "render/markdown.hpp"
#include "unit/render/findings.hpp"

namespace gongshi::testing {

struct MarkdownCase {
  std::string html;
  Diagnostics diagnostics;
  Lines found;
};

/// [[none]] is no record, [[hidden]] is withheld, and every other id is a record called after it.
inline RecordLinks links_by_id() {
  return [](std::string_view id, Position at, Diagnostics& diagnostics) -> std::optional<LinkTarget> {
    const std::string name(id);
    if (name == "none") {
      diagnostics.add("dangling-reference", at, {name, Term{"记录", "record"}, Term{}});
      return std::nullopt;
    }
    if (name == "hidden") return LinkTarget{"", "未公开的记录"};
    return LinkTarget{"../items/" + name + ".html", "事项<" + name + ">"};
  };
}

inline void render_case(std::string_view body, MarkdownCase& into) {
  register_markdown();
  const MarkdownContext context{links_by_id(), "../", "b-", "回到正文"};
  into.html = render_markdown({std::string(body), {0, 0}}, context, into.diagnostics);
  into.found = findings(into.diagnostics, body);
}

/// The HTML of a body without errors or warnings.
inline std::string html_of(std::string_view body) {
  MarkdownCase done;
  render_case(body, done);
  for (const std::string& line : done.found) done.html += "!! " + line + "\n";
  return done.html;
}

/// What is found in a body.
inline Lines found_in(std::string_view body) {
  MarkdownCase done;
  render_case(body, done);
  return done.found;
}

}  // namespace gongshi::testing
