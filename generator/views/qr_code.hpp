// A page's address for a telephone's camera, so that who stands before the paper finds the page. The one
// place that includes libqrencode.
#pragma once

#include <optional>
#include <string>

namespace gongshi {

struct QrCode {
  std::size_t size = 0;  ///< of a side in modules, the quiet zone of four on each side included
  /// Through the dark modules, as the `d` of an SVG path; a module is one unit, which is the stroke's width.
  std::string strokes;
};

/// ISO/IEC 18004 at level M, which stands the loss of 15 % on paper. Nothing if `text` is longer than a code
/// holds (2,331 bytes) or empty.
std::optional<QrCode> qr_code(const std::string& text);

}  // namespace gongshi
