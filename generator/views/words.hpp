// The words of the theme in the site's language: themes/<theme>/strings/<language>.yaml, nested keys
// joined by dots ("status.closed").
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

class Words {
 public:
  Words() = default;
  explicit Words(std::map<std::string, std::string, std::less<>> words) : m_words(std::move(words)) {}

  /// The words under `key`, or null.
  [[nodiscard]] const std::string* find(std::string_view key) const {
    const auto found = m_words.find(key);
    return found == m_words.end() ? nullptr : &found->second;
  }
  /// The words under `key`; the key itself if the theme lacks it, which loading the theme has reported.
  [[nodiscard]] std::string operator()(std::string_view key) const {
    const std::string* found = find(key);
    return found == nullptr ? std::string(key) : *found;
  }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return m_words; }

 private:
  std::map<std::string, std::string, std::less<>> m_words;
};

}  // namespace gongshi
