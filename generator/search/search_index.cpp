#include "search/search_index.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
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

// One to three characters of 21 bits, behind zeros if there are fewer than three; and, as the lowest bit,
// whether a title holds them.
using Gram = std::uint64_t;
constexpr unsigned kCharacterBits = 21;
constexpr Gram kInTitle = 1;

// One character as the last of a gram.
constexpr Gram gram_of(char32_t code) { return static_cast<Gram>(code) << 1U; }

struct Posting {
  Gram gram;
  std::uint32_t page;
};

std::string text_of(Gram gram) {
  constexpr Gram kMask = (Gram{1} << kCharacterBits) - 1;
  std::string text;
  for (const unsigned before : {2U, 1U, 0U}) {
    const auto code = static_cast<char32_t>((gram >> (before * kCharacterBits + 1)) & kMask);
    if (code != 0) append_utf8(text, code);
  }
  return text;
}

bool is_ascii(char32_t code) { return code < 0x80; }

// The characters of a line, one by one, as the pairs and triples that end with each.
class Neighbours {
 public:
  void end_line() { m_first = m_second = 0; }

  template <typename Take>
  void add(char32_t third, const Take& take) {
    const Gram pair = (gram_of(m_second) << kCharacterBits) | gram_of(third);
    if (m_second != 0) take(pair);
    // Digits and letters are few: without these, most records would seem to hold most numbers.
    const int ascii = int{is_ascii(m_first)} + int{is_ascii(m_second)} + int{is_ascii(third)};
    if (m_first != 0 && ascii > 1) take((gram_of(m_first) << (2 * kCharacterBits)) | pair);
    m_first = m_second;
    m_second = third;
  }

 private:
  char32_t m_first = 0;
  char32_t m_second = 0;
};

// Adds those of the text, of which none reaches over the end of a line.
void add_grams(std::string_view text, bool in_title, std::vector<Gram>& grams) {
  const Gram mark = in_title ? kInTitle : 0;
  Neighbours neighbours;
  const auto take = [&](Gram gram) { grams.push_back(gram | mark); };
  const auto add_character = [&](char32_t code) {
    if (in_title) take(gram_of(code));
    neighbours.add(code, take);
  };
  for (std::size_t offset = 0; offset < text.size();) {
    const Character c = character_at(text, offset);
    offset += c.length;
    if (c.code == '\n') {
      neighbours.end_line();
    } else if (const std::u32string* folded = search_fold(c.code)) {
      std::for_each(folded->begin(), folded->end(), add_character);
    } else if (c.code != ' ') {
      add_character(c.code);
    }
  }
}

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

// Each once, in order.
void sort_unique(std::vector<Gram>& grams) {
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
}

std::string call(std::string_view name, std::string_view data) {
  JsonWriter json;
  json.text(name);
  return "gongshiSearch(" + json.take() + "," + std::string(data) + ");\n";
}

}  // namespace

// The lists of all grams and filters. Pages come in any order and enter in that of their numbers; many at a
// time, since sorting what they hold is cheaper than finding the list of each gram of each page.
class SearchIndex::Lists {
 public:
  explicit Lists(const SearchedPages& pages) : m_pages(pages), m_shards(search_shards(pages.records())) {}

  void add(std::uint32_t page, const std::vector<Gram>& grams) {
    const std::size_t number = page / kPagesInBatch;
    std::optional<std::vector<Posting>> batch = add_to_batch(page, grams);
    if (!batch) return;
    std::sort(batch->begin(), batch->end(), [](const Posting& a, const Posting& b) {
      return a.gram != b.gram ? a.gram < b.gram : a.page < b.page;
    });
    const std::scoped_lock lock(m_mutex);
    m_sorted.emplace(number, *std::move(batch));
    for (auto next = m_sorted.begin(); next != m_sorted.end() && next->first == m_entered;
         next = m_sorted.erase(next), ++m_entered)
      enter(next->second);
  }

  std::string shard(std::size_t shard) {
    std::call_once(m_spread_once, [&] { spread(); });
    std::string text;
    const auto add_entry = [&](const std::string& key, std::string_view list, std::string_view titles) {
      if (!text.empty()) text.push_back(' ');
      text.append(key).append(" ").append(list).append(" ").append(titles);
    };
    for (const GramLists::value_type* entry : m_spread[shard])
      add_entry(text_of(entry->first), entry->second.all.text(), entry->second.titles.text());
    for (const auto& [key, list] : m_others[shard]) add_entry(key, list, {});
    return text;
  }

