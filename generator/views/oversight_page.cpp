// How and where to object, and what became of what people said: how much was answered, how fast, and what
// waits. How fast is told as a distribution; a mean would hide those who wait longest.
#include <algorithm>
#include <array>

#include "views/build_pages.hpp"
#include "views/objection.hpp"
#include "views/stacked_bar.hpp"
#include "views/table_view.hpp"

namespace gongshi {
namespace {

struct Span {
  std::string_view key;
  std::int64_t most;  ///< calendar days from receipt to answer
};
constexpr std::array<Span, 4> kSpans = {
    {{"week", 7}, {"fortnight", 15}, {"month", 30}, {"longer", INT64_MAX}}};

bool is_answered(const Feedback& feedback) { return feedback.status == FeedbackStatus::answered; }

std::size_t span_of(std::int64_t days) {
  return static_cast<std::size_t>(
      std::find_if(kSpans.begin(), kSpans.end(), [&](const Span& span) { return days <= span.most; }) -
      kSpans.begin());
}

// Feedback in the order of its receipt, the earliest first and what has no date last.
std::vector<std::uint32_t> by_receipt(const PublishedSite& site) {
  const auto& all = site.records().all<Feedback>();
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (!all[i]->withdrawn) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Date& first = all[a]->received;
    const Date& second = all[b]->received;
    if (first.known() != second.known()) return first.known();
    return first.known() && first.last_day() < second.last_day();
  });
  return order;
}

struct Answers {
  std::int64_t received = 0;
  std::int64_t answered = 0;
  std::int64_t undated = 0;  ///< answered, but how fast is not known
  std::array<std::int64_t, kSpans.size()> in_span{};
};

Answers count_answers(const PublishedSite& site) {
  Answers answers;
  for (const Published<Feedback>& feedback : site.records().all<Feedback>()) {
    if (feedback->withdrawn) continue;
    ++answers.received;
    if (!is_answered(*feedback)) continue;
    ++answers.answered;
    if (feedback->received.whole() && feedback->replied_on.whole())
      ++answers.in_span[span_of((feedback->replied_on.last_day() - feedback->received.last_day()).count())];
    else
      ++answers.undated;
  }
  return answers;
}

// How long it has waited, or when it was answered.
TableCell last_cell(const ViewContext& context, const Feedback& feedback) {
  if (is_answered(feedback)) return text_cell(feedback.replied_on.text());
  if (!feedback.received.whole()) return text_cell({});
  const auto days = context.site().as_of().last_day() - feedback.received.last_day();
  return text_cell(context.sentence("oversight.days", {{"days", std::to_string(days.count())}}));
}

void add_feedback(const ViewContext& context, std::uint32_t place, std::string_view from, TableView& table) {
  const Feedback& feedback = *context.site().records().all<Feedback>()[place];
  TableCell about;
  for (const RecordKey& key : records_named(context.site().records(), feedback.about.id))
    about.entries.emplace_back(entry_of(context, key, from));
  table.add(entry_of(context, {Kind::feedback, place}, from),
            {std::move(about), text_cell(feedback.received.text()), last_cell(context, feedback)});
}

LongTable feedback_table(const ViewContext& context, std::string section, std::string_view last) {
  LongTable table;
  table.path = kOversightPath;
  table.section = std::move(section);
  table.caption = context.word("oversight." + table.section + "_caption");
  table.headings = {context.word("oversight.what"), context.word("oversight.about"),
                    context.word("oversight.received_on"), context.word(last)};
  table.add_row = [&context](std::uint32_t place, std::string_view from, TableView& view) {
    add_feedback(context, place, from, view);
  };
  return table;
}

std::string words_of(const ViewContext& context, const Span& span) {
  return context.word("oversight.span." + std::string(span.key));
}

Html speed_bar(const ViewContext& context, const Answers& answers) {
  std::vector<BarPart> parts;
  std::string label;
  for (std::size_t i = 0; i < kSpans.size(); ++i) {
    parts.push_back({kSpans[i].key, answers.in_span[i]});
    label += (label.empty() ? "" : context.word("list_separator")) + words_of(context, kSpans[i]) + " " +
             std::to_string(answers.in_span[i]);
  }
  return stacked_bar(parts, label);
}

ViewList speed_table(const ViewContext& context, const Answers& answers) {
  if (answers.answered == 0) return {};
  TableView table(context.word("oversight.speed_caption"),
                  {context.word("oversight.speed_column"), context.word("oversight.count_column"),
                   context.word("oversight.share_column")});
  const auto add = [&](const std::string& words, std::string_view part, std::int64_t count) {
    TableCell share = text_cell(share_text(count, answers.answered));
    share.number = true;
    table.add(entry_view(ViewContext::plain(words), {}, part), {number_cell(count), std::move(share)});
  };
  for (std::size_t i = 0; i < kSpans.size(); ++i)
    add(words_of(context, kSpans[i]), kSpans[i].key, answers.in_span[i]);
  if (answers.undated > 0) add(context.word("oversight.span.undated"), "", answers.undated);
  return table.take_if_any();
}

}  // namespace

LongTables oversight_tables(const ViewContext& context) {
  LongTable waiting = feedback_table(context, "waiting", "oversight.waits");
  LongTable dissatisfied = feedback_table(context, "dissatisfied", "oversight.answered_on");
  for (const std::uint32_t i : by_receipt(context.site())) {
    const Feedback& feedback = *context.site().records().all<Feedback>()[i];
    if (!is_answered(feedback))
      waiting.rows.push_back(i);
    else if (feedback.satisfied == false)
      dissatisfied.rows.push_back(i);
  }
  return share({std::move(waiting), std::move(dissatisfied)});
}

PageView oversight_page(const ViewContext& context, const LongTables& tables) {
  const Answers answers = count_answers(context.site());
  PageView page;
  page.template_name = "pages/oversight";
  page.title = context.word("oversight.title");
  page.description = context.word("oversight.description");
  page.view.set("title", page.title)
      .set("objection", objection_view(context, kOversightPath, {}, {}))
      .set("any", answers.received > 0)
      .set("received", std::to_string(answers.received))
      .set("answered", std::to_string(answers.answered))
      .set("unanswered", std::to_string(answers.received - answers.answered))
      .set("bar", speed_bar(context, answers))
      .set("csv", context.offers(OutputName::csv) ? relative_address(kOversightPath, csv_path("feedback"))
                                                  : std::string())
      .set("speed", speed_table(context, answers))
      .set("waiting", table_start(context, *tables, "waiting"))
      .set("dissatisfied", table_start(context, *tables, "dissatisfied"))
      .set("all", answers.received > 0 ? relative_address(kOversightPath, index_path(Kind::feedback))
                                       : std::string())
      .set("trace", context.site().count(Kind::opinion) > 0 ? relative_address(kOversightPath, kTracePath)
                                                            : std::string());
  return page;
}

}  // namespace gongshi
