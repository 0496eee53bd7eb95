#include "model/records.hpp"

namespace gongshi {
namespace {

template <class R>
using Pointer = const R*;

}  // namespace

const FieldTable& fields_of(Kind kind) {
  const FieldTable* table = nullptr;
  RecordLists<Pointer>::for_each_kind([&]<class R>() {
    if (R::kKind == kind) table = &fields_of(static_cast<const R*>(nullptr));
  });
  return *table;
}

}  // namespace gongshi
