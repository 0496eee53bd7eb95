// The page of a consultation: what each count counts, which numbers are parts of which, and what of it is
// told one by one. Counts of different things stand apart and are never added up.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/number_text.hpp"
#include "views/record_frame.hpp"
#include "views/related_tables.hpp"
#include "views/stacked_bar.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

// {value, unit, note}, or false where no total was published.
ViewValue heard_view(const ViewContext& context, const Consultation& consultation) {
  if (!consultation.total) return false;
  ViewObject view;
  view.set("value", grouped(*consultation.total))
      .set("unit",
           consultation.unit_word.empty() ? context.word("home.opinion_unit") : consultation.unit_word)
      .set("note", context.word(consultation.approximate == std::optional(true) ? "consultation_page.about"
                                                                                : "consultation_page.total"));
  return view;
}

// A part of a whole: its sentence, and a bar of the part and the rest.
void add_parts(const ViewContext& context, const std::string& what, std::optional<std::int64_t> whole,
               const std::vector<UnitShare>& shares, ViewList& lines) {
  for (const UnitShare& share : shares) {
    if (!whole || !share.count || *whole <= 0) continue;
    const auto unit = context.site().records().find_index<Unit>(share.unit.id);
    std::string sentence = context.sentence(
        "consultation_page.part", {{"what", what},
                                   {"whole", grouped(*whole)},
                                   {"unit", unit ? context.title({Kind::unit, *unit}) : share.unit.id},
                                   {"count", grouped(*share.count)},
                                   {"share", share_text(*share.count, *whole)}});
    ViewObject line;
    line.set("bar", stacked_bar({{"part", *share.count}, {"rest", *whole - *share.count}}, sentence));
    line.set("sentence", std::move(sentence));
    lines.emplace_back(std::move(line));
  }
}

std::string channel_words(const ViewContext& context, const Channel& channel) {
  if (!channel.counted.given()) return channel.channel;
  return context.sentence(
      "consultation_page.counted",
      {{"channel", channel.channel}, {"counted", context.label(choices(Counted{})[channel.counted.index])}});
}

ViewValue parts_view(const ViewContext& context, const Consultation& consultation) {
  ViewList lines;
  for (const Channel& channel : consultation.channels)
    add_parts(context, channel_words(context, channel), channel.count, channel.of_which, lines);
  // Of "more than 2,400" no share can be told.
  if (consultation.approximate != std::optional(true))
    add_parts(context, context.word("consultation_page.all"), consultation.total, consultation.total_of_which,
              lines);
  if (lines.empty()) return false;
  ViewObject view;
  view.set("lines", std::move(lines))
      .set("csv", context.offers(OutputName::csv)
                      ? relative_address(index_path(Kind::consultation), csv_path("consultations"))
                      : std::string());
  return view;
}

}  // namespace

PageView consultation_page(const ViewContext& context, const PublishedRecord& record) {
  const Consultation& consultation = *context.site().records().all<Consultation>()[record.key().index];
  if (consultation.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::consultation, consultation.id);
  const std::vector<LongTable> tables = related_tables(context, record.key());
  PageView page = record_frame(context, record, "pages/consultation");
  page.view.set("heard", heard_view(context, consultation))
      .set("about", fact_group(context, record, from, unsaid(record, {"total"}, {"by", "phase", "period"})))
      .set("channels", facts_among(context, record, from, {"channels"}))
      .set("parts", parts_view(context, consultation))
      .set("unsorted", consultation.sorted == std::optional(false))
      .set("sorting", fact_group(context, record, from, {"areas", "categories", "merged", "dispositions"}))
      .set("told", told_sentence(context, consultation, rows_in(tables, "told")))
      .set("opinions", table_start(context, tables, "told"));
  return page;
}

}  // namespace gongshi
