// The first page: one sentence with numbers, then what stands behind it. Counts of different things
// stand apart and are never added up; what is overdue or disputed is listed and not only counted.
#include <algorithm>

#include "derive/rates.hpp"
#include "views/build_pages.hpp"
#include "views/kind_table.hpp"
#include "views/news.hpp"
#include "views/number_text.hpp"
#include "views/objection.hpp"
#include "views/poll_totals.hpp"
#include "views/state_view.hpp"
#include "views/status_chart.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kMostNews = 10;
constexpr std::size_t kMostListed = 8;
constexpr std::size_t kMostTold = 3;  ///< consultations and polls told one by one

std::string number(std::size_t n) { return std::to_string(n); }

ViewObject figure(std::string label, std::string value, std::string unit, std::string note) {
  ViewObject one;
  one.set("label", std::move(label)).set("value", std::move(value)).set("unit", std::move(unit));
  one.set("note", std::move(note));
  return one;
}

// How many opinions were heard, as far as one consultation says so; several are not added up.
ViewObject opinions_heard(const ViewContext& context) {
  const PublishedSite& site = context.site();
  const auto& consultations = site.records().all<Consultation>();
  const std::string told = number(site.count(Kind::opinion));
  if (consultations.size() == 1 && consultations[0]->total) {
    const Consultation& only = *consultations[0];
    return figure(context.word("home.heard"), grouped(*only.total),
                  only.unit_word.empty() ? context.word("home.opinion_unit") : only.unit_word,
                  context.sentence("home.heard_note", {{"told", told}}));
  }
  return figure(context.word("home.told"), told, context.word("home.opinion_unit"),
                context.sentence("home.told_note", {{"rounds", number(consultations.size())}}));
}

// The one rate that may stand here, with its base; or that no poll may give one.
ViewObject satisfaction(const ViewContext& context) {
  const std::optional<HeadlinePoll> best = headline_poll(context);
  if (!best) {
    return figure(context.word("home.satisfaction"), context.word("home.no_satisfaction"), {},
                  context.word("home.no_satisfaction_note"));
  }
  const std::int64_t positive = *best->figure.positive;
  const std::int64_t valid = *best->figure.valid;
  const std::string note = context.sentence("home.satisfaction_note",
                                            {{"valid", grouped(valid)}, {"positive", grouped(positive)}});
  if (valid < kPercentBase)
    return figure(context.word("home.satisfaction"), rate_words(positive, valid), {}, note);
  const int digits = rate_digits(valid);
  return figure(context.word("home.satisfaction"), plain_decimal(rate(positive, valid, digits), digits), "%",
                note);
}

ViewList big_figures(const ViewContext& context, const ItemTally& tally) {
  const std::string unit = context.word("home.item_unit");
  ViewList figures;
  figures.emplace_back(opinions_heard(context));
  figures.emplace_back(figure(context.word("home.problems"), number(tally.total), unit,
                              tally.left == 0
                                  ? std::string()
                                  : context.sentence("home.problems_note", {{"left", number(tally.left)}})));
  figures.emplace_back(figure(context.word("home.closed"), number(tally.of(ItemStatus::closed)), unit,
                              context.sentence("home.closed_note", {{"done", number(tally.done)}})));
  figures.emplace_back(
      figure(context.word("home.overdue"), number(tally.of(ItemFlag::overdue)), unit,
             context.sentence("home.overdue_note", {{"limited", number(tally.with_deadline)}})));
  if (context.site().count(Kind::survey) > 0) figures.emplace_back(satisfaction(context));
  return figures;
}

