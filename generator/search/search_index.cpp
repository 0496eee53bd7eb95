#include "search/search_index.hpp"

#include <algorithm>
#include <bit>
#include <mutex>
#include <set>
#include <stdexcept>
#include <unordered_map>

#include "search/page_text.hpp"
#include "search/posting_list.hpp"
#include "text/html_escape.hpp"
#include "text/json.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

// One or two characters of 21 bits, the first one being 0 if there is but one; and whether a title holds
// them.
using Gram = std::uint64_t;
constexpr unsigned kCharacterBits = 21;
constexpr Gram kInTitle = Gram{1} << 63U;

Gram gram_of(char32_t first, char32_t second) {
  return (static_cast<Gram>(first) << kCharacterBits) | second;
}

std::string text_of(Gram gram) {
  constexpr Gram kMask = (Gram{1} << kCharacterBits) - 1;
  std::string text;
  const auto first = static_cast<char32_t>((gram >> kCharacterBits) & kMask);
  if (first != 0) append_utf8(text, first);
  append_utf8(text, static_cast<char32_t>(gram & kMask));
  return text;
}

class Grams {
 public:
  // Pairs never reach over the end of a line.
  void add(std::string_view text, bool in_title) {
    char32_t before = 0;
    const auto add_character = [&](char32_t code) {
      if (in_title) m_grams.push_back(kInTitle | code);
      if (before != 0) m_grams.push_back((in_title ? kInTitle : 0) | gram_of(before, code));
      before = code;
    };
    for (std::size_t offset = 0; offset < text.size();) {
      const Character c = character_at(text, offset);
      offset += c.length;
      if (c.code == '\n') {
        before = 0;
      } else if (const std::u32string* folded = search_fold(c.code)) {
        std::for_each(folded->begin(), folded->end(), add_character);
      } else if (c.code != ' ') {
        add_character(c.code);
      }
    }
  }

  // Each once.
  std::vector<Gram> take() {
    std::sort(m_grams.begin(), m_grams.end());
    m_grams.erase(std::unique(m_grams.begin(), m_grams.end()), m_grams.end());
    return std::move(m_grams);
  }

 private:
  std::vector<Gram> m_grams;
};

// What the search page folds by a rule: capital letters of ASCII, full width, and blanks, which it drops.
bool is_folded_by_rule(char32_t code) { return code < 0x80 || (code >= 0xFF01 && code <= 0xFF5E); }

std::string utf8(std::u32string_view characters) {
  std::string text;
  for (const char32_t code : characters) append_utf8(text, code);
  return text;
}

std::string folds_in(std::string_view text) {
  std::set<char32_t> folding;
  for (std::size_t offset = 0; offset < text.size();) {
    const Character c = character_at(text, offset);
    offset += c.length;
    if (!is_folded_by_rule(c.code) && search_fold(c.code) != nullptr) folding.insert(c.code);
  }
  std::string folds;
  for (const char32_t code : folding)
    folds += (folds.empty() ? "" : " ") + utf8({&code, 1}) + utf8(*search_fold(code));
  return folds;
}

std::string call(std::string_view name, std::string_view data) {
  JsonWriter json;
  json.text(name);
  return "gongshiSearch(" + json.take() + "," + std::string(data) + ");\n";
}

}  // namespace

// The lists of all grams and filters. Records come in any order and enter in that of their numbers.
class SearchIndex::Lists {
 public:
  explicit Lists(const SearchedRecords& records)
      : m_records(records), m_shards(search_shards(records.size())) {}

  void add(std::uint32_t number, std::vector<Gram> grams) {
    const std::scoped_lock lock(m_mutex);
    m_waiting.emplace(number, std::move(grams));
    for (auto next = m_waiting.begin(); next != m_waiting.end() && next->first == m_entered;
         next = m_waiting.erase(next), ++m_entered) {
      for (const Gram gram : next->second) m_grams[gram].append(m_entered);
    }
  }

