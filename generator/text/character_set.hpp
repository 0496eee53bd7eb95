// A set of bytes that is asked about every byte of a source or a page. find_first_of() goes through its set
// anew for each of them, which takes most of the time of whatever else is done with the text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gongshi {

class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::string_view characters) {
    for (const char c : characters) hold(static_cast<unsigned char>(c));
  }

  /// All other bytes.
  [[nodiscard]] constexpr CharacterSet complement() const {
    CharacterSet others("");
    for (std::size_t byte = 0; byte < m_holds.size(); ++byte) {
      if (!m_holds[byte]) others.hold(byte);
    }
    return others;
  }

  [[nodiscard]] constexpr bool holds(char c) const { return m_holds[static_cast<unsigned char>(c)]; }

  /// Where the first byte of the set stands at or behind `at`, or the end of `text`. Made for long texts: it
  /// goes by eights of bytes, and over those at once that have nothing of ASCII, as most of Chinese has.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t at = 0) const {
    while (at + sizeof(std::uint64_t) <= text.size() && !is_among_eight(text.data() + at))
      at += sizeof(std::uint64_t);
    while (at < text.size() && !holds(text[at])) ++at;
    return at;
  }

  [[nodiscard]] bool any_in(std::string_view text) const { return find(text) != text.size(); }

 private:
  constexpr void hold(std::size_t byte) {
    m_holds[byte] = true;
    if (byte >= kAscii) m_is_ascii = false;
  }

  [[nodiscard]] bool is_among_eight(const char* bytes) const {
    constexpr std::uint64_t kHighBits = 0x8080808080808080;
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    if (m_is_ascii && (eight & kHighBits) == kHighBits) return false;
    bool found = false;
    for (std::size_t i = 0; i < sizeof eight; ++i) found |= holds(bytes[i]);
    return found;
  }

  static constexpr std::size_t kAscii = 0x80;
  std::array<bool, 256> m_holds{};
  bool m_is_ascii = true;
};

}  // namespace gongshi
