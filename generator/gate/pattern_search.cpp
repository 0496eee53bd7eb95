#include "gate/pattern_search.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace gongshi {
namespace {

std::uint64_t eight_bytes(const char* at) {
  std::uint64_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// The upper bits of a product depend on all bits of the factor (Knuth's multiplicative hashing).
std::uint64_t hash(std::uint64_t value, unsigned bits) {
  return (value * 0x9E3779B97F4A7C15ULL) >> (64U - bits);
}

}  // namespace

void GramCounts::add(std::string_view text) {
  for (std::size_t at = 0; at + kShortestPattern <= text.size(); ++at)
    ++m_counts[hash(eight_bytes(text.data() + at), kBits)];
}

std::uint32_t GramCounts::count(std::string_view bytes) const {
  return m_counts[hash(eight_bytes(bytes.data()), kBits)];
}

PatternSearch::PatternSearch(std::vector<std::string> patterns, const GramCounts& usual)
    : m_patterns(std::move(patterns)),
      // Sixteen bits a pattern let one place in sixteen of an unlucky text through to the look-up.
      m_filter_bits(static_cast<unsigned>(std::bit_width(m_patterns.size() * 16 + 1024))) {
  m_anchors.reserve(m_patterns.size());
  m_filter.resize((std::size_t{1} << m_filter_bits) / 64);
  for (std::size_t i = 0; i < m_patterns.size(); ++i) {
    const std::string_view pattern = m_patterns[i];
    if (pattern.size() < kShortestPattern) throw std::logic_error("pattern too short to be searched for");
    std::size_t rarest = 0;
    for (std::size_t at = 1; at + kShortestPattern <= pattern.size(); ++at) {
      if (usual.count(pattern.substr(at)) < usual.count(pattern.substr(rarest))) rarest = at;
    }
    const std::uint64_t bytes = eight_bytes(pattern.data() + rarest);
    m_anchors.push_back({bytes, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(rarest)});
    const std::uint64_t bit = hash(bytes, m_filter_bits);
    m_filter[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  std::sort(m_anchors.begin(), m_anchors.end(), [](const Anchor& a, const Anchor& b) {
    return a.bytes != b.bytes ? a.bytes < b.bytes : a.pattern < b.pattern;
  });
}

void PatternSearch::find(std::string_view text, const Hit& hit) const {
  if (m_anchors.empty()) return;
  for (std::size_t at = 0; at + kShortestPattern <= text.size(); ++at) {
    const std::uint64_t bytes = eight_bytes(text.data() + at);
    const std::uint64_t bit = hash(bytes, m_filter_bits);
    if (((m_filter[bit / 64] >> (bit % 64)) & 1U) != 0) look_up(text, at, bytes, hit);
  }
}

void PatternSearch::look_up(std::string_view text, std::size_t at, std::uint64_t bytes,
                            const Hit& hit) const {
  auto anchor = std::lower_bound(m_anchors.begin(), m_anchors.end(), bytes,
                                 [](const Anchor& a, std::uint64_t wanted) { return a.bytes < wanted; });
  for (; anchor != m_anchors.end() && anchor->bytes == bytes; ++anchor) {
    const std::string_view pattern = m_patterns[anchor->pattern];
    if (anchor->offset > at) continue;
    if (text.substr(at - anchor->offset, pattern.size()) == pattern)
      hit(anchor->pattern, at - anchor->offset);
  }
}

}  // namespace gongshi
