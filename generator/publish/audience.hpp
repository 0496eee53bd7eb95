// For whom a build is: one of the site's audiences, or one unit.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

class Audience {
 public:
  /// `name` is one of `audiences` (widest first) or `unit:ID`; nothing if it is neither.
  static std::optional<Audience> find(std::string_view name, const std::vector<std::string>& audiences);

  /// As written: `public`, `unit:a`.
  [[nodiscard]] const std::string& name() const { return m_name; }
  /// The widest one, whose output is `public/`.
  [[nodiscard]] bool is_widest() const { return m_rank == 0 && m_unit.empty(); }
  /// Of `unit:ID`: the unit.
  [[nodiscard]] const std::string& unit() const { return m_unit; }
  /// `public` for the widest, `public-<audience>` for the others, `public-unit-ID` for a unit.
  [[nodiscard]] std::string folder() const;

  /// May it see a record of this scope that belongs to `record_unit` (empty if to none)? A scope as
  /// narrow as `unit` is seen by the unit the record belongs to. No scope means internal.
  [[nodiscard]] bool sees(std::string_view scope, std::string_view record_unit) const;

 private:
  std::string m_name;
  std::string m_unit;
  std::size_t m_rank = 0;  ///< 0 is the widest
  std::vector<std::string> m_audiences;
};

}  // namespace gongshi
