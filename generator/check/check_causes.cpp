// What is strongly felt, long-standing or recurrent has its institutional cause, and a rule that fits it.
#include <algorithm>
#include <map>

#include "check/checks.hpp"
#include "check/places.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

/// What each cause asks for.
constexpr InstitutionAction cure_of(Cause cause) {
  switch (cause) {
    case Cause::not_kept:
      return InstitutionAction::enforced;
    case Cause::incomplete:
      return InstitutionAction::revised;
    case Cause::no_rule:
      return InstitutionAction::new_rule;
  }
  return InstitutionAction::new_rule;
}

Term label_of(const ChoiceWord& word) { return {std::string(word.label.zh), std::string(word.label.en)}; }

class CauseCheck {
 public:
  CauseCheck(const Site& site, Diagnostics& diagnostics) : m_site(site), m_diagnostics(diagnostics) {
    for (const Institution& institution : site.records.all<Institution>()) {
      for (const Ref<Kind::item>& item : institution.items)
        m_answers[item.id].push_back({&institution, item.at});
    }
  }

  void check(const Item& item) {
    std::vector<Answer> answers = m_answers[item.id];
    for (const Ref<Kind::institution>& named : item.institutions) {
      if (const Institution* institution = m_site.records.find<Institution>(named.id))
        answers.push_back({institution, named.at});
    }
    if (item.pressure.given() || item.recurrent == std::optional(true)) check_named(item, answers.empty());
    if (!item.cause.given()) return;
    for (const Answer& answer : answers) check_fit(item.cause.value(), *answer.institution, answer.at);
  }
  void check(const Institution& institution) {
    if (institution.cause.given())
      check_fit(institution.cause.value(), institution, place_of(institution, "cause"));
  }

 private:
  struct Answer {
    const Institution* institution;
    Position at;  ///< of the link between the two
  };

  void check_named(const Item& item, bool unanswered) {
    const Position at = place_of(item, item.pressure.given() ? "pressure" : "recurrent");
    if (!is_written(item, "cause") && unstated(item, "cause") == nullptr) {
      const ChoiceWord& no_rule = choices(Cause{})[2];
      m_diagnostics.add(
          "cause-missing", at,
          {name_of_key(item, item, "cause"), Term{std::string(no_rule.label.zh), std::string(no_rule.key)},
           choice_term(choices(Cause{}))});
    }
    const bool excused = !item.institutions.empty() || !item.no_institution.empty() ||
                         unstated(item, "institutions") != nullptr ||
                         unstated(item, "no_institution") != nullptr;
    if (unanswered && !excused) {
      m_diagnostics.add("institution-missing", at,
                        {name_of_key(item, item, "institutions"), name_of_key(item, item, "no_institution")});
    }
  }

  void check_fit(Cause cause, const Institution& institution, Position at) {
    const InstitutionAction wanted = cure_of(cause);
    if (!institution.action.given() || institution.action == wanted || institution.withdrawn) return;
    const auto action_words = choices(InstitutionAction{});
    m_diagnostics.add("institution-does-not-fit", at,
                      {label_of(choices(Cause{})[static_cast<std::size_t>(cause)]), institution.id,
                       label_of(action_words[institution.action.index]),
                       label_of(action_words[static_cast<std::size_t>(wanted)])},
                      place_of(institution, "action"));
  }

  const Site& m_site;
  Diagnostics& m_diagnostics;
  std::map<std::string, std::vector<Answer>, std::less<>> m_answers;
};

}  // namespace

void check_causes(const Site& site, Diagnostics& diagnostics) {
  CauseCheck check(site, diagnostics);
  for (const Item& item : site.records.all<Item>()) {
    if (!item.withdrawn) check.check(item);
  }
  for (const Institution& institution : site.records.all<Institution>()) {
    if (!institution.withdrawn) check.check(institution);
  }
}

}  // namespace gongshi
