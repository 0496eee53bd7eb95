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

// The first and the last eight bytes in one number.
std::uint64_t ends_of(const char* begin, std::size_t length) {
  static_assert(kShortestPattern >= sizeof(std::uint64_t));
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::memcpy(&first, begin, sizeof first);
  std::memcpy(&last, begin + length - sizeof last, sizeof last);
  return first ^ std::rotl(last, 1);  // which are the same in the shortest patterns
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

PatternSearch::PatternSearch(std::vector<std::string> patterns, const GramCounts& usual)
    : m_patterns(std::move(patterns)),
      // A word for four patterns keeps one place in ten for the look-up; half as many cost as much in a
      // filter that does not stay near the processor.
      m_filter_bits(static_cast<unsigned>(std::bit_width(m_patterns.size() / 4 + 16))),
      m_filter(std::size_t{1} << m_filter_bits),
      m_first(m_filter.size() + 1) {
  const std::vector<Anchor> chosen = choose_anchors(usual);
  for (const Anchor& anchor : chosen) {
    m_filter[word_of(anchor.mixed)] |= two_bits(anchor.mixed);
    ++m_first[word_of(anchor.mixed) + 1];
  }
  std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
  m_anchors.resize(chosen.size());
  std::vector<std::uint32_t> next = m_first;
  for (const Anchor& anchor : chosen) m_anchors[next[word_of(anchor.mixed)]++] = anchor;
}

std::vector<PatternSearch::Anchor> PatternSearch::choose_anchors(const GramCounts& usual) const {
  std::vector<Anchor> chosen;
  chosen.reserve(kStride * m_patterns.size());
  for (std::size_t number = 0; number < m_patterns.size(); ++number) {
    const std::string_view pattern = m_patterns[number];
    if (pattern.size() < kShortestPattern) throw std::logic_error("pattern too short to be searched for");
    for (std::size_t phase = 0; phase < kStride; ++phase) {
      // From the end, since names and numbers differ there, to the first that is nowhere.
      std::size_t at = phase + (pattern.size() - kGram - phase) / kStride * kStride;
      std::size_t rarest = at;
      std::uint8_t fewest = usual.count(pattern.data() + at);
      while (fewest > 0 && at >= kStride) {
        at -= kStride;
        const std::uint8_t count = usual.count(pattern.data() + at);
        if (count < fewest) std::tie(rarest, fewest) = std::tie(at, count);
      }
      chosen.push_back({mix(gram_at(pattern.data() + rarest)), ends_of(pattern.data(), pattern.size()),
                        static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(rarest),
                        static_cast<std::uint32_t>(pattern.size())});
    }
  }
  return chosen;
}

std::size_t PatternSearch::word_of(std::uint64_t mixed) const { return mixed >> (64U - m_filter_bits); }

void PatternSearch::find(std::string_view text, const Hit& hit) const {
  if (m_patterns.empty() || text.size() < kShortestPattern) return;
  const std::uint64_t* const filter = m_filter.data();
  const unsigned shift = 64U - m_filter_bits;
  const auto look_at = [&](std::size_t at, std::uint64_t gram) {
    const std::uint64_t mixed = mix(gram);
    const std::uint64_t wanted = two_bits(mixed);
    if ((filter[mixed >> shift] & wanted) == wanted) look_up(text, at, mixed, hit);
  };
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += kStride) look_at(at, gram_within(text.data() + at));
  for (; at + kGram <= text.size(); at += kStride) look_at(at, gram_at(text.data() + at));
}

void PatternSearch::look_up(std::string_view text, std::size_t at, std::uint64_t mixed,
                            const Hit& hit) const {
  const std::size_t word = word_of(mixed);
  for (std::size_t i = m_first[word]; i < m_first[word + 1]; ++i) {
    const Anchor& anchor = m_anchors[i];
    if (anchor.mixed != mixed || anchor.offset > at) continue;
    const std::string_view rest = text.substr(at - anchor.offset);
    if (rest.size() < anchor.length || ends_of(rest.data(), anchor.length) != anchor.ends) continue;
    if (rest.starts_with(m_patterns[anchor.pattern])) hit(anchor.pattern, at - anchor.offset);
  }
}

}  // namespace gongshi
