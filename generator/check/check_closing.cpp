// What closing rests on, round by round: proof, measures, acceptance, notice, answered objections, effect.
#include <algorithm>
#include <map>

#include "check/checks.hpp"
#include "check/places.hpp"
#include "derive/closing_rounds.hpp"
#include "derive/date_order.hpp"

namespace gongshi {
namespace {

using Objections = std::map<std::string, std::vector<const Feedback*>, std::less<>>;

// Objections that stand, by the id of the item that they are about.
Objections objections_of(const Site& site) {
  Objections by_item;
  for (const Feedback& feedback : site.records.all<Feedback>()) {
    if (!(feedback.kind == FeedbackKind::objection) || feedback.withdrawn) continue;
    for (const RecordKey& key : records_named(site.records, feedback.about.id)) {
      if (key.kind == Kind::item) by_item[std::string(split_name(feedback.about.id).id)].push_back(&feedback);
    }
  }
  return by_item;
}

bool is_done(const Closing& closing) { return closing.as.value_or(ClosedAs::done) == ClosedAs::done; }

class ClosingCheck {
 public:
  ClosingCheck(const Site& site, Diagnostics& diagnostics)
      : m_objections(objections_of(site)), m_diagnostics(diagnostics) {}

  void check(const Item& item) {
    check_evidence_places(item);
    for (const ClosingRound& round : closing_rounds(item)) {
      is_done(*round.closing) ? check_done(item, round) : check_otherwise(item, *round.closing);
      check_notice(item, round);
    }
  }

 private:
  void check_done(const Item& item, const ClosingRound& round) {
    const Position at = round.closing->at;
    if (!has_evidence(item, round)) m_diagnostics.add("closed-without-evidence", at);
    if (round.acceptance == nullptr) m_diagnostics.add("closed-without-acceptance", at);
    // Measures and effect tell of now, so they are asked for only where it is still closed.
    if (!round.in_force) return;
    for (const Measure& measure : item.measures) {
      if (!measure.done.known())
        m_diagnostics.add("closed-with-open-measure", measure.at, {name_of_key(item, measure, "done")}, at);
    }
    if (item.effect.empty()) {
      const Placed<std::string>* entry = unstated(item, "effect");
      m_diagnostics.add("closed-without-effect", entry == nullptr ? at : entry->at,
                        {name_of_key(item, item, "effect")});
    }
  }

  void check_otherwise(const Item& item, const Closing& closing) {
    const ChoiceWord& as = choices(ClosedAs{})[closing.as.index];
    const Term word{std::string(as.label.zh), std::string(as.label.en)};
    const auto missing = [&](Code code, std::string_view key) {
      m_diagnostics.add(code, place_of(closing, "as"), {name_of_key(item, closing, key), word});
    };
    if (closing.reason.empty()) missing("closed-without-reason", "reason");
    if (closing.by.empty()) missing("closed-without-body", "by");
  }

  void check_notice(const Item& item, const ClosingRound& round) {
    const Closing& closing = *round.closing;
    if (round.notice == nullptr || !round.notice->to.known()) {
      m_diagnostics.add("closed-without-notice", closing.at);
      return;
    }
    const Notice& notice = *round.notice;
    // Finished means a later day; of months it is enough that some day would fit.
    if (closing.date.known() && closing.date.last_day() <= notice.to.first_day()) {
      m_diagnostics.add("closed-during-notice", place_of(closing, "date"),
                        {closing.date.text(), notice.to.text()}, place_of(notice, "to"));
    }
    check_objections(item, closing, notice);
  }

  void check_objections(const Item& item, const Closing& closing, const Notice& notice) {
    const auto about = m_objections.find(item.id);
    if (about == m_objections.end()) return;
    for (const Feedback* objection : about->second) {
      const Date& received = objection->received;
      const bool within =
          received.known() && may_follow(received, notice.from) && may_follow(notice.to, received);
      const bool answered =
          objection->status == FeedbackStatus::answered && may_follow(closing.date, objection->replied_on);
      if (within && !answered) {
        m_diagnostics.add("objection-unanswered", closing.at, {objection->id},
                          place_of(*objection, "received"));
      }
    }
  }

  static bool counts(const Evidence& evidence, const ClosingRound& round) {
    if (!evidence.url.text.empty() || !evidence.file.text.empty()) return true;
    return !evidence.where.empty() && round.acceptance != nullptr &&
           round.acceptance->method == AcceptanceMethod::on_site;
  }

  static bool has_evidence(const Item& item, const ClosingRound& round) {
    const auto any = [&](const std::vector<Evidence>& list) {
      return std::any_of(list.begin(), list.end(), [&](const Evidence& e) { return counts(e, round); });
    };
    const bool in_progress = std::any_of(item.progress.begin(), item.progress.end(), [&](const Progress& p) {
      return may_follow(round.closing->date, p.date) && any(p.evidence);
    });
    return in_progress || (round.acceptance != nullptr && any(round.acceptance->evidence));
  }

  void check_evidence_places(const Item& item) {
    const auto check_all = [&](const std::vector<Evidence>& list) {
      for (const Evidence& e : list) {
        if (!is_written(e, "url") && !is_written(e, "file") && e.where.empty())
          m_diagnostics.add("evidence-nowhere", e.at, {e.title});
      }
    };
    for (const Progress& progress : item.progress) check_all(progress.evidence);
    for (const Acceptance& acceptance : item.acceptance) check_all(acceptance.evidence);
  }

  Objections m_objections;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_closing(const Site& site, Diagnostics& diagnostics) {
  ClosingCheck check(site, diagnostics);
  for (const Item& item : site.records.all<Item>()) {
    if (!item.withdrawn && !is_misread(fields_of(&item), &item)) check.check(item);
  }
}

}  // namespace gongshi
