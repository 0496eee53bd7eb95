// The index that the search page reads: which pages hold which two characters in a row, or three. Pages are
// taken as they are made and forgotten; what is kept grows with the index, not with the pages.
//
// The browser asks for files by name, each a call of `gongshiSearch(name, data)`, since a page that was
// opened by a double click may load scripts and nothing else:
//   p/<shard>    "key list titles key list titles …" separated by single blanks: a key, the pages that hold
//                it and those whose title does, as PostingList has them. A key is two folded characters;
//                three, of which at least two are ASCII; one (titles only); a filter of SearchedPages; and
//                behind '=' a character that browsers do not fold by themselves, which has its fold for a
//                list.
//   t/<number>   [title, address from the site's root, kind, unit, status, folds, body, head] of a page.
//                `folds` are the characters that are not their own fold, each with that behind it, separated
//                by blanks.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "search/searched_pages.hpp"

namespace gongshi {

/// How many files the lists of a site of so many records are spread over.
std::size_t search_shards(std::size_t records);
/// Which of them has `key`, which is UTF-8: FNV-1a over the characters, as the search page does it.
std::size_t shard_of(std::string_view key, std::size_t shards);

std::string search_shard_name(std::size_t shard);
std::string search_text_name(std::uint32_t number);

class SearchIndex {
 public:
  explicit SearchIndex(const PublishedSite& site);
  ~SearchIndex();
  SearchIndex(const SearchIndex&) = delete;
  SearchIndex& operator=(const SearchIndex&) = delete;

  [[nodiscard]] const SearchedPages& pages() const { return m_pages; }
  /// A page on which the text of a record goes on. Not after the first page was taken.
  void add_further(std::string path, RecordKey of) { m_pages.add_further(std::move(path), of); }

  /// Takes a page, once; returns the file of its text. May be called from several threads and in any order:
  /// the index is the same.
  std::string add(std::uint32_t number, std::string_view html);
  [[nodiscard]] std::size_t shards() const { return search_shards(m_pages.records()); }
  /// The file of a shard, once every page was taken. May be called from several threads.
  std::string shard(std::size_t shard);

 private:
  class Lists;
  SearchedPages m_pages;
  std::unique_ptr<Lists> m_lists;
};

}  // namespace gongshi