  std::string shard(std::size_t shard) {
    std::call_once(m_spread_once, [&] { spread(); });
    std::string text;
    const auto add_entry = [&](const std::string& key, std::string_view list, std::string_view titles) {
      if (!text.empty()) text.push_back(' ');
      text.append(key).append(" ").append(list).append(" ").append(titles);
    };
    for (const Gram gram : m_spread[shard]) add_entry(text_of(gram), list_of(gram), list_of(kInTitle | gram));
    for (const auto& [key, list] : m_others[shard]) add_entry(key, list, {});
    return text;
  }

 private:
  void spread() {
    if (m_entered != m_records.size()) throw std::logic_error("a record is not in the index of the search");
    m_others.resize(m_shards);
    for (const auto& [key, numbers] : m_records.filters()) {
      PostingList list;
      for (const std::uint32_t number : numbers) list.append(number);
      m_others[shard_of(key, m_shards)].emplace(key, list.text());
    }
    for (const FoldedCharacter& one : folds_beyond_browser()) {
      const std::string key = "=" + utf8({&one.code, 1});
      m_others[shard_of(key, m_shards)].emplace(key, utf8(one.folded));
    }
    m_spread.resize(m_shards);
    for (const auto& [gram, list] : m_grams) {
      const bool is_first = (gram & kInTitle) == 0 || !m_grams.contains(gram & ~kInTitle);
      const Gram key = gram & ~kInTitle;
      if (is_first) m_spread[shard_of(text_of(key), m_shards)].push_back(key);
    }
    for (std::vector<Gram>& grams : m_spread) std::sort(grams.begin(), grams.end());
  }

  [[nodiscard]] std::string_view list_of(Gram gram) const {
    const auto found = m_grams.find(gram);
    return found == m_grams.end() ? std::string_view() : found->second.text();
  }

  const SearchedRecords& m_records;
  std::size_t m_shards;
  std::mutex m_mutex;  // guards the next three
  std::unordered_map<Gram, PostingList> m_grams;
  std::map<std::uint32_t, std::vector<Gram>> m_waiting;
  std::uint32_t m_entered = 0;
  std::once_flag m_spread_once;
  std::vector<std::vector<Gram>> m_spread;
  std::vector<std::map<std::string, std::string>> m_others;  ///< filters and folds
};

std::size_t search_shards(std::size_t records) {
  constexpr std::size_t kMost = 16384;
  return std::min(std::bit_floor(std::max<std::size_t>(records, 1)), kMost);
}

std::size_t shard_of(std::string_view key, std::size_t shards) {
  constexpr std::uint32_t kStart = 0x811C9DC5;
  constexpr std::uint32_t kFactor = 0x01000193;
  std::uint32_t hash = kStart;
  for (std::size_t offset = 0; offset < key.size();) {
    const Character c = character_at(key, offset);
    hash = (hash ^ static_cast<std::uint32_t>(c.code)) * kFactor;
    offset += c.length;
  }
  return (hash ^ (hash >> 15U)) & (shards - 1);
}

std::string search_shard_name(std::size_t shard) {
  std::string digits;
  do {
    digits.insert(digits.begin(), "0123456789abcdef"[shard % 16]);
    shard /= 16;
  } while (shard > 0);
  return "p/" + digits;
}

std::string search_text_name(std::uint32_t number) { return "t/" + std::to_string(number); }

SearchIndex::SearchIndex(const PublishedSite& site)
    : m_records(site), m_lists(std::make_unique<Lists>(m_records)) {}

SearchIndex::~SearchIndex() = default;

std::string SearchIndex::add(std::uint32_t number, std::string_view html) {
  const PageText page = page_text(html);
  Grams grams;
  grams.add(page.title, true);
  const std::string text = page.body + page.title + "\n" + page.head;
  grams.add(text, false);
  m_lists->add(number, grams.take());

  JsonWriter json;
  json.begin_array();
  json.text(page.title);
  json.text(percent_encode_path(m_records.path(number)));
  json.text(name_of(m_records.record(number).key().kind).plural);
  json.text(m_records.unit(number));
  json.text(m_records.status(number));
  json.text(folds_in(text));
  json.text(page.body);
  json.text(page.head);
  json.end_array();
  return call(search_text_name(number), json.take());
}

std::string SearchIndex::shard(std::size_t shard) {
  JsonWriter json;
  json.text(m_lists->shard(shard));
  return call(search_shard_name(shard), json.take());
}

}  // namespace gongshi
