#include "cli/source_quotes.hpp"

#include <algorithm>
#include <array>

#include "parse/source_guard.hpp"

namespace gongshi {
namespace {

// Told by the text alone, since a record that could not be parsed has no scope to ask for.
bool says_public(std::string_view text) {
  for (const std::string_view key : {"scope:", "公开范围:"}) {
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
      if (at != 0 && text[at - 1] != '\n' && !text.substr(0, at).ends_with("\xEF\xBB\xBF")) continue;
      std::string_view value = text.substr(at + key.size(), text.find('\n', at) - at - key.size());
      while (!value.empty() && (value.front() == ' ' || value.front() == '"' || value.front() == '\''))
        value.remove_prefix(1);
      return value.substr(0, value.find_first_of(" \"'#\r\t")) == "public";
    }
  }
  return false;
}

// A note for the office alone, or what was there before the record was taken back, may be on any line.
bool keeps_back(std::string_view text) {
  constexpr std::array<std::string_view, 4> kKeys = {"internal_note:", "内部备注:", "withdrawn:", "撤回:"};
  return std::any_of(kKeys.begin(), kKeys.end(),
                     [&](std::string_view key) { return text.find(key) != std::string_view::npos; });
}

bool is_record(std::string_view name) {
  return name.ends_with(".md") || (name.ends_with(".yaml") && name.find('/') != std::string_view::npos &&
                                   name.find("strings/") == std::string_view::npos);
}

}  // namespace

SourceText quoting_source_text(FileSystem& files, const SourceNames& names, bool quote_all) {
  return [&files, &names, quote_all](std::uint32_t file) -> std::optional<SourceLines> {
    const std::string& path = names.path(file);
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return std::nullopt;
    try {
      std::string text = files.read(path.substr(0, slash), path.substr(slash + 1), kLargestSource);
      const bool quote =
          quote_all || !is_record(names.name(file)) || (says_public(text) && !keeps_back(text));
      return SourceLines{std::move(text), quote};
    } catch (const IoError&) {
      return std::nullopt;
    }
  };
}

}  // namespace gongshi
