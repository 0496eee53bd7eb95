// What a finished page of a record says, as text: what is searched for is what is shown.
#pragma once

#include <string>
#include <string_view>

namespace gongshi {

/// Lines of text in NFC, each ended by a line break, with single blanks and none at their ends.
struct PageText {
  std::string title;  ///< of the <h1>, without a line break
  std::string head;   ///< the lines of <main> before it
  std::string body;   ///< the lines behind it
};

/// What <main> holds but for what is within an element with the attribute data-unsearched. A line goes on
/// through a, b, bdi, cite, code, em, i, mark, small, span, strong, sub, sup and time; any other tag ends it,
/// and so does a span directly behind a span.
PageText page_text(std::string_view html);

}  // namespace gongshi
