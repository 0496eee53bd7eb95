// What is too good to be true in a poll, or cannot be told from it. Facts, no accusation: `check` lists them
// as warnings and the poll's page tells them beside the figure, in the same words.
#pragma once

#include <functional>
#include <vector>

#include "derive/poll_waves.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/feedback.hpp"
#include "model/item.hpp"
#include "model/limits.hpp"

namespace gongshi {

/// What else is known when a poll is judged: all polls, items and feedback that the reader may know of,
/// none of them withdrawn, each list sorted by id.
struct PollSurroundings {
  std::vector<Poll> polls;
  std::vector<const Item*> items;
  std::vector<const Feedback*> feedback;
  Limits limits;
};

/// Of the lists of a site, raw or published. `table_of` gives the table of the survey at a place of its
/// list.
template <class Lists>
PollSurroundings poll_surroundings(const Lists& records, const Limits& limits,
                                   const std::function<PollTable(std::size_t)>& table_of) {
  PollSurroundings around;
  around.limits = limits;
  const auto& surveys = records.template all<Survey>();
  for (std::size_t i = 0; i < surveys.size(); ++i) {
    if (!surveys[i]->withdrawn) around.polls.push_back({&*surveys[i], table_of(i)});
  }
  for (const auto& item : records.template all<Item>()) {
    if (!item->withdrawn) around.items.push_back(&*item);
  }
  for (const auto& feedback : records.template all<Feedback>()) {
    if (!feedback->withdrawn) around.feedback.push_back(&*feedback);
  }
  return around;
}

/// The poll with this id, or null.
const Poll* find_poll(const PollSurroundings& around, std::string_view survey);

struct PollWarning {
  Code code;
  std::vector<std::size_t> results;  ///< places of the results it is about; none: the whole poll
  std::vector<Argument> arguments;
  Position related;  ///< the other set of counts, of poll-copied-counts
};
/// In the order of the results, then those about several or all. Rows of which only the number of people
/// is shown give only warnings that need no counts.
std::vector<PollWarning> poll_warnings(const Poll& poll, const PollSurroundings& around);

}  // namespace gongshi
