// One opinion and what was done with it.
#pragma once

#include "model/consultation.hpp"
#include "model/record.hpp"

namespace gongshi {

struct Assignment : Entry {
  Ref<Kind::unit> to;
  Date date;
};
const FieldTable& fields_of(const Assignment*);

struct Opinion : Record {
  static constexpr Kind kKind = Kind::opinion;

  std::string summary;
  std::string category;
  Ref<Kind::consultation> consultation;
  std::string channel;
  Date received;
  std::optional<std::int64_t> voices;
  Ref<Kind::unit> unit;
  Box<Assignment> assigned;
  Choice<Disposition> disposition;
  std::string reason;
  std::vector<Ref<Kind::item>> items;
  Date replied_on;
  std::string reply;
};
const FieldTable& fields_of(const Opinion*);

}  // namespace gongshi
