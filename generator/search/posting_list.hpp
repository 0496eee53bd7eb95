// A list of record numbers as text: short, and shorter still once a server has packed it.
#pragma once

#include <cstdint>
#include <string>

namespace gongshi {

/// Each number is the distance from the one before, less one (the first from -1), in base 46: 92 characters
/// are digits, '!' to '~' without '"' and '\', of which the upper 46 say that another digit follows.
class PostingList {
 public:
  /// `number` is greater than all before, or the same as the last, which changes nothing.
  void append(std::uint32_t number);
  [[nodiscard]] const std::string& text() const { return m_text; }

 private:
  std::string m_text;
  std::uint32_t m_next = 0;  ///< one more than the last number
};

}  // namespace gongshi
