#include "views/poll_pair.hpp"

#include "views/poll_comparison.hpp"
#include "views/poll_rows.hpp"

namespace gongshi {
namespace {

// The unit's own row of the poll.
ViewList row_of_unit(const ViewContext& context, RecordKey self, const Wave& wave, std::string_view from) {
  ShownResults results{self, wave.survey(), wave.survey().results, {}};
  results.table.rests = wave.poll->table.rests;
  results.table.rows = wave.poll->table.rows;
  ViewList all = poll_rows(context, results, {from}, {});
  ViewList one;
  one.push_back(std::move(all[wave.index]));
  return one;
}

}  // namespace

ViewObject poll_pair(const ViewContext& context, RecordKey key, std::string_view from) {
  const auto& records = context.site().records();
  const Lookback& lookback = *records.all<Lookback>()[key.index];
  std::vector<Wave> waves;
  ViewList polls;
  for (const auto& [survey, heading] :
       {std::pair(&lookback.survey, "first_poll"), std::pair(&lookback.resurvey, "second_poll")}) {
    const auto index = records.find_index<Survey>(survey->id);
    const Poll* poll = find_poll(context.polls(), survey->id);
    const auto result = poll == nullptr ? std::nullopt : find_result(*poll->survey, lookback.unit.id);
    if (!index || !result) continue;
    waves.push_back({poll, *result});
    const RecordKey self{Kind::survey, *index};
    ViewObject one;
    one.set("heading", poll_words(context, heading))
        .set("link", context.link(self, from))
        .set("line", opening_line(context, *poll->survey))
        .set("rows", row_of_unit(context, self, waves.back(), from));
    polls.emplace_back(std::move(one));
  }
  ViewList sentences;
  if (waves.size() == 2) {
    for (std::string& sentence : comparison_of(context, waves[0], waves[1], 1))
      sentences.emplace_back(std::move(sentence));
  }
  const auto unit = records.find_index<Unit>(lookback.unit.id);
  ViewObject pair;
  pair.set("lookback", context.link(key, from))
      .set("name", unit ? context.link({Kind::unit, *unit}, from) : ViewContext::plain(lookback.unit.id))
      .set("polls", std::move(polls))
      .set("sentences", std::move(sentences));
  return pair;
}

}  // namespace gongshi
