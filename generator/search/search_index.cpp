#include "search/search_index.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <memory_resource>
#include <mutex>
#include <numeric>
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

// What the search page folds by a rule: capital letters of ASCII, full width, and blanks, which it drops.
bool is_folded_by_rule(char32_t code) { return code < 0x80 || (code >= 0xFF01 && code <= 0xFF5E); }

// What the index holds of a page.
struct PageGrams {
  std::vector<Gram> all;       ///< some more than once
  std::set<char32_t> folding;  ///< characters that the search page has to be told the folds of
};

// Adds those of the text, of which none reaches over the end of a line.
void add_grams(std::string_view text, bool in_title, PageGrams& grams) {
  const Gram mark = in_title ? kInTitle : 0;
  Neighbours neighbours;
  const auto take = [&](Gram gram) { grams.all.push_back(gram | mark); };
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
      if (!is_folded_by_rule(c.code)) grams.folding.insert(c.code);
    } else if (c.code != ' ') {
      add_character(c.code);
    }
  }
}

std::string utf8(std::u32string_view characters) {
  std::string text;
  for (const char32_t code : characters) append_utf8(text, code);
  return text;
}

std::string folds_of(const std::set<char32_t>& folding) {
  std::string folds;
  for (const char32_t code : folding)
    folds += (folds.empty() ? "" : " ") + utf8({&code, 1}) + utf8(*search_fold(code));
  return folds;
}

// By gram, and otherwise as they were: digit by digit from the last, which takes a third of the time that
// comparing them takes.
void sort_by_gram(std::vector<Posting>& postings) {
  constexpr unsigned kDigitBits = 11;
  constexpr std::size_t kDigits = std::size_t{1} << kDigitBits;
  std::vector<Posting> sorted(postings.size());
  for (unsigned shift = 0; shift < std::numeric_limits<Gram>::digits; shift += kDigitBits) {
    const auto digit_of = [shift](const Posting& posting) { return (posting.gram >> shift) % kDigits; };
    std::array<std::size_t, kDigits> places{};
    for (const Posting& posting : postings) ++places[digit_of(posting)];
    std::exclusive_scan(places.begin(), places.end(), places.begin(), std::size_t{0});
    for (const Posting& posting : postings) sorted[places[digit_of(posting)]++] = posting;
    postings.swap(sorted);
  }
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

  void add(std::uint32_t page, std::vector<Gram> grams) {
    const std::uint32_t first = first_of_batch(page);
    const std::optional<Batch> batch = add_to_batch(page, std::move(grams));
    if (!batch) return;
    std::vector<Posting> sorted = sorted_postings(first, *batch);
    const std::scoped_lock lock(m_mutex);
    m_sorted.emplace(first, std::move(sorted));
    for (auto next = m_sorted.begin(); next != m_sorted.end() && next->first == m_entered;
         next = m_sorted.erase(next), m_entered += kPagesInBatch)
      enter(next->second);
  }

  std::string shard(std::size_t shard) {
    std::call_once(m_spread_once, [&] { spread(); });
    std::string text;
    const auto add_entry = [&](const std::string& key, std::string_view list, std::string_view titles) {
      if (!text.empty()) text.push_back(' ');
      text.append(key).append(" ").append(list).append(" ").append(titles);
    };
    const Entries& entries = m_spread[shard];
    for (auto entry = entries.begin(); entry != entries.end();) {
      const Gram gram = (*entry)->first & ~kInTitle;
      std::string_view all;
      std::string_view titles;
      for (; entry != entries.end() && ((*entry)->first & ~kInTitle) == gram; ++entry)
        (((*entry)->first & kInTitle) == 0 ? all : titles) = (*entry)->second.text();
      add_entry(text_of(gram), all, titles);
    }
    for (const auto& [key, list] : m_others[shard]) add_entry(key, list, {});
    return text;
  }

 private:
  static constexpr std::uint32_t kPagesInBatch = 256;
  // What each of its pages holds; of one that has not come yet, nothing.
  struct Batch {
    std::vector<std::vector<Gram>> pages;
    std::size_t missing = 0;
  };
  using GramLists = std::pmr::unordered_map<Gram, PostingList>;
  using Entries = std::vector<const GramLists::value_type*>;

  static std::uint32_t first_of_batch(std::uint32_t page) { return page - page % kPagesInBatch; }

  // All of the page's batch if this was its last page, else nothing.
  std::optional<Batch> add_to_batch(std::uint32_t page, std::vector<Gram> grams) {
    const std::scoped_lock lock(m_mutex);
    const std::uint32_t first = first_of_batch(page);
    Batch& batch = m_batches[first];
    if (batch.pages.empty()) {
      batch.missing = std::min<std::size_t>(kPagesInBatch, m_pages.size() - first);
      batch.pages.resize(batch.missing);
    }
    batch.pages[page % kPagesInBatch] = std::move(grams);
    if (--batch.missing > 0) return std::nullopt;
    Batch all = std::move(batch);
    m_batches.erase(first);
    return all;
  }

  static std::vector<Posting> sorted_postings(std::uint32_t first, const Batch& batch) {
    std::size_t count = 0;
    for (const std::vector<Gram>& grams : batch.pages) count += grams.size();
    std::vector<Posting> postings;
    postings.reserve(count);
    for (const std::vector<Gram>& grams : batch.pages) {
      for (const Gram gram : grams) postings.push_back({gram, first});
      ++first;
    }
    sort_by_gram(postings);
    return postings;
  }

  void enter(const std::vector<Posting>& sorted) {
    for (auto at = sorted.begin(); at != sorted.end();) {
      const Gram gram = at->gram;
      PostingList& list = m_grams[gram];
      for (; at != sorted.end() && at->gram == gram; ++at) list.append(at->page);
    }
  }

  void spread() {
    if (m_entered < m_pages.size()) throw std::logic_error("a page is not in the index of the search");
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
  std::mutex m_mutex;                                      // guards the next five
  std::map<std::uint32_t, Batch> m_batches;                ///< by their first page
  std::map<std::uint32_t, std::vector<Posting>> m_sorted;  ///< likewise
  std::uint32_t m_entered = 0;                             ///< the first page that has not
  std::pmr::monotonic_buffer_resource m_memory;            ///< of the next, which only grows
  GramLists m_grams{&m_memory};
  std::once_flag m_spread_once;
  std::vector<Entries> m_spread;
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
  PageGrams grams;
  add_grams(page.title, true, grams);
  add_grams(text, false, grams);
  m_lists->add(number, std::move(grams.all));

  JsonWriter json;
  json.begin_array();
  json.text(page.title);
  json.text(percent_encode_path(m_pages.path(number)));
  json.text(name_of(m_pages.record(number).key().kind).plural);
  json.text(m_pages.unit(number));
  json.text(m_pages.status(number));
  json.text(folds_of(grams.folding));
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
