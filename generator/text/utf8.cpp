#include "text/utf8.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace gongshi {
namespace {

// Well-formed sequences as listed in the Unicode Standard, table 3-7: the second byte's range
// depends on the first byte, which is what excludes overlong forms and surrogates.
struct Lead {
  unsigned char length;
  unsigned char second_from;
  unsigned char second_to;
};

constexpr Lead find_lead(unsigned byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

constexpr std::array<Lead, 256> leads() {
  std::array<Lead, 256> all{};
  for (unsigned byte = 0; byte < all.size(); ++byte) all[byte] = find_lead(byte);
  return all;
}

// Every byte that is read, written or searched is asked about here, most of them more than once.
const Lead& lead_of(unsigned char byte) {
  static constexpr std::array<Lead, 256> kLeads = leads();
  return kLeads[byte];
}

unsigned char byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Where the ASCII that stands at `offset` may end: eight bytes at a time, so that fewer may be left of it.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  std::uint64_t eight = 0;
  while (offset + sizeof eight <= text.size()) {
    std::memcpy(&eight, text.data() + offset, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) break;
    offset += sizeof eight;
  }
  return offset;
}

bool is_well_formed(std::string_view text, std::size_t offset, const Lead& lead) {
  if (lead.length == 0 || lead.length > text.size() - offset) return false;
  if (lead.length == 1) return true;
  const unsigned char second = byte_at(text, offset + 1);
  if (second < lead.second_from || second > lead.second_to) return false;
  if (lead.length == 2) return true;
  return is_continuation(byte_at(text, offset + 2)) &&
         (lead.length == 3 || is_continuation(byte_at(text, offset + 3)));
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t offset = skip_ascii(text, 0);
  while (offset < text.size()) {
    const Lead& lead = lead_of(byte_at(text, offset));
    if (!is_well_formed(text, offset, lead)) return offset;
    offset += lead.length;
    if (lead.length == 1) offset = skip_ascii(text, offset);
  }
  return std::nullopt;
}

Character character_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return {};
  const unsigned char first = byte_at(text, offset);
  const std::size_t length = lead_of(first).length;
  if (length <= 1) return {first, 1};
  constexpr unsigned kLeadBits[] = {0, 0, 0x1F, 0x0F, 0x07};
  char32_t code = first & kLeadBits[length];
  for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte_at(text, offset + i) & 0x3FU);
  return {code, length};
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    if (!is_continuation(static_cast<unsigned char>(c))) ++count;
  }
  return count;
}

void append_utf8(std::string& text, char32_t code) {
  const auto tail = [&text](char32_t bits) { text.push_back(static_cast<char>(0x80U | (bits & 0x3FU))); };
  if (code < 0x80) {
    text.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    text.push_back(static_cast<char>(0xC0U | (code >> 6U)));
    tail(code);
  } else if (code < 0x10000) {
    text.push_back(static_cast<char>(0xE0U | (code >> 12U)));
    tail(code >> 6U);
    tail(code);
  } else {
    text.push_back(static_cast<char>(0xF0U | (code >> 18U)));
    tail(code >> 12U);
    tail(code >> 6U);
    tail(code);
  }
}

}  // namespace gongshi
