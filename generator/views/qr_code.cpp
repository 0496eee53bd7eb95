#include "views/qr_code.hpp"

#include <qrencode.h>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace gongshi {
namespace {

constexpr std::size_t kQuietZone = 4;

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

// Lines of one module's height, each reached from where the last one ended: most of these steps are the same
// few, so that a code takes half the bytes of rectangles, compressed too.
class Strokes {
 public:
  void add(std::size_t x, std::size_t y, std::size_t length) {
    if (m_path.empty()) {
      m_path = "M" + std::to_string(x + kQuietZone) + " " + std::to_string(y + kQuietZone) + ".5";
    } else {
      m_path += "m" + step(m_x, x) + " " + step(m_y, y);
    }
    m_path += "h" + std::to_string(length);
    m_x = x + length;
    m_y = y;
  }
  std::string take() { return std::move(m_path); }

 private:
  static std::string step(std::size_t from, std::size_t to) {
    return std::to_string(static_cast<std::int64_t>(to) - static_cast<std::int64_t>(from));
  }

  std::string m_path;
  std::size_t m_x = 0;  // where the last line ended
  std::size_t m_y = 0;
};

}  // namespace

std::optional<QrCode> qr_code(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const std::vector<unsigned char> bytes(text.begin(), text.end());
  const std::unique_ptr<QRcode, FreeCode> code(
      QRcode_encodeData(static_cast<int>(bytes.size()), bytes.data(), 0, QR_ECLEVEL_M));
  if (code == nullptr) return std::nullopt;
  const auto width = static_cast<std::size_t>(code->width);
  const auto is_dark = [&](std::size_t x, std::size_t y) { return (code->data[y * width + x] & 1U) != 0; };
  Strokes strokes;
  for (std::size_t y = 0; y < width; ++y) {
    for (std::size_t x = 0; x < width;) {
      std::size_t end = x;
      while (end < width && is_dark(end, y)) ++end;
      if (end > x) strokes.add(x, y, end - x);
      x = end > x ? end : x + 1;
    }
  }
  return QrCode{width + 2 * kQuietZone, strokes.take()};
}

}  // namespace gongshi
