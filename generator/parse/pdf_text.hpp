// The text of a PDF. The one place that includes Poppler.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

struct PdfText {
  std::string text;    ///< of all pages, UTF-8
  std::string author;  ///< of the document's properties
};

/// Nothing if the PDF is damaged or needs a password.
std::optional<PdfText> read_pdf(std::string_view pdf);

}  // namespace gongshi
