#include "gate/leak_scan.hpp"

#include <xxhash.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "check/attachment_text.hpp"
#include "files/zip_members.hpp"
#include "formats/database.hpp"
#include "gate/disguises.hpp"
#include "gate/known_text.hpp"
#include "publish/routes.hpp"
#include "text/bare_text.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kFewestColumns = 8;  // four Han characters, or eight letters or digits
constexpr int kDeepestArchive = 3;
constexpr std::size_t kWorthRemembering = std::size_t{64} << 10U;  // bytes; less is sooner searched again

// Tells what was searched from what was not; nobody gains by two files that look alike to it.
LeakScan::ContentHash hash_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

/// The pieces of a value that stand unbroken in every output: text between marks and ends of sentences.
std::vector<std::string_view> pieces_of(std::string_view value) {
  constexpr std::string_view kMarks = "*`|[]<>#";
  constexpr std::u32string_view kEnds = U"。！？；";
  const auto ends_piece = [&](char32_t code) {
    if (code < 0x80) return code < 0x20 || kMarks.find(static_cast<char>(code)) != std::string_view::npos;
    return kEnds.find(code) != std::u32string_view::npos;
  };
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  const auto end_piece = [&](std::size_t end) {
    if (end > begin) pieces.push_back(value.substr(begin, end - begin));
  };
  for (std::size_t at = 0; at < value.size();) {
    const Character c = character_at(value, at);
    const std::size_t next = at + c.length;
    if (ends_piece(c.code)) {
      end_piece(at);
      begin = next;
    }
    at = next;
  }
  end_piece(value.size());
  return pieces;
}

// A date is in many records; a number of seven digits or more is somebody's.
bool is_only_a_date(std::string_view bare) {
  constexpr std::u32string_view kDateMarks = U"年月日号时分至到-/.:,~";
  std::size_t digits = 0;
  for (std::size_t at = 0; at < bare.size();) {
    const Character c = character_at(bare, at);
    const bool digit = c.code >= '0' && c.code <= '9';
    digits = digit ? digits + 1 : 0;
    if (digits >= 7 || (!digit && kDateMarks.find(c.code) == std::u32string_view::npos)) return false;
    at += c.length;
  }
  return true;
}

bool is_too_short(std::string_view bare) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < bare.size();) {
    const Character c = character_at(bare, at);
    columns += c.code < 0x80 ? 1 : 2;
    at += c.length;
  }
  return bare.size() < kShortestPattern || columns < kFewestColumns || is_only_a_date(bare);
}

}  // namespace

LeakScan::LeakScan(const PublishedSite& site, std::string_view theme) {
  const std::vector<std::string> bare = collect(site.withheld_values());
  if (!bare.empty()) choose_needles(bare, site, theme);
  std::sort(m_unproven.begin(), m_unproven.end());
  m_unproven.erase(std::unique(m_unproven.begin(), m_unproven.end()), m_unproven.end());
}

// What is usual is learned from what is known to be public, which the output mostly consists of.
void LeakScan::choose_needles(const std::vector<std::string>& bare, const PublishedSite& site,
                              std::string_view theme) {
  const std::string words = bare_text(known_words(site) + std::string(theme));
  const std::string values = bare_text(known_values(site));
  GramCounts usual;
  usual.add(values);
  usual.add_ubiquitous(words);
  Patterns patterns;
  for (std::size_t i = 0; i < bare.size(); ++i) patterns.add(bare[i], static_cast<std::uint32_t>(i), &usual);
  std::vector<bool> is_known(bare.size());
  const PatternSearch search(patterns);
  for (const std::string* const known : {&values, &words}) {
    for (const PatternSearch::Hit& hit : search.find(*known)) is_known[hit.number] = true;
  }
  patterns.remove(is_known);

  EncodedPatterns encoded{std::move(patterns), {}, {}};
  for (std::size_t i = 0; i < bare.size(); ++i) {
    if (is_known[i]) {
      m_unproven.push_back({m_needles[i].record, m_needles[i].field, Unproven::Why::also_public});
    } else {
      add_encodings(i, encoded);
    }
  }
  m_bare = PatternSearch(std::move(encoded.bare));
  m_in_text = PatternSearch(std::move(encoded.in_text));
  m_in_binary = PatternSearch(std::move(encoded.in_binary));
}

