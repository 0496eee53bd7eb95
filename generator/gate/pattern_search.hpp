// Finds many byte strings in a text in one pass. Each pattern is known by a few bytes of it that are rare: a
// small filter dismisses almost every place of a text at once, however many patterns there are.
#pragma once

#include <cstdint>
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

/// Byte strings to search for.
class Patterns {
 public:
  /// `number` is what is told where `pattern` is found; several may have the same. `usual` tells what is
  /// frequent in the texts to come; without it all of the pattern is rare. std::logic_error if it is shorter
  /// than kShortestPattern.
  void add(std::string_view pattern, std::uint32_t number, const GramCounts* usual = nullptr);

  /// Forgets the patterns of these numbers, which are true in `numbers`.
  void remove(const std::vector<bool>& numbers);

 private:
  friend class PatternSearch;
  struct Pattern {
    std::size_t begin = 0;  // in m_bytes
    std::size_t length = 0;
    std::uint32_t number = 0;
  };
  struct Anchor {
    std::uint64_t mixed = 0;    // what mix() makes of some bytes of the pattern, which no other bytes give
    std::uint32_t pattern = 0;  // in m_patterns
    std::uint32_t offset = 0;   // where those bytes are in it
  };
  std::string m_bytes;
  std::vector<Pattern> m_patterns;
  std::vector<Anchor> m_anchors;
};

class PatternSearch {
 public:
  PatternSearch() : PatternSearch(Patterns()) {}
  explicit PatternSearch(Patterns patterns);

  /// A place where a pattern begins.
  struct Hit {
    std::uint32_t number = 0;  ///< of the pattern
    std::size_t offset = 0;    ///< in the text
    friend auto operator<=>(const Hit&, const Hit&) = default;
  };
  /// All of them in `text`, in the order of their rarest bytes. May be called from several threads.
  [[nodiscard]] std::vector<Hit> find(std::string_view text) const;

 private:
  /// An anchor but for its bytes. What is looked at first is kept small, since it is seldom near the
  /// processor.
  struct Known {
    std::uint32_t ends = 0;  // what ends_of() makes of the pattern
    std::uint32_t pattern = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;  // of the pattern
  };
  [[nodiscard]] std::size_t word_of(std::uint64_t mixed) const { return mixed >> (64U - m_filter_bits); }
  void look_up(std::string_view text, std::size_t at, std::uint64_t mixed, std::vector<Hit>& hits) const;

  std::string m_bytes;  // of all patterns
  std::vector<Patterns::Pattern> m_patterns;
  unsigned m_filter_bits = 0;           // of the number of a word of the filter
  std::vector<std::uint64_t> m_filter;  // two bits of a word for each anchor
  std::vector<std::uint32_t> m_first;   // of the anchors of each word, and one behind the last
  std::vector<std::uint32_t> m_tags;    // of each anchor, by word: what tag_of() makes of it
  std::vector<Known> m_known;           // the rest of each anchor
};

}  // namespace gongshi
