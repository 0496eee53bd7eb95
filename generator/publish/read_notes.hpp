// What is read of a view while something is made of it, noted by the view itself as it is asked, so that
// nothing has to be declared and nothing can be forgotten: made of the same, it would be the same.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/kind.hpp"

namespace gongshi {

enum class ReadOf : std::uint8_t {
  record,      ///< all that a record says
  state,       ///< the state of an item
  names,       ///< which records name this one
  ids,         ///< which records of a kind there are
  kind,        ///< all records of a kind
  references,  ///< what [[links]] in bodies lead to
  other,       ///< what is not told apart; it counts as changed
};

struct ViewRead {
  ReadOf what = ReadOf::other;
  Kind kind = Kind::phase;
  std::uint32_t index = 0;  ///< of the record in its list; 0 for what is of a whole kind
  friend auto operator<=>(const ViewRead&, const ViewRead&) = default;
};

/// Notes what its thread reads of any view for as long as it lives; one within another notes alone.
class ReadNotes {
 public:
  ReadNotes() : m_outer(s_current) { s_current = this; }
  ~ReadNotes() { s_current = m_outer; }
  ReadNotes(const ReadNotes&) = delete;
  ReadNotes& operator=(const ReadNotes&) = delete;

  static void note(ReadOf what, Kind kind, std::size_t index) {
    if (s_current != nullptr) s_current->add({what, kind, static_cast<std::uint32_t>(index)});
  }

  /// Was anything read that counts as changed?
  [[nodiscard]] bool has_other() const {
    return std::any_of(m_reads.begin(), m_reads.end(),
                       [](const ViewRead& read) { return read.what == ReadOf::other; });
  }

  /// Each once, sorted.
  [[nodiscard]] std::vector<ViewRead> take() {
    std::sort(m_reads.begin(), m_reads.end());
    m_reads.erase(std::unique(m_reads.begin(), m_reads.end()), m_reads.end());
    return std::move(m_reads);
  }

 private:
  void add(const ViewRead& read) {
    if (m_reads.empty() || m_reads.back() != read) m_reads.push_back(read);
  }

  // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables): of one thread, and private
  static inline thread_local constinit ReadNotes* s_current = nullptr;
  ReadNotes* m_outer;
  std::vector<ViewRead> m_reads;
};

}  // namespace gongshi
