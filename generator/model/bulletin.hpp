// A notice, brief, good example or report.
#pragma once

#include "model/period.hpp"
#include "model/record.hpp"

namespace gongshi {

enum class BulletinKind : std::uint8_t { notice, brief, example, report };
std::span<const ChoiceWord> choices(BulletinKind);

struct Bulletin : Record {
  static constexpr Kind kKind = Kind::bulletin;

  Choice<BulletinKind> kind;
  std::string number;
  Date date;
  Ref<Kind::unit> unit;
  WordsOr<Kind::unit> published_by;
  Box<Period> window;
};
const FieldTable& fields_of(const Bulletin*);

}  // namespace gongshi
