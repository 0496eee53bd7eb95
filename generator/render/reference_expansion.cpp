#include "render/reference_expansion.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "text/unicode.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kLongestLabel = 1000;  // the parser's own limit
constexpr std::string_view kBlank = " \t\r\n";

// Labels that the parser takes for one get one key; so do some that it tells apart, which only makes
// the bound higher.
std::string label_key(std::string_view label) {
  std::string words;
  for (std::size_t at = label.find_first_not_of(kBlank); at != std::string_view::npos;) {
    const std::size_t end = std::min(label.find_first_of(kBlank, at), label.size());
    if (!words.empty()) words.push_back(' ');
    words += label.substr(at, end - at);
    at = label.find_first_not_of(kBlank, end);
  }
  return collision_key(words);
}

std::size_t after_unescaped(std::string_view body, std::size_t at, char closing) {
  for (; at < body.size(); ++at) {
    if (body[at] == closing) return at + 1;
    if (body[at] == '\\') ++at;
  }
  return body.size();
}

// Length of the address and title that begin at `at`, counting everything between them.
std::size_t definition_length(std::string_view body, std::size_t at) {
  constexpr std::string_view kBetween = " \t\r\n>";  // either may stand on the next line of a quotation
  const std::size_t start = body.find_first_not_of(kBetween, at);
  if (start == std::string_view::npos) return body.size() - at;
  std::size_t end = std::min(body.find_first_of(kBlank, start), body.size());
  if (body[start] == '<') end = std::max(end, after_unescaped(body, start + 1, '>'));
  const std::size_t title = body.find_first_not_of(kBetween, end);
  if (title == std::string_view::npos) return end - at;
  const char opening = body[title];
  if (opening == '"' || opening == '\'') end = after_unescaped(body, title + 1, opening);
  if (opening == '(') end = after_unescaped(body, title + 1, ')');
  return end - at;
}

struct LinkReference {
  std::size_t length = 0;
  std::size_t uses = 0;
};

// Calls `visit(label, offset after its bracket)` for every […] without brackets inside.
template <class Visit>
void for_each_label(std::string_view body, Visit visit) {
  std::size_t opening = std::string_view::npos;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '\\') {
      ++i;
    } else if (body[i] == '[') {
      opening = i;
    } else if (body[i] == ']') {
      if (opening != std::string_view::npos && i - opening <= kLongestLabel)
        visit(body.substr(opening + 1, i - opening - 1), i + 1);
      opening = std::string_view::npos;
    }
  }
}

}  // namespace

std::size_t reference_expansion(std::string_view body) {
  if (body.find("]:") == std::string_view::npos) return 0;
  std::map<std::string, LinkReference, std::less<>> references;
  for_each_label(body, [&](std::string_view label, std::size_t after) {
    if (after >= body.size() || body[after] != ':') return;
    LinkReference& reference = references[label_key(label)];
    // The first definition needs no use; the label of each further one may be a use after all.
    if (reference.length > 0) ++reference.uses;
    reference.length = std::max(reference.length, definition_length(body, after + 1));
  });
  for_each_label(body, [&](std::string_view label, std::size_t after) {
    if (after < body.size() && body[after] == ':') return;
    const auto found = references.find(label_key(label));
    if (found != references.end()) ++found->second.uses;
  });
  std::size_t total = 0;
  for (const auto& [label, reference] : references) total += reference.length * reference.uses;
  return total;
}

}  // namespace gongshi
