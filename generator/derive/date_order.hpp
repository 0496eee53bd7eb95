// Which of two dates is earlier, where one may be known only to its month or year.
#pragma once

#include "model/date.hpp"

namespace gongshi {

/// Is every day that `a` may be before every day that `b` may be? Never where one is not known.
inline bool surely_before(const Date& a, const Date& b) {
  return a.known() && b.known() && a.last_day() < b.first_day();
}

/// May both be in this order, `a` no later than `b`? So wherever one is not known.
inline bool may_follow(const Date& b, const Date& a) { return !surely_before(b, a); }

}  // namespace gongshi
