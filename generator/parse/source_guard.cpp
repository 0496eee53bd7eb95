#include "parse/source_guard.hpp"

#include <array>
#include <cerrno>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

std::string hex(std::uint32_t value, int digits) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (int i = digits - 1; i >= 0; --i)
    out.push_back(kHex[(value >> (4U * static_cast<unsigned>(i))) & 0x0FU]);
  return out;
}

std::string code_point(char32_t code) { return "U+" + hex(code, code > 0xFFFFF ? 6 : code > 0xFFFF ? 5 : 4); }

bool is_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  return bytes.size() >= 4 && ((bytes[0] == 0 && bytes[2] == 0) || (bytes[1] == 0 && bytes[3] == 0));
}

Term encoding_hint(std::string_view bytes) {
  if (is_utf16(bytes)) return {"看起来是 UTF-16。", "It looks like UTF-16. "};
  if (looks_like_gb18030(bytes)) return {"看起来是 GBK。", "It looks like GBK. "};
  return {};
}

// Tab, line feed and carriage return are the only controls that text needs. U+E000 marks places
// inside the Markdown wrapper; the bidirectional controls make a line read other than it is stored.
bool is_forbidden(char32_t code) {
  if (code < 0x20) return code != '\t' && code != '\n' && code != '\r';
  if (code < 0x7F) return false;
  return code <= 0x9F || code == 0xFEFF || code == 0xE000 || code == 0x061C || code == 0x200E ||
         code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         (code & 0xFFFEU) == 0xFFFE;
}

// Does a character that is forbidden, or a carriage return, begin with this byte? Nearly no byte of a text
// does, so that only few characters need to be put together.
constexpr std::array<bool, 256> first_bytes_of_forbidden() {
  std::array<bool, 256> firsts{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) firsts[byte] = byte != '\t' && byte != '\n';
  for (const std::size_t byte : {0x7FU, 0xC2U, 0xD8U, 0xE2U, 0xEEU, 0xEFU}) firsts[byte] = true;
  for (std::size_t byte = 0xF0; byte < 0x100; ++byte) firsts[byte] = true;
  return firsts;
}

// Of valid UTF-8, the next place at or behind `offset` where one may stand, or the end.
std::size_t find_suspect(std::string_view text, std::size_t offset) {
  static constexpr std::array<bool, 256> kFirsts = first_bytes_of_forbidden();
  while (offset < text.size() && !kFirsts[static_cast<unsigned char>(text[offset])]) ++offset;
  return offset;
}

void report_encoding(std::string_view bytes, std::size_t offset, std::uint32_t file,
                     Diagnostics& diagnostics) {
  diagnostics.add("source-encoding", {file, static_cast<std::uint32_t>(offset)}, {encoding_hint(bytes)});
}

}  // namespace

bool check_value_text(std::string_view text, Position at, Diagnostics& diagnostics) {
  // Byte by byte: of \N the library makes one that is no UTF-8.
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    if (is_forbidden(c.code) || c.code == '\r') {
      diagnostics.add("source-control-character", at, {code_point(c.code)});
      return false;
    }
    i += c.length;
  }
  return true;
}

bool check_source_text(std::string_view bytes, std::uint32_t file, Diagnostics& diagnostics) {
  if (is_utf16(bytes)) {
    report_encoding(bytes, 0, file, diagnostics);
    return false;
  }
  if (const auto invalid = first_invalid_utf8(bytes)) {
    report_encoding(bytes, *invalid, file, diagnostics);
    return false;
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::size_t offset = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  bool clean = true;
  constexpr std::size_t kMostReported = 20;  // of one file; more would be no text at all
  std::size_t reported = 0;
  for (offset = find_suspect(bytes, offset); offset < bytes.size();) {
    const Character c = character_at(bytes, offset);
    const bool lone_return = c.code == '\r' && (offset + 1 == bytes.size() || bytes[offset + 1] != '\n');
    if (is_forbidden(c.code) || lone_return) {
      diagnostics.add("source-control-character", {file, static_cast<std::uint32_t>(offset)},
                      {code_point(c.code)});
      clean = false;
      if (++reported == kMostReported) return false;
    }
    offset = find_suspect(bytes, offset + c.length);
  }
  return clean;
}

std::optional<std::string> read_source(FileSystem& files, const std::string& root,
                                       const std::string& relative, std::uint32_t file,
                                       Diagnostics& diagnostics) {
  try {
    std::string bytes = files.read(root, relative, kLargestSource);
    if (!check_source_text(bytes, file, diagnostics)) return std::nullopt;
    return bytes;
  } catch (const IoError& error) {
    if (error.error_number() == EFBIG) {
      const auto status = files.status(root + "/" + relative);
      diagnostics.add(
          "source-too-large", {file, 0},
          {static_cast<std::int64_t>(status ? status->bytes : 0), static_cast<std::int64_t>(kLargestSource)});
      return std::nullopt;
    }
    if (error.error_number() == EINVAL) {
      diagnostics.add("source-not-regular", {file, 0}, {relative});
      return std::nullopt;
    }
    throw;
  }
}

}  // namespace gongshi
