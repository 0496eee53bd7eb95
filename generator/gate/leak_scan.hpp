// Searches the finished output for what the audience may not see. It knows the withheld values and
// nothing of how pages and data are made, so that a mistake there is not repeated here.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "files/zip_members.hpp"
#include "gate/pattern_search.hpp"
#include "publish/published.hpp"

namespace gongshi {

/// A withheld value that the search could not use.
struct Unproven {
  enum class Why : std::uint8_t {
    too_short,    ///< fewer than eight columns, so that it may be anywhere by chance
    also_public,  ///< the published view, site.yaml, the theme or the program itself says it too
  };
  std::string record;  ///< items/zg-1
  std::string field;
  Why why = Why::too_short;
  friend auto operator<=>(const Unproven&, const Unproven&) = default;
};

class LeakScan {
 public:
  /// Of a file's bytes, 128 bits.
  struct ContentHash {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool operator==(const ContentHash&) const = default;
  };

  /// `theme` is all that the theme says. A value is cut at line breaks, ends of sentences and marks of
  /// Markdown; each piece is looked for by itself, as it reads (bare_text) and in
  /// its disguises.
  LeakScan(const PublishedSite& site, std::string_view theme);

  /// Searches one file's name and bytes; of a zip archive (xlsx, docx) also the names and bytes of its
  /// members, at any depth; of a database what is in its tables; of an attachment what it reads as. May be
  /// called from several threads.
  void look_at(const std::string& path, std::string_view bytes);

  /// Adds `withheld-value` for what was found, by path and place. True if nothing was.
  bool report(Diagnostics& diagnostics) const;

  /// Is anything withheld that is long enough to be told from chance?
  [[nodiscard]] bool has_needles() const { return !m_needles.empty(); }

  /// What proved nothing, for people to look through; sorted, each once.
  [[nodiscard]] const std::vector<Unproven>& unproven() const { return m_unproven; }

 private:
  struct Needle {
    std::string record;
    std::string field;
    std::string piece;  // as it was written
  };
  struct Found {
    std::size_t offset = 0;
    std::size_t needle = 0;
    bool in_name = false;
  };

  // Each gives back or takes the needles as they read.
  std::vector<std::string> collect(const WithheldValues& values);
  void choose_needles(const std::vector<std::string>& bare, const PublishedSite& site,
                      std::string_view theme);
  // Each is true if nothing was found.
  bool search_file(const std::string& place, const std::string& name, std::string_view bytes, int depth);
  bool search_archive(const std::string& place, std::string_view bytes, const std::vector<ZipMember>& members,
                      int depth);
  bool search_tables(const std::string& place, std::string_view bytes);
  bool search_reading(const std::string& place, std::string_view bytes);
  bool search_bytes(const std::string& place, std::string_view bytes, std::size_t offset = 0);
  bool search_name(const std::string& place, std::string_view name);
  bool search_text(const std::string& place, std::string_view bytes, const Found& found);
  /// By needle and offset.
  [[nodiscard]] std::vector<PatternSearch::Hit> search(std::string_view bytes) const;
  void add_found(const std::string& place, const Found& found);
  bool is_known_clean(const ContentHash& hash);
  void remember_clean(const ContentHash& hash);

  /// For each search of its own.
  struct EncodedPatterns {
    Patterns bare;
    Patterns in_text;
    Patterns in_binary;
  };
  void add_encodings(std::size_t needle, EncodedPatterns& patterns) const;
  struct LowHalf {
    std::size_t operator()(const ContentHash& hash) const { return hash.low; }
  };

  std::vector<Needle> m_needles;
  PatternSearch m_bare;       // in what bare_text makes of a file
  PatternSearch m_in_text;    // other encodings that are as good as UTF-8, so that they may be in any file
  PatternSearch m_in_binary;  // those that are not
  std::vector<Unproven> m_unproven;
  std::mutex m_mutex;
  std::map<std::string, std::vector<Found>> m_found;  // by place
  std::unordered_set<ContentHash, LowHalf> m_clean;   // of files that nothing was found in
};

/// The list of `unproven` as a text file.
std::string unproven_text(const std::vector<Unproven>& unproven);

}  // namespace gongshi
