// Text as YAML writes it.
#pragma once

#include <string>
#include <string_view>

namespace gongshi {

/// The text as a scalar on one line: plain where that reads back as the same text, else in double quotes.
/// `in_brackets` is for what stands within [] or {}.
std::string yaml_scalar(std::string_view text, bool in_brackets);

/// In double quotes, with escapes for what can't stand there.
std::string yaml_quoted(std::string_view text);

/// Text of several lines as a block, every line of it `indent` blanks in, without a line break at the end;
/// lines are ended by `line_end`. Empty if a block can't hold the text as it is.
std::string yaml_block(std::string_view text, std::size_t indent, std::string_view line_end);

}  // namespace gongshi
