// What somebody outside says about a record, and the answer.
#pragma once

#include "model/record.hpp"

namespace gongshi {

enum class FeedbackKind : std::uint8_t { question, suggestion, request, complaint, objection, commendation };
std::span<const ChoiceWord> choices(FeedbackKind);

enum class FeedbackStatus : std::uint8_t { received, accepted, assigned, answered };
std::span<const ChoiceWord> choices(FeedbackStatus);

enum class FeedbackOutcome : std::uint8_t { solved, explained, unreachable };
std::span<const ChoiceWord> choices(FeedbackOutcome);

struct Recheck : Entry {
  Ref<Kind::unit> by;
  Date date;
  std::string note;
};
const FieldTable& fields_of(const Recheck*);

struct Feedback : Record {
  static constexpr Kind kKind = Kind::feedback;

  AnyRecord about;
  Choice<FeedbackKind> kind;
  Date received;
  std::string summary;
  Choice<FeedbackStatus> status;
  std::string reply;
  Date replied_on;
  Choice<FeedbackOutcome> outcome;
  std::optional<bool> satisfied;
  Ref<Kind::feedback> repeats;
  Box<Recheck> rechecked;
};
const FieldTable& fields_of(const Feedback*);

}  // namespace gongshi
