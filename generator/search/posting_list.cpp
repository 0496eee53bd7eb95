#include "search/posting_list.hpp"

namespace gongshi {
namespace {

constexpr std::uint32_t kBase = 46;

char digit_character(std::uint32_t digit) {
  auto code = static_cast<unsigned>('!') + digit;
  if (code >= '"') ++code;
  if (code >= '\\') ++code;
  return static_cast<char>(code);
}

}  // namespace

void PostingList::append(std::uint32_t number) {
  if (number + 1 == m_next) return;
  const std::uint32_t distance = number - m_next;
  std::uint32_t weight = 1;
  while (distance / weight >= kBase) weight *= kBase;
  for (; weight > 1; weight /= kBase) m_text.push_back(digit_character(kBase + distance / weight % kBase));
  m_text.push_back(digit_character(distance % kBase));
  m_next = number + 1;
}

}  // namespace gongshi
