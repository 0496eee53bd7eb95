// A rate that somebody states, held against the counts it is about.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "derive/poll_figures.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gongshi {

struct ClaimCheck {
  std::int64_t x = 0;
  std::int64_t n = 0;
  bool is_true = false;
  /// Where it is not: other ways to reckon that would give it (cut off instead of rounded, of those asked,
  /// the first option alone, without other options, the mean of unit rates).
  std::vector<Term> would_give;
};

/// The claim against the counts of its unit, or of all results together where it names none; nothing where
/// there are no counts to check it by.
std::optional<ClaimCheck> check_claim(const Survey& survey, const PollTable& table, const Claim& claim);

}  // namespace gongshi
