#include "text/packed.hpp"

namespace gongshi {

void append_packed(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7U) out.push_back(static_cast<char>((number & 0x7FU) | 0x80U));
  out.push_back(static_cast<char>(number));
}

void append_packed(std::string& out, std::string_view text) {
  append_packed(out, std::uint64_t{text.size()});
  out += text;
}

std::uint64_t PackedReader::number() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::string_view next = take(1);
    if (next.empty()) return 0;
    const auto byte = static_cast<unsigned char>(next.front());
    number |= (byte & std::uint64_t{0x7F}) << shift;
    if (byte < 0x80) break;
  }
  return number;
}

std::string_view PackedReader::take(std::uint64_t size) {
  m_broken = m_broken || size > m_rest.size();
  if (m_broken) return {};
  const std::string_view taken = m_rest.substr(0, size);
  m_rest.remove_prefix(size);
  return taken;
}

}  // namespace gongshi
