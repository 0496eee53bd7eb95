// Finds many byte strings in a text in one pass. Each pattern is known by a few bytes of it that are rare: a
// small filter dismisses almost every place of a text at once, however many patterns there are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// Shortest pattern, in bytes.
inline constexpr std::size_t kShortestPattern = 8;

/// How often each few bytes occur in some text, roughly.
class GramCounts {
 public:
  GramCounts() : m_counts(std::size_t{1} << kBits) {}
  void add(std::string_view text);
  /// Counts all of it as more frequent than anything that is counted.
  void add_ubiquitous(std::string_view text);
  [[nodiscard]] std::uint8_t count(const char* gram) const;

 private:
  static constexpr unsigned kBits = 20;
  std::vector<std::uint8_t> m_counts;  // no more is counted than fits
};

class PatternSearch {
 public:
  /// Patterns of at least kShortestPattern bytes. `usual` tells what is frequent in the texts to come.
  PatternSearch(std::vector<std::string> patterns, const GramCounts& usual);

  /// Calls `hit(pattern, offset)` for each place in `text` where a pattern begins, in the order of their
  /// rarest bytes. May be called from several threads.
  using Hit = std::function<void(std::size_t pattern, std::size_t offset)>;
  void find(std::string_view text, const Hit& hit) const;

 private:
  struct Anchor {
    std::uint64_t mixed = 0;  // what mix() makes of some bytes of the pattern, which no other bytes give
    std::uint64_t ends = 0;   // of the pattern; most others that share a few bytes with it have others
    std::uint32_t pattern = 0;
    std::uint32_t offset = 0;  // where those bytes are in it
    std::uint32_t length = 0;  // of the pattern
  };
  [[nodiscard]] std::vector<Anchor> choose_anchors(const GramCounts& usual) const;
  [[nodiscard]] std::size_t word_of(std::uint64_t mixed) const;
  void look_up(std::string_view text, std::size_t at, std::uint64_t mixed, const Hit& hit) const;

  std::vector<std::string> m_patterns;
  unsigned m_filter_bits = 0;           // of the number of a word of the filter
  std::vector<std::uint64_t> m_filter;  // two bits of a word for each anchor
  std::vector<std::uint32_t> m_first;   // of the anchors of each word, and one behind the last
  std::vector<Anchor> m_anchors;        // by word
};

}  // namespace gongshi