// Nearly all output is text, and hardly a text in another encoding is as good as UTF-8: those that are not
// need no search there. Base64 is text itself, and is looked for where blanks and line breaks are gone.
void LeakScan::add_encodings(std::size_t needle, EncodedPatterns& patterns) const {
  const std::string& piece = m_needles[needle].piece;
  const auto add = [&](Patterns& to, std::string_view encoded) {
    if (encoded.size() >= kShortestPattern) to.add(encoded, static_cast<std::uint32_t>(needle));
  };
  std::string room;
  for (const std::string& encoded : base64_of(piece)) add(patterns.bare, bare_text(encoded, room));
  for (const std::string& encoded : encodings_of(piece))
    add(may_be_in_utf8_text(encoded) ? patterns.in_text : patterns.in_binary, encoded);
}

// Each text once, however many records say it: as the field of the first.
std::vector<std::string> LeakScan::collect(const WithheldValues& values) {
  std::vector<std::string> all;
  std::unordered_set<std::string> seen;
  for (const WithheldValues::Value& value : values.m_values) {
    const std::string record = std::string(name_of(value.kind).plural) + "/" + value.id;
    for (const std::string_view piece : pieces_of(value.text)) {
      std::string bare = bare_text(piece);
      if (is_too_short(bare)) {
        m_unproven.push_back({record, std::string(value.field), Unproven::Why::too_short});
      } else if (seen.insert(bare).second) {
        all.push_back(std::move(bare));
        m_needles.push_back({record, std::string(value.field), std::string(piece)});
      }
    }
  }
  return all;
}

void LeakScan::look_at(const std::string& path, std::string_view bytes) {
  if (has_needles()) search_file(path, path, bytes, 0);
}

// The archive of all data repeats files that were searched by themselves.
bool LeakScan::search_file(const std::string& place, const std::string& name, std::string_view bytes,
                           int depth) {
  bool clean = search_name(place, name);
  clean = search_reading(place, bytes) && clean;
  const bool may_repeat = bytes.size() >= kWorthRemembering;
  if (depth > 0 && may_repeat && is_known_clean(hash_of(bytes))) return clean;
  const auto members = depth < kDeepestArchive && is_zip(bytes) ? read_zip(bytes) : std::nullopt;
  clean = (members ? search_archive(place, bytes, *members, depth) : search_bytes(place, bytes)) && clean;
  clean = search_tables(place, bytes) && clean;
  // Deeper down not all that is inside has been looked at.
  if (clean && depth == 0 && may_repeat) remember_clean(hash_of(bytes));
  return clean;
}

// What members are packed into is searched unpacked; comments and whatever else lies between them, as it is.
bool LeakScan::search_archive(const std::string& place, std::string_view bytes,
                              const std::vector<ZipMember>& members, int depth) {
  bool clean = true;
  std::size_t at = 0;
  for (const ZipMember& member : members) {
    clean = search_file(place + "!" + member.name, member.name, member.bytes, depth + 1) && clean;
    if (member.packed.empty()) continue;
    const auto begin = static_cast<std::size_t>(member.packed.data() - bytes.data());
    clean = search_bytes(place, bytes.substr(at, begin - at), at) && clean;
    at = begin + member.packed.size();
  }
  return search_bytes(place, bytes.substr(at), at) && clean;
}

// A text that is longer than a page is in pieces in the file. Cells are far shorter than what it takes to
// begin a search, so that they are searched one by one only where they hold something together: the line end
// between two leaves what each reads as.
bool LeakScan::search_tables(const std::string& place, std::string_view bytes) {
  constexpr std::size_t kTogether = std::size_t{64} << 10U;  // bytes
  if (!is_database(bytes)) return true;
  bool clean = true;
  std::string together;
  const auto search_together = [&] {
    clean = clean && search(together).empty();
    together.clear();
  };
  read_database(bytes, [&](const std::string&, const std::string& text) {
    together += text + '\n';
    if (together.size() >= kTogether) search_together();
  });
  search_together();
  if (clean) return true;
  clean = true;
  read_database(bytes, [&](const std::string& table, const std::string& text) {
    clean = search_bytes(place + "!" + table, text) && clean;
  });
  return clean;
}

