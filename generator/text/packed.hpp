// Numbers and texts one behind the other as bytes, and back: for what is kept from run to run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gongshi {

/// Seven bits a byte, the lowest first; the highest bit says that more follow.
void append_packed(std::string& out, std::uint64_t number);
/// How many bytes, and the bytes.
void append_packed(std::string& out, std::string_view text);

/// Reads what append_packed wrote. Bytes that hold something else give other numbers and texts, never an
/// error or a read beyond their end; whoever keeps them tells by a hash whether they are the same.
class PackedReader {
 public:
  explicit PackedReader(std::string_view bytes) : m_rest(bytes) {}

  /// Zero behind the end.
  std::uint64_t number();
  /// As many bytes; nothing, and all that follows broken, where there are not so many.
  std::string_view take(std::uint64_t size);
  std::string_view text() { return take(number()); }

  [[nodiscard]] std::string_view rest() const { return m_rest; }
  /// Was more asked for than there was?
  [[nodiscard]] bool broken() const { return m_broken; }

 private:
  std::string_view m_rest;
  bool m_broken = false;
};

}  // namespace gongshi
