// What the program can say about a mistake. Each message is one entry of one table
// (diagnostics/messages/): its stable code, its words in both languages, and how to cure it.
// Call sites name a message by its code, and a code that is not in the table does not compile.
#pragma once

#include <cstdint>
#include <string_view>

namespace gongshi {

enum class Language : std::uint8_t { zh, en };

struct Bilingual {
  std::string_view zh;
  std::string_view en;
  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

enum class Severity : std::uint8_t { error, warning };

/// `text`, `cure` and `related` may hold {1}, {2} … for the arguments of a diagnostic.
struct Message {
  std::string_view code;  ///< kebab-case, never changed, equal to its folder under tests/errors/
  Severity severity = Severity::error;
  Bilingual rule{};           ///< one sentence that is always true, for `explain` and the list of checks
  Bilingual text{};           ///< what is wrong here
  Bilingual cure{};           ///< what to do about it
  Bilingual related{};        ///< what the second place shown is, if there is one
  bool quotes_source = true;  ///< false where the line itself must not get into a log
};

}  // namespace gongshi
