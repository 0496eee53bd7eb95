#include "render/render_page.hpp"

namespace gongshi {

ComposedPage compose_page(const ViewContext& context, const PageJob& job) {
  ComposedPage composed{job.make(), std::nullopt};
  if (job.framed) composed.frame = frame_of(context, job, composed.page);
  return composed;
}

std::optional<std::string> render_page(const ViewContext& context, const TemplateSet& templates,
                                       const PageJob& job, ComposedPage composed, const RecordLinks& links,
                                       Diagnostics& diagnostics) {
  const MarkdownContext markdown{links, root_of(job.path), "", context.word("record.back_to_text")};
  const auto to_html = [&](const Markdown& body) { return render_markdown(body, markdown, diagnostics); };
  auto main = templates.render(composed.page.template_name, composed.page.view, to_html, diagnostics);
  if (!main || !composed.frame) return main;
  composed.frame->set("main", Html{*std::move(main)});
  return templates.render("layout", *composed.frame, to_html, diagnostics);
}

}  // namespace gongshi
