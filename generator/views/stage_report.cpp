// The report of a stage, composed from its records: what was asked, found, done and not done, how it was
// polled, what was made a rule, and the shortcomings. It says nothing that no record says.
#include <algorithm>
#include <numeric>

#include "publish/flow_rows.hpp"
#include "views/build_pages.hpp"
#include "views/duty_matrix.hpp"
#include "views/facts.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

bool is_settled(ItemStatus status) {
  return status == ItemStatus::accepted || status == ItemStatus::in_notice ||
         status == ItemStatus::notice_over || status == ItemStatus::closed;
}

class StageReport {
 public:
  StageReport(const ViewContext& context, std::optional<std::uint32_t> phase, std::string path)
      : m_context(context), m_site(context.site()), m_path(std::move(path)) {
    if (phase) m_phase = &m_site.records().all<Phase>()[*phase];
    choose_items();
  }

  ViewObject view() {
    ViewObject view;
    view.set("span", span())
        .set("aim", m_phase == nullptr ? std::string() : (*m_phase)->aim)
        .set("consultations", described<Consultation>({"areas", "categories", "sorted", "phase"}))
        .set("told", std::to_string(told_opinions().size()))
        .set("found", std::to_string(m_items.size()))
        .set("origins", origin_table())
        .set("settled", std::to_string(m_settled.size()))
        .set("done", done_table())
        .set("unsettled", std::to_string(m_items.size() - m_settled.size()))
        .set("not_done", not_done_table())
        .set("surveys", described<Survey>({"phase", "positive", "options", "question", "items", "aspects"}))
        .set("rules", rule_table())
        .set("shortcomings", shortcoming_lines())
        .set("self_found", self_found())
        .set("flow", flow_line())
        .set("elsewhere", elsewhere());
    return view;
  }

 private:
  template <class R>
  [[nodiscard]] bool belongs(const R& record) const {
    return m_phase == nullptr || record.phase.id == (*m_phase)->id;
  }

  void choose_items() {
    const auto& items = m_site.records().all<Item>();
    for (std::uint32_t i = 0; i < items.size(); ++i) {
      if (m_site.state(i).left != ItemState::Left::no) continue;
      if (!belongs(*items[i])) {
        if (!items[i]->phase.given()) ++m_without_phase;
        continue;
      }
      m_items.push_back(i);
      if (is_settled(m_site.state(i).status)) m_settled.push_back(i);
    }
  }

  [[nodiscard]] std::string span() const {
    if (m_phase == nullptr) return {};
    const Phase& phase = **m_phase;
    if (!phase.from.known() && !phase.to.known()) return m_context.word("report.no_dates");
    return phase.from.text() + "–" + phase.to.text();
  }

