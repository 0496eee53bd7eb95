// What was answered shows its answer, and the head office does first what it asks of others.
#include <algorithm>

#include "check/checks.hpp"
#include "check/places.hpp"
#include "derive/date_order.hpp"

namespace gongshi {
namespace {

void check_answer(const Feedback& feedback, Diagnostics& diagnostics) {
  if (!(feedback.status == FeedbackStatus::answered)) return;
  const auto need = [&](std::string_view key, bool given, Term example) {
    if (given || unstated(feedback, key) != nullptr) return;
    diagnostics.add("answer-missing", place_of(feedback, "status"),
                    {name_of_key(feedback, feedback, key), std::move(example)});
  };
  need("reply", !feedback.reply.empty(), {"怎样答复的", "what was replied"});
  need("replied_on", is_written(feedback, "replied_on"), {"2026-06-15", "2026-06-15"});
}

const Fulfilment* fulfilment_by(const Duty& duty, std::string_view unit) {
  const auto found = std::find_if(duty.fulfilled.begin(), duty.fulfilled.end(),
                                  [&](const Fulfilment& f) { return f.unit.id == unit; });
  return found == duty.fulfilled.end() ? nullptr : &*found;
}

// Where the head office is asked too and has not done it, or later than others.
void check_head_office(const Site& site, const Duty& duty, Diagnostics& diagnostics) {
  for (const Ref<Kind::unit>& addressee : duty.to) {
    const Unit* unit = site.records.find<Unit>(addressee.id);
    if (unit == nullptr || !(unit->type == UnitType::office)) continue;
    const Fulfilment* own = fulfilment_by(duty, addressee.id);
    for (const Fulfilment& other : duty.fulfilled) {
      if (other.unit.id == addressee.id || (own != nullptr && !surely_before(other.date, own->date)))
        continue;
      diagnostics.add("head-office-not-first", place_of(other, "unit"), {other.unit.id, addressee.id});
      return;
    }
  }
}

}  // namespace

void check_answers(const Site& site, Diagnostics& diagnostics) {
  for (const Feedback& feedback : site.records.all<Feedback>()) {
    if (!feedback.withdrawn) check_answer(feedback, diagnostics);
  }
  for (const Duty& duty : site.records.all<Duty>()) {
    if (!duty.withdrawn) check_head_office(site, duty, diagnostics);
  }
}

}  // namespace gongshi
