// What every view needs to say things: the published site, the words of the theme, the language, and
// links from the page at hand. One voice for labels and dates.
#pragma once

#include <string>

#include "publish/published.hpp"
#include "publish/routes.hpp"
#include "views/shown_polls.hpp"
#include "views/view_value.hpp"
#include "views/words.hpp"

namespace gongshi {

class ViewContext {
 public:
  ViewContext(const PublishedSite& site, const Words& words);

  [[nodiscard]] const PublishedSite& site() const { return m_site; }
  [[nodiscard]] Language language() const { return m_language; }
  /// Of all polls at once, and of what is near them.
  [[nodiscard]] const PollSurroundings& polls() const {
    ReadNotes::note(ReadOf::other, Kind::survey, 0);
    return m_polls;
  }
  [[nodiscard]] std::string word(std::string_view key) const { return m_words(key); }
  /// The words under `key` with {name} replaced by the value given for it.
  [[nodiscard]] std::string sentence(
      std::string_view key, const std::vector<std::pair<std::string_view, std::string>>& values) const;

  /// How the field is called on pages: its Chinese label, or its key in words.
  [[nodiscard]] std::string label(const Field& field) const;
  [[nodiscard]] std::string label(Kind kind) const { return std::string(name_of(kind).label.in(m_language)); }
  [[nodiscard]] std::string label(const ChoiceWord& choice) const {
    return std::string(choice.label.in(m_language));
  }

  /// Does the site make this output?
  [[nodiscard]] bool offers(OutputName output) const;

  /// What leads from the page at `path` to the site's root. A server shows 404.html at whatever address
  /// was asked for, so that page alone has the site's whole address, where there is one.
  [[nodiscard]] std::string root_of_page(std::string_view path) const;

  /// The record's title, or its id where the title was redacted.
  [[nodiscard]] std::string title(RecordKey key) const;
  /// {text, href, is_link: true} for a record, on the page at `from`.
  [[nodiscard]] ViewObject link(RecordKey key, std::string_view from) const;
  /// Links to these units.
  [[nodiscard]] ViewList links(const std::vector<Ref<Kind::unit>>& units, std::string_view from) const;
  /// The same for any page of the site.
  [[nodiscard]] static ViewObject link_to(std::string text, std::string_view from, std::string_view to);
  /// {text, href, is_link: false}: the same shape for what leads nowhere.
  [[nodiscard]] static ViewObject plain(std::string text);

 private:
  const PublishedSite& m_site;
  const Words& m_words;
  Language m_language;
  PollSurroundings m_polls;
};

}  // namespace gongshi
