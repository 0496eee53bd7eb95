// A poll and its results.
#pragma once

#include "model/period.hpp"
#include "model/record.hpp"

namespace gongshi {

enum class Measured : std::uint8_t { satisfaction, support, other };
std::span<const ChoiceWord> choices(Measured);

/// How the conductor stands to the rated body.
enum class Relation : std::uint8_t { superior, within, self, independent, joint, oversight };
std::span<const ChoiceWord> choices(Relation);

enum class Method : std::uint8_t { census, random_sample, representatives, self_selected, intercept, vote };
std::span<const ChoiceWord> choices(Method);

enum class Respondents : std::uint8_t { own_staff, members, service_users, the_public };
std::span<const ChoiceWord> choices(Respondents);

/// Is a reported rate the rate itself, or its lower bound?
enum class Bound : std::uint8_t { exact, at_least };
std::span<const ChoiceWord> choices(Bound);

enum class SmallCellMode : std::uint8_t { base, cells, none };
std::span<const ChoiceWord> choices(SmallCellMode);

struct Score : Entry {
  Decimal value;
  Decimal of;
};
const FieldTable& fields_of(const Score*);

/// The result for one unit, or for an object such as a project or a street.
struct SurveyResult : Entry {
  Ref<Kind::unit> unit;
  std::string object;
  std::optional<std::int64_t> invited;
  std::optional<std::int64_t> issued;
  std::optional<std::int64_t> returned;
  std::optional<std::int64_t> void_ballots;
  std::optional<std::int64_t> valid;
  std::vector<Keyed<std::optional<std::int64_t>>> counts;
  std::optional<bool> rest_not_published;
  std::optional<std::int64_t> participants;
  std::optional<std::int64_t> covers;
  Percent reported_rate;
  Choice<Bound> bound;
  std::vector<Keyed<Percent>> reported;
  Box<Score> score;
};
const FieldTable& fields_of(const SurveyResult*);

/// A rate as somebody states it, checked against the counts.
struct Claim : Entry {
  Ref<Kind::unit> unit;
  Percent rate;
  std::string text;
  Choice<Bound> bound;
};
const FieldTable& fields_of(const Claim*);

struct Aspect : Entry {
  std::string title;
  std::vector<SurveyResult> results;
};
const FieldTable& fields_of(const Aspect*);

struct Announcement : Entry {
  Date date;
  std::string where;
};
const FieldTable& fields_of(const Announcement*);

/// How single answers are protected.
struct SmallCell : Entry {
  Choice<SmallCellMode> mode;
  std::string reason;
  std::vector<Placed<std::string>> published;  ///< units or objects whose results an earlier release showed
};
const FieldTable& fields_of(const SmallCell*);

struct Survey : Record {
  static constexpr Kind kKind = Kind::survey;

  Ref<Kind::phase> phase;
  Choice<Measured> measures;
  std::vector<Ref<Kind::unit>> conductor;
  WordsOr<Kind::unit> commissioned_by;
  Choice<Relation> relation;
  Choice<Method> method;
  Choice<Respondents> respondents;
  Box<Period> period;
  std::string population;
  std::optional<std::int64_t> population_size;
  std::string selected_by;
  Decimal design_effect;
  std::string question;
  std::vector<Placed<std::string>> options;
  std::vector<Placed<std::string>> positive;
  std::vector<Placed<std::string>> excluded;
  std::vector<SurveyResult> results;
  std::vector<Claim> claims;
  std::vector<Ref<Kind::item>> items;
  std::vector<Aspect> aspects;
  Box<Announcement> announced;
  Box<SmallCell> small_cell;
};
const FieldTable& fields_of(const Survey*);

}  // namespace gongshi
