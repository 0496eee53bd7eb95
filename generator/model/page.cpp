// The table of pages.
#include "model/page.hpp"

#include "model/record_fields.hpp"

namespace gongshi {

const FieldTable& fields_of(const Page*) {
  // clang-format off
  static const FieldTable table = describe<Page>("page", {"说明", "page"}, record_fields<Page>({
      field<&Page::order>("order", "次序", shown, {"排列次序", "place in the order"}),
  }));
  // clang-format on
  return table;
}

}  // namespace gongshi
