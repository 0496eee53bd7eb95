// The page of a bulletin: an article with who published it, and while opinions on it are heard, how to
// object.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/objection.hpp"
#include "views/record_frame.hpp"

namespace gongshi {
namespace {

bool is_open(const Box<Period>& window, Date today) {
  if (!window || !window->from.known() || !window->to.known()) return false;
  return window->from.last_day() <= today.last_day() && today.last_day() <= window->to.last_day();
}

std::string window_text(const ViewContext& context, const Box<Period>& window) {
  if (!window || !window->from.known() || !window->to.known()) return {};
  const Date today = context.site().as_of();
  const std::string_view key = is_open(window, today)                       ? "bulletin_page.open"
                               : today.last_day() < window->from.last_day() ? "bulletin_page.later"
                                                                            : "bulletin_page.over";
  return context.sentence(key, {{"from", window->from.text()}, {"to", window->to.text()}});
}

}  // namespace

PageView bulletin_page(const ViewContext& context, const PublishedRecord& record) {
  const Bulletin& bulletin = *context.site().records().all<Bulletin>()[record.key().index];
  if (bulletin.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::bulletin, bulletin.id);
  std::string window = window_text(context, bulletin.window);
  std::vector<std::string_view> rest = {"unit"};
  if (window.empty()) rest.emplace_back("window");
  PageView page = record_frame(context, record, "pages/bulletin");
  page.view
      .set("bulletin_kind", bulletin.kind.given()
                                ? context.label(choices(BulletinKind{})[bulletin.kind.index])
                                : std::string())
      .set("number", bulletin.number)
      .set("publisher", values_of(context, record, "published_by", from))
      .set("about", fact_group(context, record, from,
                               unsaid(record, {"kind", "number", "date", "published_by"}, std::move(rest))))
      .set("window", std::move(window))
      .set("open", is_open(bulletin.window, context.site().as_of()))
      .set("objection", objection_view(context, from, bulletin.id, context.title(record.key())));
  return page;
}

}  // namespace gongshi
