// The pages that belong to no record: about the site, and the one for addresses that lead nowhere.
#include "views/build_pages.hpp"
#include "views/facts.hpp"

namespace gongshi {
namespace {

std::optional<RecordKey> about_record(const PublishedSite& site) {
  const auto index = site.records().find_index<Page>(kAboutRecord);
  if (!index) return std::nullopt;
  return RecordKey{Kind::page, *index};
}

ViewObject line(std::string label, std::string text) {
  ViewObject row;
  row.set("label", std::move(label)).set("text", std::move(text));
  return row;
}

void add_line(const ViewContext& context, std::string_view key, const std::string& text, ViewList& lines) {
  if (!text.empty()) lines.emplace_back(line(context.word(key), text));
}

ViewList contact_lines(const ViewContext& context) {
  const SiteConfig& config = context.site().config();
  ViewList lines;
  add_line(context, "about.organisation", config.organisation, lines);
  if (config.contact) {
    add_line(context, "about.phone", config.contact->phone, lines);
    add_line(context, "about.email", config.contact->email, lines);
    add_line(context, "about.address", config.contact->address, lines);
    add_line(context, "about.hours", config.contact->hours, lines);
  }
  add_line(context, "about.as_of", context.site().as_of().text(), lines);
  add_line(context, "about.next_release", config.next_release, lines);
  add_line(context, "about.licence", config.licence, lines);
  return lines;
}

}  // namespace

PageView about_page(const ViewContext& context) {
  PageView page;
  page.template_name = "pages/about";
  const auto record = about_record(context.site());
  page.title = record ? context.title(*record) : context.word("about.title");
  page.description = page.title;
  Markdown body;
  if (record) {
    const Record& about = context.site().record(*record).common();
    body = {about.body, about.body_at};
  }
  const bool has_body = !body.text.empty();
  page.view.set("title", page.title)
      .set("has_body", has_body)
      .set("body", std::move(body))
      .set("lines", contact_lines(context));
  return page;
}

PageView not_found_page(const ViewContext& context) {
  PageView page;
  page.template_name = "pages/not_found";
  page.title = context.word("not_found.title");
  page.description = page.title;
  page.view.set("title", page.title)
      .set("home", context.root_of_page(kNotFoundPath) + std::string(kHomePath));
  return page;
}

}  // namespace gongshi
