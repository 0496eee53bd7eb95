// What is told of a poll as a whole: the total over its units, and facts about its options.
#pragma once

#include "views/poll_sentences.hpp"

namespace gongshi {

/// Sentences: more positive options than others, a second option that makes up most of the positive answers,
/// the total over units of a census (and the mean of their rates where it differs by a point), how many
/// units have a result.
ViewList poll_facts(const ViewContext& context, const ShownResults& results);

/// The one rate that may stand on the first page: of the latest poll of satisfaction, with counts, of others
/// than own staff, everybody or a random sample of them, answered by half of them or more and by at least the
/// site's `headline_base`.
struct HeadlinePoll {
  const Poll* poll = nullptr;
  PollRow figure;  ///< valid and positive are known
};
std::optional<HeadlinePoll> headline_poll(const ViewContext& context);

/// What polls say in a sentence or two, without the one that heads the site: [{link, sentences: [text]}];
/// none where more than `most` are published.
ViewList polls_in_brief(const ViewContext& context, std::string_view from, std::size_t most);

/// {text, link, is_rate}: that rate in sentences, or words that there is none. `link` is of the poll.
ViewObject poll_headline(const ViewContext& context, std::string_view from);

}  // namespace gongshi
