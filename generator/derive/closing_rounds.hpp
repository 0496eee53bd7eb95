// What a closing rests on: of every round the acceptance and the notice that belong to it. A round begins
// with the reopening before it.
#pragma once

#include <vector>

#include "model/item.hpp"

namespace gongshi {

struct ClosingRound {
  const Closing* closing = nullptr;
  const Acceptance* acceptance = nullptr;  ///< newest that passed, with body and date; null if none
  const Notice* notice = nullptr;          ///< newest one with a first day; null if none
  bool in_force = true;                    ///< not reopened since
};

/// A round for each closing, in the order they are written.
std::vector<ClosingRound> closing_rounds(const Item& item);

}  // namespace gongshi
