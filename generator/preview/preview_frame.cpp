#include "preview/preview_frame.hpp"

#include "text/html_escape.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kStyle = R"css(
.gongshi-mark { position: fixed; inset: 0; z-index: 2147483000; pointer-events: none; overflow: hidden;
  display: grid; place-content: center; font: 700 9vmin/1.3 sans-serif; text-align: center; color: #b00020; opacity: .12;
  transform: rotate(-24deg); }
.gongshi-preview { position: sticky; bottom: 0; z-index: 2147483001; margin: 0; padding: .5rem 1rem;
  font: 14px/1.6 sans-serif; color: #1b1b1b; background: #fff4d6; border-top: 3px solid #b26a00; }
.gongshi-preview p, .gongshi-preview pre { margin: 0; }
.gongshi-preview a, .gongshi-preview b { margin-right: .75em; color: #0b4a8f; }
.gongshi-preview b { color: #1b1b1b; }
.gongshi-preview pre { max-height: 25vh; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  padding: .5rem; color: #1b1b1b; background: #fff; border-left: 4px solid #b00020;
  font: 13px/1.5 ui-monospace, monospace; }
.gongshi-preview details { display: inline; } .gongshi-preview details[open] { display: block; max-height: 20vh;
  overflow: auto; }
.gongshi-preview [hidden] { display: none; }
)css";

constexpr std::string_view kScript = R"js('use strict';
(() => {
  const { token, version } = document.currentScript.dataset;
  let { findings } = document.currentScript.dataset;
  const list = document.querySelector('.gongshi-preview pre');
  const later = () => setTimeout(wait, 500);
  async function wait() {
    let answer;
    try {
      answer = await fetch(`/.gongshi/wait?token=${token}&version=${version}&findings=${findings}`);
    } catch {
      later(); // the preview was stopped; it may come back
      return;
    }
    if (answer.status === 403) { location.reload(); return; } // another preview, with a token of its own
    if (!answer.ok) { later(); return; } // one that ends
    const now = await answer.json();
    if (now.version !== version) { location.reload(); return; }
    findings = now.findings;
    list.textContent = now.text;
    list.hidden = now.text === '';
    wait();
  }
  wait();
})();
)js";

std::string audience_link(const PreviewFrame& frame, const std::string& audience) {
  const std::string name = escape_html(audience);
  if (audience == frame.audience) return "<b>" + name + "</b>";
  return "<a href=\"" + preview_address(audience, frame.path) + "\">" + name + "</a>";
}

// Units are many, and folded away.
std::string audience_links(const PreviewFrame& frame) {
  std::string links;
  std::string units;
  for (const std::string& audience : frame.audiences)
    (audience.starts_with("unit:") ? units : links) += audience_link(frame, audience);
  if (units.empty()) return links;
  return links + "<details><summary>单位 units</summary>" + units + "</details>";
}

std::string frame_html(const PreviewFrame& frame) {
  std::string html =
      "<link rel=\"stylesheet\" href=\"/.gongshi/preview.css\">\n"
      "<div class=\"gongshi-mark\" aria-hidden=\"true\">未发布<br>not published</div>\n"
      "<aside class=\"gongshi-preview\" aria-label=\"预览 preview\">\n"
      "<p><strong>预览，未发布 · preview, not published</strong></p>\n<div>公开范围 audience: " +
      audience_links(frame) + "</div>\n";
  if (frame.stale)
    html +=
        "<p>这一页有错误，显示的是改错之前的样子。 This page has errors; it is shown as it was before.</p>\n";
  html += std::string("<pre role=\"status\"") + (frame.findings.empty() ? " hidden" : "") + ">" +
          escape_html(frame.findings) + "</pre>\n</aside>\n";
  html += "<script src=\"/.gongshi/preview.js\" data-token=\"" + frame.token + "\" data-version=\"" +
          std::to_string(frame.state.version) + "\" data-findings=\"" + std::to_string(frame.state.findings) +
          "\"></script>\n";
  return html;
}

}  // namespace

std::string preview_address(std::string_view audience, std::string_view path) {
  return "/" + percent_encode_path(audience) + "/" + percent_encode_path(path);
}

std::string framed_page(std::string page, const PreviewFrame& frame) {
  const std::size_t end = page.rfind("</body>");
  page.insert(end == std::string::npos ? page.size() : end, frame_html(frame));
  return page;
}

std::string bare_page(const PreviewFrame& frame) {
  return "<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n<title>预览 "
         "preview</title>\n<body>\n" +
         frame_html(frame) + "</body>\n</html>\n";
}

std::string_view preview_style() { return kStyle; }

std::string_view preview_script() { return kScript; }

}  // namespace gongshi
