#include "views/poll_rows.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/print_diagnostics.hpp"
#include "views/stacked_bar.hpp"

namespace gongshi {
namespace {

// Every option's count is known and is shown.
bool has_all_counts(const PollRow& row) {
  return row.level == 3 && has_rate(row) && !row.counts.empty() &&
         std::all_of(row.counts.begin(), row.counts.end(),
                     [](const auto& count) { return count.has_value(); });
}

// Share of the base, rounded by itself; options out of the base have none.
std::string share_of(const Survey& survey, const PollRow& row, std::size_t option) {
  if (!has_rate(row) || *row.valid < kPercentBase || !row.counts[option]) return {};
  if (lists(survey.excluded, survey.options[option].value)) return {};
  const int d = rate_digits(*row.valid);
  return decimal_text(rate(*row.counts[option], *row.valid, d), d) + " %";
}

/// Shades on each side of the bar; further options of a side share the last one.
constexpr std::array<std::string_view, 2> kAgree = {"agree-0", "agree-1"};
constexpr std::array<std::string_view, 2> kObject = {"object-0", "object-1"};

// Class of the option's part in the bar; empty for an option out of the base.
std::string_view shade_of(const Survey& survey, std::size_t option) {
  const std::string& name = survey.options[option].value;
  if (lists(survey.excluded, name)) return {};
  const bool positive = lists(survey.positive, name);
  std::size_t before = 0;
  for (std::size_t i = 0; i < option; ++i) {
    const std::string& other = survey.options[i].value;
    if (!lists(survey.excluded, other) && lists(survey.positive, other) == positive) ++before;
  }
  return (positive ? kAgree : kObject)[std::min<std::size_t>(before, 1)];
}

ViewList counts_view(const ViewContext& context, const Survey& survey, const PollRow& row) {
  ViewList counts;
  const auto is_known = [](const std::optional<std::int64_t>& count) { return count.has_value(); };
  if (row.level < 3 || std::none_of(row.counts.begin(), row.counts.end(), is_known)) return counts;
  for (std::size_t i = 0; i < row.counts.size(); ++i) {
    ViewObject one;
    one.set("option", survey.options[i].value)
        .set("key", shade_of(survey, i))
        .set("count", row.counts[i] ? std::to_string(*row.counts[i]) : poll_words(context, "not_published"))
        .set("share", share_of(survey, row, i));
    counts.emplace_back(std::move(one));
  }
  return counts;
}

// The positive options to the left of a middle line, the others to its right.
Html bar_of(const ViewContext& context, const Survey& survey, const PollRow& row) {
  if (!has_all_counts(row)) return {};
  std::vector<BarPart> parts;
  std::vector<BarPart> others;
  std::string label;
  for (std::size_t i = 0; i < row.counts.size(); ++i) {
    const std::string_view shade = shade_of(survey, i);
    if (shade.empty()) continue;
    const std::string& option = survey.options[i].value;
    (lists(survey.positive, option) ? parts : others).push_back({shade, *row.counts[i]});
    label +=
        (label.empty() ? "" : context.word("list_separator")) + option + " " + std::to_string(*row.counts[i]);
  }
  const std::size_t positive = parts.size();
  parts.insert(parts.end(), others.begin(), others.end());
  return diverging_bar(parts, positive, label);
}

// Of those who answered by less than half, it is never said that the threshold was met.
std::string threshold_words(const ViewContext& context, const ShownResults& results, const PollRow& row) {
  const std::int64_t threshold = context.site().limits().satisfaction;
  if (row.level < 2 || row.results.size() != 1 ||
      results.survey.measures.value_or(Measured::satisfaction) != Measured::satisfaction)
    return {};
  const std::vector<std::pair<std::string_view, std::string>> values = {
      {"threshold", std::to_string(threshold)}};
  const Turnout turnout = turnout_of(results.results, row);
  switch (verdict_of(results.survey, results.results[row.results.front()], row, threshold)) {
    case Verdict::met:
      if (turnout == Turnout::low || turnout == Turnout::thin) return {};
      return poll_words(context, has_rate(row) ? "met" : "met_reported", values);
    case Verdict::below: {
      const bool seems_met = has_rate(row) && rate(*row.positive, *row.valid, rate_digits(*row.valid)) >=
                                                  rate(threshold, 100, rate_digits(*row.valid));
      if (!has_rate(row)) return poll_words(context, "below_reported", values);
      return poll_words(context, seems_met ? "below_by_counts" : "below", values);
    }
    case Verdict::undecidable:
      return poll_words(context, "undecidable");
    case Verdict::none:
      break;
  }
  return {};
}

std::string interval_words(const ShownResults& results, const PollRow& row) {
  if (!has_rate(row)) return {};
  const auto interval = interval_of(results.survey, results.results, row, rate_digits(*row.valid) + 1);
  return interval ? interval->low + "–" + interval->high + " %" : std::string();
}

// Why there is no rate of counts, in words.
std::string missing_words(const ViewContext& context, const ShownResults& results, const PollRow& row) {
  if (has_rate(row)) return {};
  const std::string& reported = results.results[row.results.front()].reported_rate.text;
  if (row.marker == PollMarker::reported && !reported.empty())
    return poll_words(context, "reported_rate", {{"c", reported}});
  return context.label(choices(PollMarker{})[static_cast<std::size_t>(row.marker)]);
}

ViewList texts(const std::vector<std::string>& all) {
  ViewList list;
  for (const std::string& text : all) list.emplace_back(text);
  return list;
}

class RowView {
 public:
  RowView(const ViewContext& context, const ShownResults& results, const RowStyle& style)
      : m_context(context), m_results(results), m_style(style) {}

