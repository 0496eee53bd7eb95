// The site map: every page that is not of a single record, by what it belongs to.
#include "views/build_pages.hpp"

namespace gongshi {

PageView site_map_page(const ViewContext& context, const ItemLists& lists) {
  ViewList groups;
  const auto link = [](std::string text, std::string_view to, std::string count) {
    ViewObject one;
    one.set("text", std::move(text))
        .set("href", relative_address(kSiteMapPath, to))
        .set("is_link", true)
        .set("count", std::move(count));
    return one;
  };
  const auto add_group = [&](std::string label, ViewList links) {
    if (links.empty()) return;
    ViewObject group;
    group.set("label", std::move(label)).set("links", std::move(links));
    groups.emplace_back(std::move(group));
  };
  ViewList main;
  main.emplace_back(link(context.word("nav.home"), kHomePath, {}));
  main.emplace_back(link(context.word("oversight.title"), kOversightPath, {}));
  main.emplace_back(link(context.word("nav.about"), kAboutPath, {}));
  add_group(context.word("site_map.main"), std::move(main));
  ViewList kinds;
  for (const KindName& kind : kKinds) {
    const std::size_t count = context.site().count(kind.kind);
    if (count > 0)
      kinds.emplace_back(link(context.word("kinds." + std::string(kind.plural)), index_path(kind.kind),
                              std::to_string(count)));
  }
  add_group(context.word("site_map.columns"), std::move(kinds));
  ViewList reports;
  if (has_reports(context.site())) reports.emplace_back(link(context.word("nav.report"), kReportPath, {}));
  if (context.site().count(Kind::item) > 0)
    reports.emplace_back(link(context.word("flow.title"), kFlowPath, {}));
  if (context.site().count(Kind::opinion) > 0)
    reports.emplace_back(link(context.word("trace.title"), kTracePath, {}));
  add_group(context.word("site_map.reports"), std::move(reports));
  for (ViewValue& group : item_list_links(context, lists, kSiteMapPath)) groups.push_back(std::move(group));
  PageView page;
  page.template_name = "pages/site_map";
  page.title = context.word("site_map.title");
  page.description = page.title;
  page.view.set("title", page.title).set("groups", std::move(groups));
  return page;
}

}  // namespace gongshi
