#include "views/record_frame.hpp"

#include "publish/record_dates.hpp"
#include "views/facts.hpp"
#include "views/related_tables.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

// Who took it back: each body with the post that answers for it.
ViewList withdrawn_by(const ViewContext& context, const Withdrawal& withdrawn, std::string_view from) {
  ViewList by;
  const auto& units = context.site().records();
  for (const auto& named : withdrawn.by) {
    const auto index = units.find_index<Unit>(named.id);
    if (!index) continue;
    ViewObject link = context.link({Kind::unit, *index}, from);
    const Unit& unit = *units.all<Unit>()[*index];
    if (!unit.head.empty())
      link.set("text", context.sentence("withdrawn.post", {{"unit", unit.title.text}, {"post", unit.head}}));
    by.emplace_back(std::move(link));
  }
  return by;
}

ViewValue withdrawal_view(const ViewContext& context, const Record& record, std::string_view from) {
  if (!record.withdrawn) return false;
  const Withdrawal& withdrawn = *record.withdrawn;
  ViewObject view;
  view.set("date", withdrawn.date.text());
  view.set("kind",
           withdrawn.kind.given() ? context.label(choices(WithdrawalKind{})[withdrawn.kind.index]) : "");
  view.set("reason", withdrawn.reason);
  view.set_list("has_by", "by", withdrawn_by(context, withdrawn, from));
  return view;
}

ViewList waivers_view(const Record& record) {
  ViewList waivers;
  for (const Waiver& waiver : record.waivers) {
    ViewObject view;
    view.set("code", waiver.code).set("field", waiver.field).set("reason", waiver.reason);
    waivers.emplace_back(std::move(view));
  }
  return waivers;
}

// What the record was taken from, in words: the title of a document that is a record of this site.
std::string source_text(const ViewContext& context, const Record& record) {
  if (!record.source) return {};
  const std::string& document = record.source->document.id;
  for (const RecordKey& key : records_named(context.site().records(), document)) {
    if (key.kind == Kind::bulletin || key.kind == Kind::page) return context.title(key);
  }
  return document;
}

}  // namespace

PageView record_frame(const ViewContext& context, const PublishedRecord& published,
                      std::string template_name) {
  const RecordKey self = published.key();
  const Record& record = published.common();
  const std::string path = record_path(self.kind, record.id);
  const std::vector<LongTable> tables = related_tables(context, self);
  ViewList named_by = named_by_tables(context, tables);
  ViewList waivers = waivers_view(record);
  PageView page;
  page.template_name = std::move(template_name);
  page.title = context.title(self);
  page.description =
      context.sentence("record.description", {{"kind", context.label(self.kind)}, {"title", page.title}});
  page.column = self.kind;
  page.is_article = true;
  page.hash = published.hash();
  page.published = latest_day(published, context.site().as_of()).text();
  page.source = source_text(context, record);
  page.view.set("kind", name_of(self.kind).singular)
      .set("kind_label", context.label(self.kind))
      .set("id", record.id)
      .set("title", page.title)
      .set("published", page.published)
      .set("is_bulletin", self.kind == Kind::bulletin)
      .set("withdrawn", withdrawal_view(context, record, path))
      .set("has_body", !record.body.empty())
      .set("body", Markdown{record.body, record.body_at})
      .set("trace", trace_view(context, self, tables))
      .set_list("has_named_by", "named_by", std::move(named_by))
      .set("source", source_of(context, published, path))
      .set_list("has_waivers", "waivers", std::move(waivers))
      .set("sha256", published.hash())
      .set("json", context.offers(OutputName::records)
                       ? relative_address(path, record_json_path(self.kind, record.id))
                       : std::string())
      .set("index", relative_address(path, index_path(self.kind)));
  return page;
}

}  // namespace gongshi
