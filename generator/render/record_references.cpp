#include "render/record_references.hpp"

#include "render/event_places.hpp"

namespace gongshi {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::vector<RecordReference> find_record_references(std::string_view source, std::size_t start,
                                                    std::string_view shown) {
  std::vector<RecordReference> references;
  std::size_t begin = shown.find("[[");
  if (begin == std::string_view::npos) return references;
  const std::vector<SourceByte> bytes = align_text(source, start, shown);
  while (begin != std::string_view::npos) {
    while (shown.substr(begin + 1).starts_with("[[")) ++begin;  // of more than two, the innermost count
    const std::size_t close = shown.find_first_of("[]", begin + 2);
    if (close == std::string_view::npos) break;
    const std::string_view id = trimmed(shown.substr(begin + 2, close - begin - 2));
    const bool is_reference = shown.substr(close).starts_with("]]") && !id.empty() && !bytes[begin].escaped;
    if (is_reference) references.push_back({begin, close + 2, bytes[begin].offset, id});
    begin = shown.find("[[", is_reference ? close + 2 : begin + 2);
  }
  return references;
}

}  // namespace gongshi
