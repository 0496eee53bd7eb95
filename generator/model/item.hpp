// A correction: the problem, who answers for it, and everything that happened since.
#pragma once

#include "model/institution.hpp"
#include "model/item_events.hpp"
#include "model/record.hpp"

namespace gongshi {

struct Item : Record {
  static constexpr Kind kKind = Kind::item;

  std::string problem;
  std::string analysis;
  Choice<Origin> origin;
  std::vector<Ref<Kind::opinion>> opinions;
  std::string category;
  Ref<Kind::objective> objective;
  Ref<Kind::phase> phase;
  Choice<ItemClass> item_class;
  Choice<Horizon> horizon;
  Choice<Degree> urgency;
  Choice<Degree> difficulty;
  Choice<Condition> condition;
  std::optional<bool> priority;
  Choice<Pressure> pressure;
  std::optional<bool> recurrent;
  Ref<Kind::unit> unit;
  std::vector<Ref<Kind::unit>> partners;
  std::string lead;
  std::vector<Measure> measures;
  Box<Raising> raised;
  Box<Response> response;
  Box<Quantity> quantity;
  Box<Target> target;
  Date started;
  PlannedDate deadline;
  Choice<DeadlineKind> deadline_kind;
  std::vector<Extension> extensions;
  std::string explanation;
  Box<NextStep> next_step;
  Box<DeepPath> path;
  Box<Participation> participation;
  std::vector<Progress> progress;
  OneOrMore<CompletionClaim> claimed;
  OneOrMore<Acceptance> acceptance;
  OneOrMore<Notice> notice;
  OneOrMore<Closing> closed;
  std::string effect;
  std::vector<Reopening> reopened;
  Choice<Cause> cause;
  std::vector<Ref<Kind::institution>> institutions;
  std::string no_institution;
  std::vector<Inspection> inspections;
  std::vector<Ref<Kind::item>> related;
  Ref<Kind::item> continues;
  Box<Merge> merged_into;
  Box<Split> split_into;
  std::vector<Move> moves;
  std::vector<Revision> revisions;
};
const FieldTable& fields_of(const Item*);

}  // namespace gongshi
