// Finds many byte strings in a text in one pass. Each pattern is known by its rarest eight bytes: a small
// filter dismisses almost every place of a text at once, however many patterns there are.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// Shortest pattern, in bytes.
inline constexpr std::size_t kShortestPattern = 8;

/// How often each eight bytes occur in some text, roughly.
class GramCounts {
 public:
  GramCounts() : m_counts(std::size_t{1} << kBits) {}
  void add(std::string_view text);
  [[nodiscard]] std::uint32_t count(std::string_view eight_bytes) const;

 private:
  static constexpr unsigned kBits = 18;
  std::vector<std::uint32_t> m_counts;
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
    std::uint64_t bytes = 0;  // the eight rarest of the pattern
    std::uint32_t pattern = 0;
    std::uint32_t offset = 0;  // where they are in it
  };
  void look_up(std::string_view text, std::size_t at, std::uint64_t bytes, const Hit& hit) const;

  std::vector<std::string> m_patterns;
  std::vector<Anchor> m_anchors;        // by bytes
  std::vector<std::uint64_t> m_filter;  // a bit for each hash of an anchor
  unsigned m_filter_bits = 0;
};

}  // namespace gongshi
