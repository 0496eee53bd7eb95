// Prose of the site.
#pragma once

#include "model/record.hpp"

namespace gongshi {

struct Page : Record {
  static constexpr Kind kKind = Kind::page;

  std::optional<std::int64_t> order;
};
const FieldTable& fields_of(const Page*);

}  // namespace gongshi
