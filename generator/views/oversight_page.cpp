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

constexpr std::size_t kMostListed = 50;  // of each table, the earliest received first; all are in the index

bool is_answered(const Feedback& feedback) { return feedback.status == FeedbackStatus::answered; }

std::size_t span_of(std::int64_t days) {
  return static_cast<std::size_t>(
      std::find_if(kSpans.begin(), kSpans.end(), [&](const Span& span) { return days <= span.most; }) -
      kSpans.begin());
}

class OversightPage {
 public:
  explicit OversightPage(const ViewContext& context)
      : m_context(context),
        m_waiting(context.word("oversight.waiting_caption"), headings("oversight.waits")),
        m_dissatisfied(context.word("oversight.dissatisfied_caption"), headings("oversight.answered_on")) {}

  PageView page() {
    const auto& all = m_context.site().records().all<Feedback>();
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
    for (const std::uint32_t i : order) add(i, *all[i]);
    PageView page;
    page.template_name = "pages/oversight";
    page.title = m_context.word("oversight.title");
    page.description = m_context.word("oversight.description");
    page.view.set("title", page.title)
        .set("objection", objection_view(m_context, kOversightPath, {}, {}))
        .set("any", m_received > 0)
        .set("received", std::to_string(m_received))
        .set("answered", std::to_string(m_answered))
        .set("unanswered", std::to_string(m_received - m_answered))
        .set("bar", bar())
        .set("speed", speed())
        .set("waiting", m_waiting.take_if_any())
        .set("dissatisfied", m_dissatisfied.take_if_any())
        .set("all",
             m_received > 0 ? relative_address(kOversightPath, index_path(Kind::feedback)) : std::string())
        .set("trace", m_context.site().count(Kind::opinion) > 0 ? relative_address(kOversightPath, kTracePath)
                                                                : std::string());
    return page;
  }

 private:
  [[nodiscard]] std::vector<std::string> headings(std::string_view last) const {
    return {m_context.word("oversight.what"), m_context.word("oversight.about"),
            m_context.word("oversight.received_on"), m_context.word(last)};
  }

  void add(std::uint32_t index, const Feedback& feedback) {
    ++m_received;
    if (!is_answered(feedback)) return row(m_waiting, index, feedback, waiting(feedback));
    ++m_answered;
    if (feedback.received.whole() && feedback.replied_on.whole())
      ++m_in_span[span_of((feedback.replied_on.last_day() - feedback.received.last_day()).count())];
    else
      ++m_undated;
    if (feedback.satisfied == false)
      row(m_dissatisfied, index, feedback, text_cell(feedback.replied_on.text()));
  }

  [[nodiscard]] TableCell waiting(const Feedback& feedback) const {
    if (!feedback.received.whole()) return text_cell({});
    const auto days = m_context.site().as_of().last_day() - feedback.received.last_day();
    return text_cell(m_context.sentence("oversight.days", {{"days", std::to_string(days.count())}}));
  }

  void row(TableView& table, std::uint32_t index, const Feedback& feedback, TableCell last) const {
    if (table.size() == kMostListed) return;
    TableCell about;
    for (const RecordKey& key : records_named(m_context.site().records(), feedback.about.id))
      about.entries.emplace_back(entry_of(m_context, key, kOversightPath));
    std::vector<TableCell> cells;
    cells.push_back(std::move(about));
    cells.push_back(text_cell(feedback.received.text()));
    cells.push_back(std::move(last));
    table.add(entry_of(m_context, {Kind::feedback, index}, kOversightPath), std::move(cells));
  }

  [[nodiscard]] std::string words_of(const Span& span) const {
    return m_context.word("oversight.span." + std::string(span.key));
  }

  [[nodiscard]] Html bar() const {
    std::vector<BarPart> parts;
    std::string label;
    for (std::size_t i = 0; i < kSpans.size(); ++i) {
      parts.push_back({kSpans[i].key, m_in_span[i]});
      label += (label.empty() ? "" : m_context.word("list_separator")) + words_of(kSpans[i]) + " " +
               std::to_string(m_in_span[i]);
    }
    return stacked_bar(parts, label);
  }

  [[nodiscard]] ViewList speed() const {
    if (m_answered == 0) return {};
    TableView table(m_context.word("oversight.speed_caption"),
                    {m_context.word("oversight.speed_column"), m_context.word("oversight.count_column"),
                     m_context.word("oversight.share_column")});
    const auto add = [&](const std::string& words, std::int64_t count) {
      std::vector<TableCell> cells;
      cells.push_back(number_cell(count));
      cells.push_back(text_cell(share_text(count, m_answered)));
      cells.back().number = true;
      table.add(entry_view(ViewContext::plain(words)), std::move(cells));
    };
    for (std::size_t i = 0; i < kSpans.size(); ++i) add(words_of(kSpans[i]), m_in_span[i]);
    if (m_undated > 0) add(m_context.word("oversight.span.undated"), m_undated);
    return table.take_if_any();
  }

  const ViewContext& m_context;
  std::int64_t m_received = 0;
  std::int64_t m_answered = 0;
  std::int64_t m_undated = 0;
  std::array<std::int64_t, kSpans.size()> m_in_span{};
  TableView m_waiting;
  TableView m_dissatisfied;
};

}  // namespace

PageView oversight_page(const ViewContext& context) { return OversightPage(context).page(); }

}  // namespace gongshi
