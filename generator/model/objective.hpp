// An aim that the body has set itself.
#pragma once

#include "model/record.hpp"

namespace gongshi {

struct Objective : Record {
  static constexpr Kind kKind = Kind::objective;

  Ref<Kind::unit> unit;
  std::string text;
  std::optional<std::int64_t> order;
};
const FieldTable& fields_of(const Objective*);

}  // namespace gongshi
