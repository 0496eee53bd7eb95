#include "render/event_places.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace gongshi {
namespace {

// How far a part may stand behind what was found before it; bounds the search to keep it linear.
constexpr std::size_t kWindow = 4096;

std::size_t find_within(std::string_view source, std::size_t from, std::string_view wanted) {
  if (from >= source.size()) return std::string_view::npos;
  const std::size_t found = source.substr(from, kWindow).find(wanted);
  return found == std::string_view::npos ? found : from + found;
}

bool is_written_plainly(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return byte >= 0x80 || c == ' ' || alphanumeric;
}

}  // namespace

EventPlaces::EventPlaces(std::string_view source) : m_source(source), m_lines{0} {
  for (std::size_t at = source.find('\n'); at != std::string_view::npos; at = source.find('\n', at + 1))
    m_lines.push_back(at + 1);
}

std::size_t EventPlaces::offset(int line, int column) const {
  const auto index = static_cast<std::size_t>(std::clamp<int>(line, 1, static_cast<int>(m_lines.size()))) - 1;
  return std::min(m_lines[index] + static_cast<std::size_t>(std::max(column, 1)) - 1, m_source.size());
}

std::size_t EventPlaces::find(int line, int column, std::string_view beginning) {
  const std::size_t hint = offset(line, column);
  const bool stands_there = hint >= m_found && m_source.substr(hint).starts_with(beginning);
  const std::size_t found = stands_there ? hint : find_within(m_source, m_found, beginning);
  if (found == std::string_view::npos) return hint;
  m_found = found + std::max<std::size_t>(beginning.size(), 1) - 1;
  return found;
}

std::size_t EventPlaces::find_text(int line, int column, std::string_view shown) {
  constexpr std::size_t kEnough = 24;
  shown = shown.substr(0, kEnough);
  const auto* const special = std::find_if_not(shown.begin(), shown.end(), is_written_plainly);
  const std::string_view plain = shown.substr(0, static_cast<std::size_t>(special - shown.begin()));
  if (!plain.empty()) return find(line, column, plain);
  const std::size_t hint = offset(line, column);
  return std::max(hint, m_found);
}

std::vector<SourceByte> align_text(std::string_view source, std::size_t start, std::string_view shown) {
  constexpr std::size_t kLongestEntity = 40;
  std::vector<SourceByte> bytes;
  bytes.reserve(shown.size());
  std::size_t at = start;
  while (bytes.size() < shown.size()) {
    const char wanted = shown[bytes.size()];
    const char here = at < source.size() ? source[at] : '\0';
    const char next = at + 1 < source.size() ? source[at + 1] : '\0';
    const std::size_t entity_end =
        here == '&' ? source.substr(at, kLongestEntity).find(';') : std::string_view::npos;
    const bool stands_for_itself = wanted == '&' && !source.substr(at).starts_with("&amp;");
    if (here == '\\' && next == wanted && wanted != '\0') {
      bytes.push_back({at, true});
      at += 2;
    } else if (entity_end != std::string_view::npos && !stands_for_itself) {
      const std::size_t length = std::max<std::size_t>(character_at(shown, bytes.size()).length, 1);
      for (std::size_t i = 0; i < length && bytes.size() < shown.size(); ++i) bytes.push_back({at, true});
      at += entity_end + 1;
    } else if (here == wanted) {
      bytes.push_back({at, false});
      ++at;
    } else {  // something that shows nothing, or the start was not quite right: catch up
      const std::size_t found = find_within(source, at, std::string_view(&wanted, 1));
      if (found != std::string_view::npos) at = found;
      bytes.push_back({at, false});
      if (found != std::string_view::npos) ++at;
    }
  }
  return bytes;
}

}  // namespace gongshi
