// The records of a kind in a view, which note what is read of them.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/records.hpp"
#include "publish/read_notes.hpp"

namespace gongshi {

/// A record without the fields and references that the audience may not see.
template <class R>
class Published {
 public:
  const R* operator->() const { return &m_record; }
  const R& operator*() const { return m_record; }
  /// SHA-256 of the record's canonical JSON, hex.
  [[nodiscard]] const std::string& hash() const { return m_hash; }

 private:
  friend class Projection;
  Published() = default;

  R m_record;
  std::string m_hash;
};

/// In the order of their ids.
template <class R>
class PublishedList {
 public:
  const Published<R>& operator[](std::size_t index) const {
    ReadNotes::note(ReadOf::record, R::kKind, index);
    return m_records[index];
  }
  [[nodiscard]] auto begin() const {
    ReadNotes::note(ReadOf::kind, R::kKind, 0);
    return m_records.begin();
  }
  [[nodiscard]] auto end() const { return m_records.end(); }
  [[nodiscard]] std::size_t size() const {
    ReadNotes::note(ReadOf::ids, R::kKind, 0);
    return m_records.size();
  }
  [[nodiscard]] bool empty() const { return size() == 0; }

  [[nodiscard]] std::optional<std::uint32_t> find_index(std::string_view id) const {
    const auto found = index_of(m_records, id);
    ReadNotes::note(found ? ReadOf::record : ReadOf::ids, R::kKind, found.value_or(0));
    return found;
  }

 private:
  friend class Projection;
  std::vector<Published<R>> m_records;
};

template <class R>
struct ListOf<Published<R>> {
  using Type = PublishedList<R>;
};
template <class R>
std::optional<std::uint32_t> index_of(const PublishedList<R>& list, std::string_view id) {
  return list.find_index(id);
}

}  // namespace gongshi
