#include "parse/pdf_text.hpp"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <limits>
#include <memory>

namespace gongshi {
namespace {

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

void ignore_message(const std::string& /*message*/, void* /*closure*/) {}

}  // namespace

std::optional<PdfText> read_pdf(std::string_view pdf) {
  if (pdf.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return std::nullopt;
  poppler::set_debug_error_function(ignore_message, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  if (document == nullptr || document->is_locked()) return std::nullopt;
  PdfText read;
  read.author = utf8(document->get_author());
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page == nullptr) return std::nullopt;
    read.text += utf8(page->text()) + "\n";
  }
  return read;
}

}  // namespace gongshi
