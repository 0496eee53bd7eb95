// The values that an audience may not see, noted while they are left out, so that the finished output can
// be searched for them. Nobody but that search can read them: to all others this type is a black box.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/kind.hpp"

namespace gongshi {

class WithheldValues {
 public:
  [[nodiscard]] std::size_t count() const { return m_values.size(); }

 private:
  friend class Projection;
  friend class RecordProjection;
  friend struct WithheldParts;
  friend class LeakScan;

  struct Value {
    Kind kind = Kind::phase;
    std::string id;          ///< of the record it is from
    std::string_view field;  ///< key of the innermost field, `id` or `body`
    std::string text;
  };
  std::vector<Value> m_values;
};

}  // namespace gongshi
