// Parts never exceed their whole, and what was not adopted says why.
#include <map>
#include <optional>

#include "check/checks.hpp"
#include "check/places.hpp"

namespace gongshi {
namespace {

using Count = std::optional<std::int64_t>;

/// A sum that stops at the largest number instead of running over.
std::int64_t plus(std::int64_t a, std::int64_t b) {
  std::int64_t sum = 0;
  return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

template <class Part>
std::int64_t sum_of(const std::vector<Part>& parts) {
  std::int64_t sum = 0;
  for (const Part& part : parts) sum = plus(sum, part.count.value_or(0));
  return sum;
}

/// A count, by the entry and the key that hold it.
template <class E>
struct Place {
  Place(const E& of, std::string_view at) : entry(of), key(at) {}
  const E& entry;
  std::string_view key;
};

class CountCheck {
 public:
  explicit CountCheck(Diagnostics& diagnostics) : m_diagnostics(diagnostics) {}

  void check(const Consultation& c, std::int64_t told) {
    for (const Channel& channel : c.channels) {
      within(c, Place(channel, "of_which"), sum_of(channel.of_which), Place(channel, "count"), channel.count);
    }
    check_returned(c);
    if (c.approximate == std::optional(true)) return;  // "more than 2,400" bounds nothing
    within(c, Place(c, "total_of_which"), sum_of(c.total_of_which), Place(c, "total"), c.total);
    within(c, Place(c, "categories"), sum_of(c.categories), Place(c, "total"), c.total);
    within(c, Place(c, "merged"), c.merged.value_or(0), Place(c, "total"), c.total);
    within(c, Place(c, "dispositions"), sum_of(c.dispositions), Place(c, "total"), c.total);
    std::int64_t received = 0;
    for (const Channel& channel : c.channels) {
      if (channel.counted == Counted::opinions) received = plus(received, channel.count.value_or(0));
    }
    within(c, Place(c, "channels"), received, Place(c, "total"), c.total);
    if (c.total && told > *c.total)
      m_diagnostics.add("told-exceeds-total", place_of(c, "total"), {told, *c.total});
  }

  void check(const Item& item) {
    if (!item.quantity) return;
    for (const QuantityDone& done : item.quantity->done) {
      within(item, Place(done, "n"), done.n.value_or(0), Place(*item.quantity, "of"), item.quantity->of);
    }
  }

  // What is pending was not decided yet, so there is nothing to give a reason for.
  void check(const Opinion& opinion) {
    const Choice<Disposition>& disposition = opinion.disposition;
    if (!disposition.given() || disposition == Disposition::adopted || disposition == Disposition::pending)
      return;
    if (!opinion.reason.empty() || unstated(opinion, "reason") != nullptr) return;
    const ChoiceWord& word = choices(Disposition{})[disposition.index];
    m_diagnostics.add("opinion-reason-missing", place_of(opinion, "disposition"),
                      {name_of_key(opinion, opinion, "reason"),
                       Term{std::string(word.label.zh), std::string(word.label.en)}});
  }

 private:
  template <class A, class B>
  void within(const Record& record, Place<A> part, std::int64_t sum, Place<B> whole, const Count& count) {
    if (!count || sum <= *count) return;
    m_diagnostics.add(
        "parts-exceed-whole", place_of(part.entry, part.key),
        {name_of_key(record, part.entry, part.key), sum, name_of_key(record, whole.entry, whole.key), *count},
        place_of(whole.entry, whole.key));
  }

  // Of one way of asking no more came back than were handed out.
  void check_returned(const Consultation& c) {
    for (const Channel& returned : c.channels) {
      if (!(returned.counted == Counted::returned) || !returned.count) continue;
      for (const Channel& handed_out : c.channels) {
        if (handed_out.counted == Counted::distributed && handed_out.channel == returned.channel)
          within(c, Place(returned, "count"), *returned.count, Place(handed_out, "count"), handed_out.count);
      }
    }
  }

  Diagnostics& m_diagnostics;
};

}  // namespace

void check_counts(const Site& site, Diagnostics& diagnostics) {
  std::map<std::string, std::int64_t, std::less<>> told;
  for (const Opinion& opinion : site.records.all<Opinion>()) {
    if (!opinion.withdrawn) ++told[opinion.consultation.id];
  }
  CountCheck check(diagnostics);
  const auto check_all = [&]<class R>(const std::vector<Written<R>>& records, auto&&... further) {
    for (const R& record : records) {
      if (!record.withdrawn) check.check(record, further(record)...);
    }
  };
  check_all(site.records.all<Consultation>(), [&](const Consultation& c) { return told[c.id]; });
  check_all(site.records.all<Opinion>());
  check_all(site.records.all<Item>());
}

}  // namespace gongshi