 private:
  static constexpr std::size_t kPagesInBatch = 256;
  struct Batch {
    std::size_t pages = 0;
    std::vector<Posting> postings;
  };
  struct Pages {
    PostingList all;
    PostingList titles;
  };
  using GramLists = std::unordered_map<Gram, Pages>;

  // All of the page's batch if this was its last page, else nothing.
  std::optional<std::vector<Posting>> add_to_batch(std::uint32_t page, const std::vector<Gram>& grams) {
    const std::scoped_lock lock(m_mutex);
    const std::size_t number = page / kPagesInBatch;
    Batch& batch = m_batches[number];
    for (const Gram gram : grams) batch.postings.push_back({gram, page});
    ++batch.pages;
    if (batch.pages < std::min(kPagesInBatch, m_pages.size() - number * kPagesInBatch)) return std::nullopt;
    std::vector<Posting> all = std::move(batch.postings);
    m_batches.erase(number);
    return all;
  }

  void enter(const std::vector<Posting>& sorted) {
    for (auto at = sorted.begin(); at != sorted.end();) {
      const Gram gram = at->gram & ~kInTitle;
      Pages& pages = m_grams[gram];
      for (; at != sorted.end() && (at->gram & ~kInTitle) == gram; ++at)
        ((at->gram & kInTitle) == 0 ? pages.all : pages.titles).append(at->page);
    }
  }

  void spread() {
    if (m_entered * kPagesInBatch < m_pages.size())
      throw std::logic_error("a page is not in the index of the search");
    m_others.resize(m_shards);
    for (const auto& [key, numbers] : m_pages.filters()) {
      PostingList list;
      for (const std::uint32_t number : numbers) list.append(number);
      m_others[shard_of(key, m_shards)].emplace(key, list.text());
    }
    for (const FoldedCharacter& one : folds_beyond_browser()) {
      const std::string key = "=" + utf8({&one.code, 1});
      m_others[shard_of(key, m_shards)].emplace(key, utf8(one.folded));
    }
    m_spread.resize(m_shards);
    for (const GramLists::value_type& entry : m_grams)
      m_spread[shard_of(text_of(entry.first), m_shards)].push_back(&entry);
    for (auto& entries : m_spread)
      std::sort(entries.begin(), entries.end(),
                [](const auto* a, const auto* b) { return a->first < b->first; });
  }

  const SearchedPages& m_pages;
  std::size_t m_shards;
  std::mutex m_mutex;  // guards the next four
  std::map<std::size_t, Batch> m_batches;
  std::map<std::size_t, std::vector<Posting>> m_sorted;
  std::size_t m_entered = 0;  ///< batches
  GramLists m_grams;
  std::once_flag m_spread_once;
  std::vector<std::vector<const GramLists::value_type*>> m_spread;
  std::vector<std::map<std::string, std::string>> m_others;  ///< filters and folds
};

std::size_t search_shards(std::size_t records) {
  constexpr std::size_t kMost = 16384;
  return std::clamp<std::size_t>(2 * records, 1, kMost);
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
  return (hash ^ (hash >> 15U)) % shards;
}

std::string search_shard_name(std::size_t shard) { return "p/" + std::to_string(shard); }

std::string search_text_name(std::uint32_t number) { return "t/" + std::to_string(number); }

SearchIndex::SearchIndex(const PublishedSite& site)
    : m_pages(site), m_lists(std::make_unique<Lists>(m_pages)) {}

SearchIndex::~SearchIndex() = default;

std::string SearchIndex::add(std::uint32_t number, std::string_view html) {
  const PageText page = page_text(html);
  const std::string text = page.body + page.title + "\n" + page.head;
  std::vector<Gram> grams;
  grams.reserve(text.size());
  add_grams(page.title, true, grams);
  add_grams(text, false, grams);
  sort_unique(grams);
  m_lists->add(number, grams);

  JsonWriter json;
  json.begin_array();
  json.text(page.title);
  json.text(percent_encode_path(m_pages.path(number)));
  json.text(name_of(m_pages.record(number).key().kind).plural);
  json.text(m_pages.unit(number));
  json.text(m_pages.status(number));
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
