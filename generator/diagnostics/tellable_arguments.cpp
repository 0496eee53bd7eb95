#include "diagnostics/tellable_arguments.hpp"

#include <algorithm>

namespace gongshi {
namespace {

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && (c < '\t' || c > '\r')) out.push_back(c);
  }
  return out;
}

// A key, an id or a path, which is no secret and what a finding is of no use without.
bool is_plain_name(std::string_view text) {
  constexpr std::size_t kFewestDigitsOfSomebody = 7;
  std::size_t digits = 0;
  return std::all_of(text.begin(), text.end(), [&](char c) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    const bool mark = c == '-' || c == '_' || c == '.' || c == '/';
    return digits < kFewestDigitsOfSomebody && (digits > 0 || mark || (c >= 'a' && c <= 'z'));
  });
}

}  // namespace

std::vector<Argument> tellable_arguments(const Diagnostic& finding,
                                         const std::optional<SourceLines>& source) {
  std::vector<Argument> arguments = finding.arguments;
  if (!source || source->quote) return arguments;
  const std::string text = without_blanks(source->text);
  const bool escaped = text.find('\\') != std::string::npos;  // so that a value may look otherwise there
  for (Argument& argument : arguments) {
    const auto* words = std::get_if<std::string>(&argument);
    if (words == nullptr || is_plain_name(*words)) continue;
    if (escaped || text.find(without_blanks(*words)) != std::string::npos) argument = std::string("…");
  }
  return arguments;
}

}  // namespace gongshi
