// The one table of the rules that a site is held to: which there are, by family. A rule is a message, so
// its code, sentence, level and cure stand in diagnostics/messages/ and nowhere else. `check`,
// `explain`, the tests and the page that tells how the site is checked all read this table. A site may
// lower these rules, and a record may waive them, each with a reason.
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "diagnostics/messages.hpp"

namespace gongshi {

struct RuleFamily {
  std::string_view name;  ///< stable, kebab-case
  Bilingual label;
  std::span<const Message> rules;
};

inline constexpr std::array kRuleFamilies = {
    RuleFamily{"deadlines", {"期限", "Deadlines"}, messages::kDeadlineRules},
    RuleFamily{"independence", {"谁来验收和批准", "Who judges"}, messages::kIndependenceRules},
    RuleFamily{"closing", {"销号", "Closing"}, messages::kClosingRules},
    RuleFamily{"notice", {"公示", "Notice"}, messages::kNoticeRules},
    RuleFamily{"order", {"先后", "Order of events"}, messages::kOrderRules},
    RuleFamily{"ledger", {"台账", "The ledger"}, messages::kLedgerRules},
    RuleFamily{"causes", {"制度原因", "Causes and rules"}, messages::kCauseRules},
    RuleFamily{"counts", {"数", "Counts"}, messages::kCountRules},
    RuleFamily{"polls", {"满意度测评", "Polls"}, messages::kPoll},
    RuleFamily{"answers", {"答复和要求", "Answers and duties"}, messages::kAnswerRules},
};

inline constexpr std::string_view kMissing = "missing-";

/// The family that a message belongs to, or null for one that is no rule.
constexpr const RuleFamily* family_of(const Message& message) {
  for (const RuleFamily& family : kRuleFamilies) {
    for (const Message& rule : family.rules) {
      if (rule.code == message.code) return &family;
    }
  }
  return nullptr;
}

/// May a site lower it, and a record waive it? A rule, a missing required key, and the warnings about a
/// body, which are rules of what it says unseen.
constexpr bool may_be_lowered(const Message& message) {
  return family_of(message) != nullptr || message.code == kMissing || message.severity == Severity::warning;
}

/// May a record waive it? What may be lowered, and what only people can tell from what must not get out: a
/// number that looks like somebody's, an attachment's unseen parts.
constexpr bool may_be_waived(const Message& message) {
  constexpr std::array<std::string_view, 3> kJudged = {"personal-data", "attachment-hidden",
                                                       "attachment-unreadable"};
  return may_be_lowered(message) || std::find(kJudged.begin(), kJudged.end(), message.code) != kJudged.end();
}

}  // namespace gongshi
