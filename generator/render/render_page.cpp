#include "render/render_page.hpp"

namespace gongshi {

std::optional<std::string> render_page(const ViewContext& context, const TemplateSet& templates,
                                       const PageJob& job, const RecordLinks& links,
                                       Diagnostics& diagnostics) {
  const MarkdownContext markdown{links, root_of(job.path), "", context.word("record.back_to_text")};
  const auto to_html = [&](const Markdown& body) { return render_markdown(body, markdown, diagnostics); };
  const PageView page = job.make();
  auto main = templates.render(page.template_name, page.view, to_html, diagnostics);
  if (!main || !job.framed) return main;
  ViewObject frame = frame_of(context, job, page);
  frame.set("main", Html{*std::move(main)});
  return templates.render("layout", frame, to_html, diagnostics);
}

}  // namespace gongshi
