#include "gate/disguises.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

std::string utf16(std::string_view text, bool big_endian) {
  std::string out;
  const auto add = [&](char32_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    out.push_back(big_endian ? high : low);
    out.push_back(big_endian ? low : high);
  };
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.code < 0x10000) {
      add(c.code);
    } else {
      add(0xD800 + ((c.code - 0x10000) >> 10U));
      add(0xDC00 + ((c.code - 0x10000) & 0x3FFU));
    }
    at += c.length;
  }
  return out;
}

// Six bits a character; those that bytes before or after `text` have a share in are left out.
std::string base64_core(std::string_view text, std::size_t bytes_before, std::string_view alphabet) {
  std::string out;
  out.reserve(text.size() * 4 / 3 + 1);
  const std::size_t shared = (6 - bytes_before * 8 % 6) % 6;  // bits that end the character before
  std::uint32_t bits = 0;
  std::size_t held = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bits = (bits << 8U) | static_cast<unsigned char>(text[i]);
    held += i == 0 ? 8 - shared : 8;
    for (; held >= 6; held -= 6) out.push_back(alphabet[(bits >> (held - 6)) & 63U]);
  }
  return out;
}

}  // namespace

std::vector<std::string> disguises_of(std::string_view text) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr std::string_view kForAddresses =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::vector<std::string> all = {utf16(text, false), utf16(text, true)};
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    all.push_back(to_gb18030(text));
  for (std::size_t offset = 0; offset < 3; ++offset) {
    all.push_back(base64_core(text, offset, kPlain));
    std::string other = base64_core(text, offset, kForAddresses);
    if (other != all.back()) all.push_back(std::move(other));
  }
  return all;
}

}  // namespace gongshi