  // Records of a kind that belong to the stage, with their facts: [{link, facts}].
  template <class R>
  ViewList described(const std::vector<std::string_view>& without) {
    ViewList list;
    const auto& records = m_site.records().all<R>();
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      if (records[i]->withdrawn || !belongs(*records[i])) continue;
      const PublishedRecord record = m_site.record({R::kKind, i});
      ViewObject one;
      one.set("link", m_context.link(record.key(), m_path))
          .set("facts", facts_of(m_context, record, m_path, without));
      list.emplace_back(std::move(one));
    }
    return list;
  }

  // Opinions of the stage's consultations that are told one by one.
  [[nodiscard]] RecordPlaces told_opinions() const {
    const auto& opinions = m_site.records().all<Opinion>();
    RecordPlaces places;
    for (std::uint32_t i = 0; i < opinions.size(); ++i) {
      if (opinions[i]->withdrawn) continue;
      const auto* consultation = m_site.records().find<Consultation>(opinions[i]->consultation.id);
      if (m_phase == nullptr || (consultation != nullptr && belongs(**consultation))) places.push_back(i);
    }
    return places;
  }

  ViewList origin_table() {
    TableView table(m_context.word("report.origins_caption"),
                    {m_context.word("report.origin"), m_context.word("report.count")});
    const std::span<const ChoiceWord> origins = choices(Origin{});
    for (std::size_t o = 0; o < origins.size(); ++o) {
      const auto count = std::count_if(m_items.begin(), m_items.end(), [&](std::uint32_t i) {
        return m_site.records().all<Item>()[i]->origin == static_cast<Origin>(o);
      });
      if (count > 0)
        table.add(entry_view(ViewContext::plain(m_context.label(origins[o]))), {number_cell(count)});
    }
    return table.take_if_any();
  }

  ViewList done_table() {
    TableView table(
        m_context.word("report.done_caption"),
        {m_context.word("report.item"), m_context.word("report.measures"), m_context.word("report.effect")});
    for (const std::uint32_t i : m_settled) {
      const Published<Item>& item = m_site.records().all<Item>()[i];
      TableCell measures;
      measures.entries = measure_entries(m_context, item);
      table.add(entry_of(m_context, {Kind::item, i}, m_path, closed_as(*item, m_site.state(i))),
                {std::move(measures),
                 text_cell(item->effect.empty() ? m_context.word("report.no_effect") : item->effect)});
    }
    return table.take_if_any();
  }

  // Closed as something else than done, in words.
  [[nodiscard]] std::string closed_as(const Item& item, const ItemState& state) const {
    if (state.status != ItemStatus::closed || item.closed.empty()) return {};
    const ClosedAs as = item.closed.back().as.value_or(ClosedAs::done);
    return as == ClosedAs::done ? std::string()
                                : m_context.label(choices(ClosedAs{})[static_cast<std::size_t>(as)]);
  }

  // Overdue ones first.
  ViewList not_done_table() {
    TableView table(
        m_context.word("report.not_done_caption"),
        {m_context.word("report.item"), m_context.word("report.measures"), m_context.word("report.next")});
    RecordPlaces open;
    std::set_difference(m_items.begin(), m_items.end(), m_settled.begin(), m_settled.end(),
                        std::back_inserter(open));
    std::stable_partition(open.begin(), open.end(),
                          [&](std::uint32_t i) { return m_site.state(i).has(ItemFlag::overdue); });
    for (const std::uint32_t i : open) {
      const Published<Item>& item = m_site.records().all<Item>()[i];
      TableCell measures;
      measures.entries = measure_entries(m_context, item);
      table.add(entry_of(m_context, {Kind::item, i}, m_path),
                {std::move(measures),
                 text_cell(item->next_step ? item->next_step->text : m_context.word("report.no_next"))});
    }
    return table.take_if_any();
  }

  // The rules that answer the stage's corrections.
  ViewList rule_table() {
    RecordPlaces rules;
    for (const std::uint32_t i : m_items) {
      for (const std::uint32_t rule : institutions_of_item(m_site, i)) rules.push_back(rule);
    }
    TableView table(m_context.word("report.rules_caption"),
                    {m_context.word("report.rule"), m_context.word("report.answers")});
    for (const std::uint32_t rule : each_once(std::move(rules))) {
      TableCell answers;
      answers.entries = item_entries(m_context, items_of_institution(m_site, rule), m_path);
      table.add(*institution_entries(m_context, {rule}, m_path).front().as<ViewObject>(),
                {std::move(answers)});
    }
    return table.take_if_any();
  }

  [[nodiscard]] std::size_t items_that(const std::function<bool(const ItemState&)>& fits) const {
    return static_cast<std::size_t>(std::count_if(m_items.begin(), m_items.end(),
                                                  [&](std::uint32_t i) { return fits(m_site.state(i)); }));
  }

  // What the records themselves show to be short, in sentences with numbers.
  ViewList shortcoming_lines() {
    ViewList lines;
    const auto add = [&](std::string_view key, std::size_t count) {
      if (count > 0) lines.emplace_back(m_context.sentence(key, {{"count", std::to_string(count)}}));
    };
    for (const ItemFlag flag : {ItemFlag::overdue, ItemFlag::stale, ItemFlag::disputed, ItemFlag::extended}) {
      add("report.flag." + std::string(choices(flag)[static_cast<std::size_t>(flag)].key),
          items_that([&](const ItemState& state) { return state.has(flag); }));
    }
    add("report.returned",
        items_that([](const ItemState& state) { return state.status == ItemStatus::returned; }));
    add("report.reopened",
        items_that([](const ItemState& state) { return state.status == ItemStatus::reopened; }));
    const RecordPlaces told = told_opinions();
    add("report.pending",
        static_cast<std::size_t>(std::count_if(told.begin(), told.end(), [&](std::uint32_t i) {
          return m_site.records().all<Opinion>()[i]->disposition == Disposition::pending;
        })));
    add_duties(add);
    return lines;
  }

  void add_duties(const std::function<void(std::string_view, std::size_t)>& add) {
    std::size_t owed = 0;
    std::size_t others_first = 0;
    for (const Published<Duty>& duty : m_site.records().all<Duty>()) {
      if (duty->withdrawn || !belongs(*duty)) continue;
      if (!still_owing(*duty).empty()) ++owed;
      if (others_came_first(m_site, *duty)) ++others_first;
    }
    add("report.duties_owed", owed);
    add("report.others_first", others_first);
  }

  // Shortcomings that the body found in itself.
  ViewList self_found() {
    RecordPlaces places;
    for (const std::uint32_t i : m_items) {
      if (m_site.records().all<Item>()[i]->origin == Origin::self_found) places.push_back(i);
    }
    return item_entries(m_context, places, m_path);
  }

  // The sum of the stage's own period, where it has one.
  [[nodiscard]] std::string flow_line() const {
    for (const FlowRow& row : flow_rows(m_site)) {
      const bool wanted = m_phase == nullptr
                              ? row.period == FlowPeriodKind::all
                              : row.period == FlowPeriodKind::phase && row.phase.id == (*m_phase)->id;
      if (!wanted || !(row.slice == FlowSliceKind::site)) continue;
      const auto number = [](const FlowCount& count) { return std::to_string(*count); };
      return m_context.sentence("report.flow", {{"from", row.from.text()},
                                                {"to", row.to.text()},
                                                {"opening", number(row.opening)},
                                                {"fresh", number(row.fresh)},
                                                {"reopened", number(row.reopened)},
                                                {"split_in", number(row.split_in)},
                                                {"moved_in", number(row.moved_in)},
                                                {"closed", number(row.closed)},
                                                {"merged_out", number(row.merged_out)},
                                                {"split_out", number(row.split_out)},
                                                {"withdrawn", number(row.withdrawn)},
                                                {"moved_out", number(row.moved_out)},
                                                {"closing", number(row.closing)}});
    }
    return {};
  }

  [[nodiscard]] std::string elsewhere() const {
    return m_phase == nullptr || m_without_phase == 0 ? std::string() : std::to_string(m_without_phase);
  }

  const ViewContext& m_context;
  const PublishedSite& m_site;
  std::string m_path;
  const Published<Phase>* m_phase = nullptr;
  RecordPlaces m_items;    ///< of the stage, without those that left
  RecordPlaces m_settled;  ///< accepted or later
  std::size_t m_without_phase = 0;
};

