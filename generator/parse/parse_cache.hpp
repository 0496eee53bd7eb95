// Trees of YAML kept from run to run, so that only what changed is parsed: parsing takes longer than all
// else that becomes of a record. A tree is found by the SHA-256 of its text, and used only if it is the very
// tree that this program made of it; whatever else is found in what was kept is passed over and parsed anew.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "diagnostics/diagnostic.hpp"
#include "parse/document.hpp"

namespace gongshi {

class ParseCache {
 public:
  /// `kept` is what kept() gave in an earlier run, or any other bytes. `maker` names the program, in one
  /// line: the trees of another are not used.
  ParseCache(std::string kept, std::string maker);

  /// As parse_yaml. May be called from several threads.
  std::optional<Document> parse(std::string_view yaml, Position start, Diagnostics& diagnostics);

  /// Is kept() other than what was kept before: was anything parsed, or is anything kept that no one asked
  /// for?
  [[nodiscard]] bool changed() const;
  /// The trees of all texts of this run that had no error, in the order of their hashes.
  [[nodiscard]] std::string kept() const;

 private:
  struct Entry {
    std::string_view bytes;  // as kept, with its head
    std::atomic<bool> used = false;
  };

  void find_entries();
  [[nodiscard]] std::optional<Document> find(std::string_view hash, Position start);

  std::string m_kept;
  std::string m_head;
  std::unordered_map<std::string_view, Entry> m_entries;  // by hash; views into m_kept
  bool m_has_waste = false;                               // bytes of m_kept that are no entry, or one twice
  mutable std::mutex m_mutex;                             // guards the next
  std::map<std::string, std::string> m_fresh;             // entries by hash
};

}  // namespace gongshi
