// [[id]] in a text of a body.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gongshi {

struct RecordReference {
  std::size_t begin = 0;   ///< of "[[", in the text as shown
  std::size_t end = 0;     ///< after "]]"
  std::size_t offset = 0;  ///< of "[[", in the source
  std::string_view id;     ///< a part of the text as shown, without blanks around it
};

/// All references of `shown`, which begins at `start` of `source`. \[[id]] is none.
std::vector<RecordReference> find_record_references(std::string_view source, std::size_t start,
                                                    std::string_view shown);

}  // namespace gongshi
