// What happened to an item: measures, progress, claims and every verdict on them, each with its date.
#pragma once

#include "model/item_choices.hpp"
#include "model/record.hpp"

namespace gongshi {

struct Measure : Entry {
  std::string text;
  std::string result;
  PlannedDate due;
  Date done;
  Choice<MeasureStage> stage;
};
const FieldTable& fields_of(const Measure*);

/// Proof: on line by url or file, else where it can be seen.
struct Evidence : Entry {
  std::string title;
  Address url;
  FileName file;
  std::string where;
  std::string kind;
};
const FieldTable& fields_of(const Evidence*);

struct Progress : Entry {
  Date date;
  std::string text;
  std::vector<Evidence> evidence;
};
const FieldTable& fields_of(const Progress*);

/// When and by whom the problem was found or handed over.
struct Raising : Entry {
  Date date;
  std::vector<Ref<Kind::unit>> by;
  std::string number;
};
const FieldTable& fields_of(const Raising*);

struct Response : Entry {
  Choice<ResponsePosition> position;
  Date date;
  std::string text;
};
const FieldTable& fields_of(const Response*);

struct QuantityDone : Entry {
  Date date;
  std::optional<std::int64_t> n;
};
const FieldTable& fields_of(const QuantityDone*);

/// One record for many points, such as 178 places.
struct Quantity : Entry {
  std::optional<std::int64_t> of;
  std::string unit;
  std::vector<QuantityDone> done;
};
const FieldTable& fields_of(const Quantity*);

struct Target : Entry {
  std::string text;
  Decimal value;
  std::string unit;
};
const FieldTable& fields_of(const Target*);

/// A moved deadline; the first one is never overwritten.
struct Extension : Entry {
  PlannedDate to;
  Date date;
  std::vector<Ref<Kind::unit>> by;
  std::string reason;
  Choice<ExtensionState> state;
};
const FieldTable& fields_of(const Extension*);

struct NextStep : Entry {
  std::string text;
  PlannedDate due;
};
const FieldTable& fields_of(const NextStep*);

/// How a deep problem is approached.
struct DeepPath : Entry {
  std::string investigation;
  std::string direction;
  std::string plan;
  std::string policy;
};
const FieldTable& fields_of(const DeepPath*);

/// How people took part, four times over: a consultation, a survey, or words.
struct Participation : Entry {
  WordsOr<Kind::consultation, Kind::survey> finding;
  WordsOr<Kind::consultation, Kind::survey> planning;
  WordsOr<Kind::consultation, Kind::survey> correcting;
  WordsOr<Kind::consultation, Kind::survey> judging;
};
const FieldTable& fields_of(const Participation*);

/// The fixing unit says it is done.
struct CompletionClaim : Entry {
  Date date;
  std::string text;
  Choice<ClaimExtent> extent;
};
const FieldTable& fields_of(const CompletionClaim*);

/// The inspector's verdict on a claim.
struct Acceptance : Entry {
  std::vector<Ref<Kind::unit>> by;
  Date date;
  Choice<AcceptanceResult> result;
  Choice<AcceptanceMethod> method;
  std::string note;
  std::vector<Evidence> evidence;
};
const FieldTable& fields_of(const Acceptance*);

/// The days in which the public may object before an item is closed.
struct Notice : Entry {
  Date from;
  PlannedDate to;
  std::vector<Placed<std::string>> channels;
  WordsOr<Kind::unit> recipient;
  std::string contact;
};
const FieldTable& fields_of(const Notice*);

struct Closing : Entry {
  Date date;
  std::vector<Ref<Kind::unit>> by;
  Choice<ClosedAs> as;
  std::string reason;
};
const FieldTable& fields_of(const Closing*);

struct Reopening : Entry {
  Date date;
  std::string reason;
};
const FieldTable& fields_of(const Reopening*);

struct Inspection : Entry {
  Date date;
  std::vector<Ref<Kind::unit>> by;
  Choice<InspectionResult> result;
  std::string note;
};
const FieldTable& fields_of(const Inspection*);

struct Merge : Entry {
  Ref<Kind::item> item;
  Date date;
  std::string reason;
};
const FieldTable& fields_of(const Merge*);

struct Split : Entry {
  std::vector<Ref<Kind::item>> items;
  Date date;
  std::string reason;
};
const FieldTable& fields_of(const Split*);

/// A change of unit, class or scope; never a new item. What it was before and after is a unit, or the
/// word of a class or scope.
struct Move : Entry {
  Date date;
  Choice<MovedField> field;
  WordsOr<Kind::unit> from;
  WordsOr<Kind::unit> to;
  std::string reason;
  std::vector<Ref<Kind::unit>> by;
};
const FieldTable& fields_of(const Move*);

/// A change of what was published.
struct Revision : Entry {
  Date date;
  Choice<RevisionKind> kind;
  std::vector<Placed<std::string>> fields;
  std::string reason;
  std::vector<Ref<Kind::unit>> by;
};
const FieldTable& fields_of(const Revision*);

}  // namespace gongshi