// Items that carry a flag: {rows: [{link, state}], more}, `more` saying how many are not listed here.
ViewObject items_with(const ViewContext& context, ItemFlag flag) {
  ViewList rows;
  std::size_t all = 0;
  const auto items = static_cast<std::uint32_t>(context.site().count(Kind::item));
  for (std::uint32_t i = 0; i < items; ++i) {
    const ItemState& state = context.site().state(i);
    if (state.left != ItemState::Left::no || !state.has(flag) || ++all > kMostListed) continue;
    ViewObject row;
    row.set("link", context.link({Kind::item, i}, kHomePath)).set("state", state_view(context, state));
    rows.emplace_back(std::move(row));
  }
  ViewObject list;
  const std::string_view key = choices(ItemFlag{})[static_cast<std::size_t>(flag)].key;
  list.set("rows", std::move(rows))
      .set("list", relative_address(kHomePath, item_list_path("flag", key)))
      .set("more", all <= kMostListed
                       ? std::string()
                       : context.sentence("home.more", {{"count", number(all - kMostListed)}}));
  return list;
}

// The stages in their order: [{link, state, state_label, span, aim}].
ViewList stages(const ViewContext& context) {
  const auto& phases = context.site().records().all<Phase>();
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < phases.size(); ++i) {
    if (!phases[i]->withdrawn) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return phases[a]->order.value_or(INT64_MAX) < phases[b]->order.value_or(INT64_MAX);
  });
  ViewList rows;
  for (const std::uint32_t i : order) {
    const Phase& phase = *phases[i];
    ViewObject row;
    row.set("link", context.link({Kind::phase, i}, kHomePath))
        .set("state", phase.state.given() ? choices(PhaseState{})[phase.state.index].key : "planned")
        .set("state_label",
             phase.state.given() ? context.label(choices(PhaseState{})[phase.state.index]) : std::string())
        .set("span", phase_span(context, phase))
        .set("aim", phase.aim);
    rows.emplace_back(std::move(row));
  }
  return rows;
}

// The consultations as a table, where they are few.
ViewList consultation_table(const ViewContext& context) {
  std::vector<std::uint32_t> places;
  const auto& consultations = context.site().records().all<Consultation>();
  for (std::uint32_t i = 0; i < consultations.size(); ++i) {
    if (!consultations[i]->withdrawn) places.push_back(i);
  }
  if (places.size() > kMostTold) return {};
  return table_part(
      context, kind_table(context, Kind::consultation, std::string(kHomePath), {}, std::move(places)), 1);
}

ViewList kind_list(const ViewContext& context) {
  ViewList kinds;
  for (const KindName& kind : kKinds) {
    const std::size_t count = context.site().count(kind.kind);
    if (count == 0) continue;
    ViewObject one;
    one.set("label", context.word("kinds." + std::string(kind.plural)))
        .set("href", relative_address(kHomePath, index_path(kind.kind)))
        .set("count", number(count));
    kinds.emplace_back(std::move(one));
  }
  return kinds;
}

}  // namespace

PageView home_page(const ViewContext& context) {
  const ItemTally tally = tally_of(context.site());
  PageView page;
  page.template_name = "pages/home";
  page.is_posted = true;
  page.title = context.sentence("home.headline", {{"total", number(tally.total)},
                                                  {"closed", number(tally.of(ItemStatus::closed))},
                                                  {"overdue", number(tally.of(ItemFlag::overdue))}});
  page.description = page.title;
  ViewList news = latest_news(context, kHomePath, kMostNews);
  ViewList phases = stages(context);
  page.view.set("title", page.title)
      .set("figures", big_figures(context, tally))
      .set("has_items", tally.total > 0)
      .set("status", status_chart(context, tally, kHomePath))
      .set("overdue", items_with(context, ItemFlag::overdue))
      .set("disputed", items_with(context, ItemFlag::disputed))
      .set_list("has_phases", "phases", std::move(phases))
      .set_list("has_news", "news", std::move(news))
      .set("consultations", consultation_table(context))
      .set("has_surveys", context.site().count(Kind::survey) > 0)
      .set("surveys", polls_in_brief(context, kHomePath, kMostTold))
      .set("poll_headline", poll_headline(context, kHomePath))
      .set("objection", objection_view(context, kHomePath, {}, {}))
      .set("kinds", kind_list(context));
  return page;
}

}  // namespace gongshi
