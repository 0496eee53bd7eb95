// Small groups in a poll: how much of each result may be shown so that no single answer can be worked out.
// By base, the default: a group with fewer valid answers than the threshold is not shown singly, and enough
// others with it that no total gives it back; no count in a larger group is withheld. By cells, where a poll
// asks for it: no shown number and no difference of shown numbers is 1 to threshold - 1. The rules are
// sections 6.1 to 6.5 of the notes on honest figures, the search is derive/cell_levels.hpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "derive/poll_table.hpp"
#include "model/limits.hpp"

namespace gongshi {

/// The unit that a unit is part of, by ids. Its result is a total of theirs where a poll has both.
using UnitParents = std::map<std::string, std::string, std::less<>>;

/// Levels at which results are public already, by the id of the unit or the words of the object: what was
/// published once cannot be taken back, so it is neither hidden nor used to hide others. A survey names such
/// results in `small_cell.published`; this is for levels known from elsewhere.
using PublicLevels = std::map<std::string, std::uint8_t, std::less<>>;

struct ProtectedPoll {
  PollTable results;
  std::vector<PollTable> aspects;  ///< in the order of the survey's aspects
  /// Of each result: may it be told whether it is below the threshold of satisfaction? Where not, neither
  /// a verdict nor a look-back may be shown, nor that there is none.
  std::vector<bool> verdicts;
  /// Results that are public already and pin a small number.
  std::vector<std::size_t> unprotected;
};

/// The tables of a poll with nothing in them that must not be shown. A result that several tables have, by
/// its unit or object, has one level in all: the lowest.
ProtectedPoll protect(const Survey& survey, const UnitParents& parents, const Limits& limits,
                      const PublicLevels& published = {});

}  // namespace gongshi