  ViewObject make(const PollRow& row, ViewObject name, ViewList warnings) const {
    const Survey& survey = m_results.survey;
    const auto counted = [](const std::optional<std::int64_t>& n) {
      return n ? std::to_string(*n) : std::string();
    };
    const PollFigures figures = figures_of(survey, m_results.results, row);
    const bool has_percent = has_rate(row) && *row.valid >= kPercentBase;
    ViewList counts = counts_view(m_context, survey, row);
    ViewObject view;
    view.set("name", std::move(name))
        .set("sentences", texts(sentences_of(m_context, m_results, row)))
        .set("positive", counted(figures.satisfied))
        .set("valid", row.level >= 1 ? counted(row.valid) : std::string())
        .set("rate_value", figures.rate.value_or(""))
        .set("rate_text", has_percent ? rate_words(*row.positive, *row.valid) : std::string())
        .set("method", survey.method.given() ? m_context.label(choices(Method{})[survey.method.index])
                                             : poll_words(m_context, "not_published"))
        .set("interval", interval_words(m_results, row))
        .set("threshold",
             m_style.against_threshold ? threshold_words(m_context, m_results, row) : std::string())
        .set("marker", choices(PollMarker{})[static_cast<std::size_t>(row.marker)].key)
        .set("missing", missing_words(m_context, m_results, row))
        .set_list("has_counts", "counts", std::move(counts))
        .set("bar", bar_of(m_context, survey, row))
        .set("warnings", std::move(warnings));
    return view;
  }

 private:
  const ViewContext& m_context;
  const ShownResults& m_results;
  const RowStyle& m_style;
};

}  // namespace

bool lists(const std::vector<Placed<std::string>>& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(), [&](const auto& one) { return one.value == word; });
}

ViewObject link_of_result(const ViewContext& context, const SurveyResult& result, std::string_view from) {
  const auto unit = context.site().records().find_index<Unit>(result.unit.id);
  if (result.unit.given() && unit) return context.link({Kind::unit, *unit}, from);
  return ViewContext::plain(name_of_result(context, result));
}

ViewList poll_rows(const ViewContext& context, const ShownResults& results, const RowStyle& style,
                   const std::vector<PollWarning>& warnings) {
  const RowView view(context, results, style);
  ViewList rows;
  for (std::size_t i = 0; i < results.table.rows.size(); ++i) {
    ViewList about_row;
    for (const PollWarning& warning : warnings) {
      if (!warning.results.empty() && warning.results.front() == i)
        about_row.emplace_back(
            word(warning.code.message().text.in(context.language()), warning.arguments, context.language()));
    }
    rows.emplace_back(view.make(results.table.rows[i],
                                link_of_result(context, results.results[i], style.from),
                                std::move(about_row)));
  }
  for (const PollRow& rest : results.table.rests) {
    std::string name = poll_words(context, "rest", {{"m", std::to_string(rest.results.size())}});
    rows.emplace_back(view.make(rest, ViewContext::plain(std::move(name)), {}));
  }
  return rows;
}

ViewObject poll_row(const ViewContext& context, const ShownResults& results, const RowStyle& style,
                    std::size_t result) {
  return RowView(context, results, style)
      .make(results.table.rows[result], link_of_result(context, results.results[result], style.from), {});
}

bool is_rounding_seen(const ShownResults& results) {
  return std::any_of(results.table.rows.begin(), results.table.rows.end(), [&](const PollRow& row) {
    if (!has_all_counts(row) || *row.valid < kPercentBase) return false;
    const int d = rate_digits(*row.valid);
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < row.counts.size(); ++i) {
      if (!lists(results.survey.excluded, results.survey.options[i].value))
        sum += rate(*row.counts[i], *row.valid, d);
    }
    return sum != rate(1, 1, d);
  });
}

}  // namespace gongshi
