// Which parts of a view say the same as those of an earlier one: asked of what was read (ReadNotes) when
// something was made of the earlier view, it tells whether it would be made the same now.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "publish/published.hpp"

namespace gongshi {

/// What the parts of the view say, in short, as bytes. `references` stands for what [[links]] in bodies lead
/// to.
std::string view_versions(const PublishedSite& site, std::string_view references);

class ViewComparison {
 public:
  /// Both are view_versions(), which must outlive it; bytes that are not have nothing in common with any.
  ViewComparison(std::string_view earlier, std::string_view now);

  /// Does what was read of the earlier view say the same now?
  [[nodiscard]] bool says_the_same(const ViewRead& earlier) const;
  /// What reading it now would note. It must say the same.
  [[nodiscard]] ViewRead now(const ViewRead& earlier) const;

 private:
  struct ComparedRecord {
    bool record = false;
    bool state = false;
    bool names = false;
    std::uint32_t index = 0;  ///< now
  };
  struct ComparedKind {
    std::vector<ComparedRecord> records;  ///< of the earlier view
    bool ids = false;
    bool all = false;
  };

  [[nodiscard]] const ComparedKind& of(Kind kind) const { return m_kinds[static_cast<std::size_t>(kind)]; }

  bool m_comparable = false;  ///< is what stands for all of the view the same?
  bool m_references = false;
  std::array<ComparedKind, std::size(kKinds)> m_kinds;
};

}  // namespace gongshi
