// The report of a stage, composed from its records: what was asked, found, done and not done, how it was
// polled, what was made a rule, and the shortcomings. It says nothing that no record says.
#include <algorithm>
#include <numeric>

#include "publish/flow_rows.hpp"
#include "views/build_pages.hpp"
#include "views/duty_matrix.hpp"
#include "views/facts.hpp"
#include "views/stage.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kMostDescribed = 3;  ///< consultations and polls told with their facts

class StageReport {
 public:
  StageReport(const ViewContext& context, std::optional<std::uint32_t> phase, std::string path,
              const std::vector<LongTable>& tables)
      : m_context(context),
        m_site(context.site()),
        m_path(std::move(path)),
        m_tables(tables),
        m_stage(stage_of(m_site, phase)) {}

  ViewObject view() {
    ViewObject view;
    view.set("span", span())
        .set("aim", m_stage.phase == nullptr ? std::string() : (*m_stage.phase)->aim)
        .set("consultations",
             described<Consultation>({"areas", "categories", "sorted", "phase", "unit_word"}))
        .set("more_consultations", more<Consultation>("consultations"))
        .set("told", std::to_string(told_opinions(m_site, m_stage).size()))
        .set("found", std::to_string(m_stage.items.size()))
        .set("origins", origin_table())
        .set("settled", std::to_string(m_stage.settled.size()))
        .set("done", table_start(m_context, m_tables, "done"))
        .set("unsettled", std::to_string(m_stage.items.size() - m_stage.settled.size()))
        .set("not_done", table_start(m_context, m_tables, "not_done"))
        .set("surveys", described<Survey>({"phase", "positive", "options", "question", "items", "aspects"}))
        .set("more_surveys", more<Survey>("surveys"))
        .set("rules", table_start(m_context, m_tables, "rules"))
        .set("shortcomings", shortcoming_lines())
        .set("self_found", table_start(m_context, m_tables, "self_found"))
        .set("flow", flow_line())
        .set("elsewhere", elsewhere());
    return view;
  }

 private:
  [[nodiscard]] std::string span() const {
    if (m_stage.phase == nullptr) return {};
    const Phase& phase = **m_stage.phase;
    if (!phase.from.known() && !phase.to.known()) return m_context.word("report.no_dates");
    return phase.from.text() + "–" + phase.to.text();
  }

  // Records of a kind that belong to the stage, with their facts: [{link, facts}]; none if they are many.
  template <class R>
  ViewList described(const std::vector<std::string_view>& without) {
    ViewList list;
    const RecordPlaces places = records_of<R>(m_site, m_stage);
    if (places.size() > kMostDescribed) return list;
    for (const std::uint32_t i : places) {
      const PublishedRecord record = m_site.record({R::kKind, i});
      ViewObject one;
      one.set("link", m_context.link(record.key(), m_path))
          .set("facts", facts_of(m_context, record, m_path, without));
      list.emplace_back(std::move(one));
    }
    return list;
  }

  // The same as a table where they are many.
  template <class R>
  ViewList more(std::string_view section) {
    return records_of<R>(m_site, m_stage).size() > kMostDescribed ? table_start(m_context, m_tables, section)
                                                                  : ViewList();
  }

  ViewList origin_table() {
    TableView table(m_context.word("report.origins_caption"),
                    {m_context.word("report.origin"), m_context.word("report.count")});
    const std::span<const ChoiceWord> origins = choices(Origin{});
    for (std::size_t o = 0; o < origins.size(); ++o) {
      const auto count = std::count_if(m_stage.items.begin(), m_stage.items.end(), [&](std::uint32_t i) {
        return m_site.records().all<Item>()[i]->origin == static_cast<Origin>(o);
      });
      if (count > 0)
        table.add(entry_view(ViewContext::plain(m_context.label(origins[o]))), {number_cell(count)});
    }
    return table.take_if_any();
  }

  [[nodiscard]] std::size_t items_that(const std::function<bool(const ItemState&)>& fits) const {
    return static_cast<std::size_t>(std::count_if(m_stage.items.begin(), m_stage.items.end(),
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
    const RecordPlaces told = told_opinions(m_site, m_stage);
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
      if (duty->withdrawn || !m_stage.holds(*duty)) continue;
      if (!still_owing(*duty).empty()) ++owed;
      if (others_came_first(m_site, *duty)) ++others_first;
    }
    add("report.duties_owed", owed);
    add("report.others_first", others_first);
  }

  // The sum of the stage's own period, where it has one.
  [[nodiscard]] std::string flow_line() const {
    for (const FlowRow& row : flow_rows(m_site)) {
      const bool wanted = m_stage.phase == nullptr
                              ? row.period == FlowPeriodKind::all
                              : row.period == FlowPeriodKind::phase && row.phase.id == (*m_stage.phase)->id;
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
    return m_stage.phase == nullptr || m_stage.without_phase == 0 ? std::string()
                                                                  : std::to_string(m_stage.without_phase);
  }

  const ViewContext& m_context;
  const PublishedSite& m_site;
  std::string m_path;
  const std::vector<LongTable>& m_tables;
  Stage m_stage;
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

std::string report_title(const ViewContext& context, std::optional<std::uint32_t> phase) {
  return phase ? context.sentence("report.title", {{"phase", context.title({Kind::phase, *phase})}})
               : context.word("report.whole_title");
}

PageView stage_report_page(const ViewContext& context, std::optional<std::uint32_t> phase,
                           const std::string& path, const LongTables& tables) {
  PageView page;
  page.template_name = "pages/report";
  page.is_posted = true;
  page.title = report_title(context, phase);
  page.description = page.title;
  page.view = StageReport(context, phase, path, *tables).view();
  page.view.set("title", page.title).set("links", report_links(context, path));
  return page;
}

}  // namespace gongshi
