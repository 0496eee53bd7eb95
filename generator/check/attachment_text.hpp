// What an attachment says, on its face and underneath.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace gongshi {

struct AttachmentText {
  std::string text;          ///< UTF-8; cells, runs and paragraphs on lines of their own
  std::vector<Term> hidden;  ///< what a reader would not see, each kind once
};

/// Reads xlsx, docx and pdf by what they are called, and any other file whose bytes are text (UTF-8,
/// UTF-16 with a mark, or GB18030). A file of another kind says nothing. Nothing at all if it cannot be
/// looked into: a damaged or locked xlsx, docx or pdf, an archive that is no zip, an office file of the kind
/// before 2007.
std::optional<AttachmentText> read_attachment_text(std::string_view name, std::string_view bytes);

}  // namespace gongshi
