// A round of asking people for their opinions.
#pragma once

#include "model/period.hpp"
#include "model/record.hpp"

namespace gongshi {

/// What a count of a channel counts.
enum class Counted : std::uint8_t { held, distributed, returned, installed, opinions, people };
std::span<const ChoiceWord> choices(Counted);

/// A part of a whole that belongs to one unit.
struct UnitShare : Entry {
  Ref<Kind::unit> unit;
  std::optional<std::int64_t> count;
};
const FieldTable& fields_of(const UnitShare*);

/// A way of asking; without a count where none was published.
struct Channel : Entry {
  std::string channel;
  std::optional<std::int64_t> count;
  Choice<Counted> counted;
  std::vector<UnitShare> of_which;
  std::string note;
};
const FieldTable& fields_of(const Channel*);

struct CategoryCount : Entry {
  std::string category;
  std::optional<std::int64_t> count;
};
const FieldTable& fields_of(const CategoryCount*);

/// What was done with an opinion.
enum class Disposition : std::uint8_t {
  adopted,
  partly,
  planned,
  explained,
  noted,
  not_adopted,
  passed_on,
  pending
};
std::span<const ChoiceWord> choices(Disposition);

struct DispositionCount : Entry {
  Choice<Disposition> disposition;
  std::optional<std::int64_t> count;
};
const FieldTable& fields_of(const DispositionCount*);

struct Consultation : Record {
  static constexpr Kind kKind = Kind::consultation;

  std::vector<Ref<Kind::unit>> by;
  Ref<Kind::phase> phase;
  Box<Period> period;
  std::vector<Channel> channels;
  std::optional<std::int64_t> total;
  std::string unit_word;
  std::vector<UnitShare> total_of_which;
  std::optional<bool> sorted;
  std::vector<Placed<std::string>> areas;
  std::vector<CategoryCount> categories;
  std::optional<std::int64_t> merged;
  std::optional<bool> approximate;
  std::vector<DispositionCount> dispositions;
};
const FieldTable& fields_of(const Consultation*);

}  // namespace gongshi
