#include "gate/pattern_search.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <tuple>

namespace gongshi {
namespace {

// Every third place of a text is looked at, so that a pattern has to be known by three of its grams, each at
// another distance from there.
constexpr std::size_t kStride = 3;
constexpr std::size_t kGram = kShortestPattern - kStride + 1;

std::uint64_t gram_at(const char* at) {
  std::uint64_t value = 0;
  std::memcpy(&value, at, kGram);
  return value;
}

// The same where eight bytes may be read, which is several times as fast.
std::uint64_t gram_within(const char* at) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return value & (~std::uint64_t{0} >> (8 * (sizeof value - kGram)));
}

// The upper bits of a product depend on all bits of the factor (Knuth's multiplicative hashing), and an odd
// multiplier keeps different factors different.
std::uint64_t mix(std::uint64_t value) { return value * 0x9E3779B97F4A7C15ULL; }

// Two bits of one word of a filter (a Bloom filter in blocks; Putze, Sanders, Singler 2007), by bits of the
// product that do not choose the word.
std::uint64_t two_bits(std::uint64_t mixed) {
  return (std::uint64_t{1} << ((mixed >> 24U) % 64)) | (std::uint64_t{1} << ((mixed >> 30U) % 64));
}

// Tells nearly all anchors of one word apart; bits that depend on all bytes again.
std::uint32_t tag_of(std::uint64_t mixed) { return static_cast<std::uint32_t>(mixed >> 16U); }

// The first and the last eight bytes in one number, which most patterns that share a few bytes differ in.
std::uint32_t ends_of(const char* begin, std::size_t length) {
  static_assert(kShortestPattern >= sizeof(std::uint64_t));
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::memcpy(&first, begin, sizeof first);
  std::memcpy(&last, begin + length - sizeof last, sizeof last);
  return static_cast<std::uint32_t>(mix(first ^ std::rotl(last, 1)) >> 32U);
}

}  // namespace

void GramCounts::add(std::string_view text) {
  constexpr std::size_t kSample = 7;  // one place in so many tells the frequent from the rare
  for (std::size_t at = 0; at + kGram <= text.size(); at += kSample) {
    std::uint8_t& count = m_counts[mix(gram_at(text.data() + at)) >> (64U - kBits)];
    if (count != std::numeric_limits<std::uint8_t>::max()) ++count;
  }
}

void GramCounts::add_ubiquitous(std::string_view text) {
  for (std::size_t at = 0; at + kGram <= text.size(); ++at)
    m_counts[mix(gram_at(text.data() + at)) >> (64U - kBits)] = std::numeric_limits<std::uint8_t>::max();
}

std::uint8_t GramCounts::count(const char* gram) const {
  return m_counts[mix(gram_at(gram)) >> (64U - kBits)];
}

void Patterns::add(std::string_view pattern, std::uint32_t number, const GramCounts* usual) {
  if (pattern.size() < kShortestPattern) throw std::logic_error("pattern too short to be searched for");
  for (std::size_t phase = 0; phase < kStride; ++phase) {
    // From the end, since names and numbers differ there, to the first that is nowhere.
    std::size_t at = phase + (pattern.size() - kGram - phase) / kStride * kStride;
    std::size_t rarest = at;
    std::uint8_t fewest = usual == nullptr ? 0 : usual->count(pattern.data() + at);
    while (fewest > 0 && at >= kStride) {
      at -= kStride;
      const std::uint8_t count = usual->count(pattern.data() + at);
      if (count < fewest) std::tie(rarest, fewest) = std::tie(at, count);
    }
    m_anchors.push_back({mix(gram_at(pattern.data() + rarest)), static_cast<std::uint32_t>(m_patterns.size()),
                         static_cast<std::uint32_t>(rarest)});
  }
  m_patterns.push_back({m_bytes.size(), pattern.size(), number});
  m_bytes += pattern;
}

void Patterns::remove(const std::vector<bool>& numbers) {
  std::erase_if(m_anchors, [&](const Anchor& anchor) { return numbers[m_patterns[anchor.pattern].number]; });
}

PatternSearch::PatternSearch(Patterns patterns)
    : m_bytes(std::move(patterns.m_bytes)),
      m_patterns(std::move(patterns.m_patterns)),
      // A word for four patterns keeps one place in ten for the look-up; half as many cost as much in a
      // filter that does not stay near the processor.
      m_filter_bits(static_cast<unsigned>(std::bit_width(m_patterns.size() / 4 + 16))),
      m_filter(std::size_t{1} << m_filter_bits),
      m_first(m_filter.size() + 1),
      m_tags(patterns.m_anchors.size()),
      m_known(patterns.m_anchors.size()) {
  for (const Patterns::Anchor& anchor : patterns.m_anchors) {
    m_filter[word_of(anchor.mixed)] |= two_bits(anchor.mixed);
    ++m_first[word_of(anchor.mixed) + 1];
  }
  std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
  std::vector<std::uint32_t> next = m_first;
  for (const Patterns::Anchor& anchor : patterns.m_anchors) {
    const std::uint32_t i = next[word_of(anchor.mixed)]++;
    const Patterns::Pattern& pattern = m_patterns[anchor.pattern];
    m_tags[i] = tag_of(anchor.mixed);
    m_known[i] = {ends_of(m_bytes.data() + pattern.begin, pattern.length), anchor.pattern, anchor.offset,
                  static_cast<std::uint32_t>(pattern.length)};
  }
}

std::vector<PatternSearch::Hit> PatternSearch::find(std::string_view text) const {
  std::vector<Hit> hits;
  if (m_known.empty() || text.size() < kShortestPattern) return hits;
  const std::uint64_t* const filter = m_filter.data();
  const unsigned shift = 64U - m_filter_bits;
  const auto look_at = [&](std::size_t at, std::uint64_t gram) {
    const std::uint64_t mixed = mix(gram);
    const std::uint64_t wanted = two_bits(mixed);
    if ((filter[mixed >> shift] & wanted) == wanted) look_up(text, at, mixed, hits);
  };
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += kStride) look_at(at, gram_within(text.data() + at));
  for (; at + kGram <= text.size(); at += kStride) look_at(at, gram_at(text.data() + at));
  return hits;
}

void PatternSearch::look_up(std::string_view text, std::size_t at, std::uint64_t mixed,
                            std::vector<Hit>& hits) const {
  const std::size_t word = word_of(mixed);
  const std::uint32_t tag = tag_of(mixed);
  for (std::size_t i = m_first[word]; i < m_first[word + 1]; ++i) {
    if (m_tags[i] != tag || m_known[i].offset > at) continue;
    const Known& known = m_known[i];
    const std::string_view rest = text.substr(at - known.offset);
    if (rest.size() < known.length || ends_of(rest.data(), known.length) != known.ends) continue;
    const Patterns::Pattern& pattern = m_patterns[known.pattern];
    if (rest.starts_with(std::string_view(m_bytes).substr(pattern.begin, pattern.length)))
      hits.push_back({pattern.number, at - known.offset});
  }
}

}  // namespace gongshi
