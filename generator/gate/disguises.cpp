#include "gate/disguises.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

std::string utf16(std::string_view text, bool big_endian) {
  std::string out;
  out.reserve(2 * text.size());
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
std::string base64_core(std::string_view text, std::size_t bytes_before) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  if (text.empty()) return {};
  const std::size_t shared = (6 - bytes_before * 8 % 6) % 6;  // bits that end the character before
  std::string out((8 * text.size() - shared) / 6, '\0');
  std::uint32_t bits = 0;
  std::size_t held = 0;
  std::size_t from = 0;
  for (char& c : out) {
    for (; held < 6; held += from++ == 0 ? 8 - shared : 8)
      bits = (bits << 8U) | static_cast<unsigned char>(text[from]);
    held -= 6;
    c = kAlphabet[(bits >> held) & 63U];
  }
  return out;
}

// The longest part without the two characters that the alphabets write differently.
std::string_view longest_alike(std::string_view core) {
  std::string_view longest;
  for (std::size_t begin = 0; begin < core.size();) {
    std::size_t end = begin;
    while (end < core.size() && core[end] != '+' && core[end] != '/') ++end;
    if (end - begin > longest.size()) longest = core.substr(begin, end - begin);
    begin = end + 1;
  }
  return longest;
}

}  // namespace

std::vector<std::string> encodings_of(std::string_view text) {
  std::vector<std::string> all = {utf16(text, false), utf16(text, true)};
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    all.push_back(to_gb18030(text));
  return all;
}

std::vector<std::string> base64_of(std::string_view text) {
  constexpr std::size_t kNoChance = 12;  // characters that are nowhere but for this text
  std::vector<std::string> all;
  for (std::size_t offset = 0; offset < 3; ++offset) {
    std::string core = base64_core(text, offset);
    const std::string_view alike = longest_alike(core);
    if (alike.size() >= kNoChance || alike.size() == core.size()) {
      all.emplace_back(alike);
      continue;
    }
    all.push_back(core);
    std::replace(core.begin(), core.end(), '+', '-');
    std::replace(core.begin(), core.end(), '/', '_');
    all.push_back(std::move(core));
  }
  return all;
}

}  // namespace gongshi