// The reports of all stages and the page of flows: [{text, href, is_link}].
ViewList report_links(const ViewContext& context, const std::string& from) {
  ViewList links;
  const auto& phases = context.site().records().all<Phase>();
  RecordPlaces order(phases.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return phases[a]->order.value_or(0) < phases[b]->order.value_or(0);
  });
  for (const std::uint32_t i : order) {
    const std::string path = report_path(phases[i]->id);
    ViewObject link;
    link.set("text", context.title({Kind::phase, i}))
        .set("href", relative_address(from, path))
        .set("is_link", path != from);
    links.emplace_back(std::move(link));
  }
  if (context.site().count(Kind::item) > 0) {
    ViewObject link;
    link.set("text", context.word("flow.title"))
        .set("href", relative_address(from, kFlowPath))
        .set("is_link", true);
    links.emplace_back(std::move(link));
  }
  return links;
}

}  // namespace

std::optional<std::uint32_t> current_phase(const PublishedSite& site) {
  const auto& phases = site.records().all<Phase>();
  std::optional<std::uint32_t> chosen;
  const auto rank = [&](std::uint32_t i) {
    const Phase& phase = *phases[i];
    // A planned stage has nothing to report yet.
    const int state = phase.state == PhaseState::current ? 2 : phase.state == PhaseState::planned ? 0 : 1;
    return std::pair(state, phase.order.value_or(0));
  };
  for (std::uint32_t i = 0; i < phases.size(); ++i) {
    if (!phases[i]->withdrawn && (!chosen || rank(i) >= rank(*chosen))) chosen = i;
  }
  return chosen;
}

PageView stage_report_page(const ViewContext& context, std::optional<std::uint32_t> phase,
                           const std::string& path) {
  PageView page;
  page.template_name = "pages/report";
  page.title = phase ? context.sentence("report.title", {{"phase", context.title({Kind::phase, *phase})}})
                     : context.word("report.whole_title");
  page.description = page.title;
  page.view = StageReport(context, phase, path).view();
  page.view.set("title", page.title).set("links", report_links(context, path));
  return page;
}

}  // namespace gongshi