// What is compressed, or broken up by marks, in a file that others made.
bool LeakScan::search_reading(const std::string& place, std::string_view bytes) {
  if (!place.starts_with(kAttachmentFolder)) return true;
  const auto reading = read_attachment_text(place, bytes);
  return !reading || search_bytes(place, reading->text);
}

bool LeakScan::search_bytes(const std::string& place, std::string_view bytes, std::size_t offset) {
  return search_text(place, bytes, {offset, 0, false});
}

bool LeakScan::search_name(const std::string& place, std::string_view name) {
  return search_text(place, name, {0, 0, true});
}

// What is found is `found`, so much further on.
bool LeakScan::search_text(const std::string& place, std::string_view bytes, const Found& found) {
  const std::vector<PatternSearch::Hit> hits = search(bytes);
  for (const PatternSearch::Hit& hit : hits)
    add_found(place, {found.offset + hit.offset, hit.number, found.in_name});
  return hits.empty();
}

std::vector<PatternSearch::Hit> LeakScan::search(std::string_view bytes) const {
  constexpr std::size_t kKept = std::size_t{1} << 20U;  // bytes; hardly a file needs more
  thread_local std::string room;
  if (room.size() > kKept) room = {};
  std::vector<PatternSearch::Hit> hits = m_bare.find(bare_text(bytes, room));
  if (!hits.empty()) {
    std::vector<std::size_t> origins;
    bare_text(bytes, &origins);
    for (PatternSearch::Hit& hit : hits) hit.offset = origins[hit.offset];
  }
  const auto append = [&](const std::vector<PatternSearch::Hit>& more) {
    hits.insert(hits.end(), more.begin(), more.end());
  };
  append(m_in_text.find(bytes));
  if (!is_utf8_text(bytes)) append(m_in_binary.find(bytes));
  return hits;
}

bool LeakScan::is_known_clean(const ContentHash& hash) {
  const std::scoped_lock lock(m_mutex);
  return m_clean.contains(hash);
}

void LeakScan::remember_clean(const ContentHash& hash) {
  const std::scoped_lock lock(m_mutex);
  m_clean.insert(hash);
}

void LeakScan::add_found(const std::string& place, const Found& found) {
  const std::scoped_lock lock(m_mutex);
  m_found[place].push_back(found);
}

bool LeakScan::report(Diagnostics& diagnostics) const {
  for (const auto& [place, found] : m_found) {
    std::set<std::pair<std::string, std::string>> told;  // once a file and field
    std::vector<Found> sorted = found;
    std::sort(sorted.begin(), sorted.end(), [](const Found& a, const Found& b) {
      return std::tie(a.offset, a.needle) < std::tie(b.offset, b.needle);
    });
    for (const Found& one : sorted) {
      const Needle& needle = m_needles[one.needle];
      if (!told.emplace(needle.record, needle.field).second) continue;
      // A name that gives something away is not repeated.
      const std::size_t folder = place.find_last_of("/!");
      const std::string visible =
          !one.in_name ? place : place.substr(0, folder == std::string::npos ? 0 : folder + 1) + "…";
      diagnostics.add_at_place("withheld-value", visible,
                               {static_cast<std::int64_t>(one.offset), needle.record, needle.field});
    }
  }
  return m_found.empty();
}

std::string unproven_text(const std::vector<Unproven>& unproven) {
  std::string text;
  for (const Unproven& value : unproven) {
    text += value.record + "\t" + value.field + "\t";
    text += value.why == Unproven::Why::too_short ? "too-short\n" : "also-public\n";
  }
  return text;
}

}  // namespace gongshi
