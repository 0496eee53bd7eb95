#include "views/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <vector>

namespace gongshi {
namespace {

constexpr std::size_t kQuietZone = 4;

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// A rectangle of one module's height.
std::string run(std::size_t x, std::size_t y, std::size_t length) {
  const std::string width = std::to_string(length);
  return "M" + std::to_string(x + kQuietZone) + " " + std::to_string(y + kQuietZone) + "h" + width + "v1h-" +
         width + "z";
}

}  // namespace

std::optional<QrCode> qr_code(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::vector<unsigned char> bytes(text.begin(), text.end());
  const std::unique_ptr<QRcode, FreeCode> code(
      QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(), 0, QR_ECLEVEL_M));
  if (code == nullptr) return std::nullopt;
  const auto width = static_cast<std::size_t>(code->width);
  const auto is_dark = [&](std::size_t x, std::size_t y) { return (code->data[y * width + x] & 1U) != 0; };
  QrCode drawn;
  drawn.size = width + 2 * kQuietZone;
  for (std::size_t y = 0; y < width; ++y) {
    for (std::size_t x = 0; x < width;) {
      std::size_t end = x;
      while (end < width && is_dark(end, y)) ++end;
      if (end > x) drawn.outline += run(x, y, end - x);
      x = end > x ? end : x + 1;
    }
  }
  return drawn;
}

}  // namespace gongshi
