#include "views/view_context.hpp"

#include <algorithm>

namespace gongshi {

ViewContext::ViewContext(const PublishedSite& site, const Words& words)
    : m_site(site),
      m_words(words),
      m_language(site.config().language == PageLanguage::en ? Language::en : Language::zh),
      m_polls(shown_polls(site)) {}

std::string ViewContext::sentence(std::string_view key,
                                  const std::vector<std::pair<std::string_view, std::string>>& values) const {
  const std::string pattern = m_words(key);
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    const std::size_t end = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    const std::string_view name =
        end == std::string::npos ? std::string_view() : std::string_view(pattern).substr(i + 1, end - i - 1);
    const auto value =
        std::find_if(values.begin(), values.end(), [&](const auto& pair) { return pair.first == name; });
    if (name.empty() || value == values.end()) {
      out.push_back(pattern[i++]);
    } else {
      out += value->second;
      i = end + 1;
    }
  }
  return out;
}

std::string ViewContext::label(const Field& field) const {
  if (m_language == Language::zh) return std::string(field.label);
  std::string words(field.key);
  std::replace(words.begin(), words.end(), '_', ' ');
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

bool ViewContext::offers(OutputName output) const { return m_site.config().makes(output); }

std::string ViewContext::root_of_page(std::string_view path) const {
  return path == kNotFoundPath ? m_site.config().base_url.text : root_of(path);
}

std::string ViewContext::title(RecordKey key) const {
  const Record& named = m_site.record(key).common();
  return named.title.text.empty() ? named.id : named.title.text;
}

ViewObject ViewContext::link(RecordKey key, std::string_view from) const {
  return link_to(title(key), from, record_path(key.kind, m_site.record(key).common().id));
}

ViewObject ViewContext::link_to(std::string text, std::string_view from, std::string_view to) {
  ViewObject link;
  link.set("text", std::move(text)).set("href", relative_address(from, to)).set("is_link", true);
  return link;
}

ViewList ViewContext::links(const std::vector<Ref<Kind::unit>>& units, std::string_view from) const {
  ViewList all;
  for (const Ref<Kind::unit>& unit : units) {
    const auto index = m_site.records().find_index<Unit>(unit.id);
    all.emplace_back(index ? link({Kind::unit, *index}, from) : plain(unit.id));
  }
  return all;
}

ViewObject ViewContext::plain(std::string text) {
  ViewObject value;
  value.set("text", std::move(text));
  value.set("href", "");
  value.set("is_link", false);
  return value;
}

}  // namespace gongshi
