// Any bytes as a source, any offset into it, any bytes as an argument: what is printed stays well-formed
// UTF-8 without control characters, and the caret stays within the excerpt.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "diagnostics/print_diagnostics.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gongshi;
  if (size < 2) return 0;
  const std::string text(data + 2, data + size);
  const std::uint32_t offset = data[0] + 256U * data[1];
  SourceNames names;
  names.add("source");
  const Diagnostic finding{
      find_message("yaml-duplicate-key"), {0, offset}, {text.substr(0, 20)}, {0, offset / 2}, {}, {}};
  const std::string out = print_diagnostics(
      {finding}, names, [&](std::uint32_t) { return std::optional(SourceLines{text}); }, PrintStyle{});
  require(first_invalid_utf8(out) == std::nullopt);
  for (const char c : out) require(c == '\n' || static_cast<unsigned char>(c) >= ' ');
  require(display_width(out) < 1000);
  if (first_invalid_utf8(text) == std::nullopt) {
    const LineColumn at = line_column(text, offset);
    require(at.column <= count_characters(line_at(text, offset)) + 2);
    require(out.find(':' + std::to_string(at.line) + ':' + std::to_string(at.column) + ':') !=
            std::string::npos);
    require(is_nfc(text) || collision_key(text).size() <= 18 * text.size());
  } else {
    (void)looks_like_gb18030(text);
  }
  return 0;
}
