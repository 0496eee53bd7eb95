// Scopes are audiences of the site, categories are its categories.
#include <string>

#include "check/checks.hpp"
#include "check/key_place.hpp"
#include "model/limits.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

class VocabularyCheck {
 public:
  VocabularyCheck(const Site& site, Diagnostics& diagnostics)
      : m_audiences(audiences_of(site.config)), m_diagnostics(diagnostics) {
    for (const Placed<std::string>& category : site.config.categories) m_categories.push_back(category.value);
  }

  template <class R>
  void check(const R& record) {
    check_word("unknown-scope", record, record.scope, fields_of(&record), "scope", m_audiences);
    if constexpr (requires { record.category; }) {
      check_word("unknown-category", record, record.category, fields_of(&record), "category", m_categories);
    }
    if constexpr (requires { record.categories; }) {
      for (const CategoryCount& part : record.categories) {
        check_word("unknown-category", part, part.category, fields_of(&part), "category", m_categories);
      }
    }
  }

 private:
  void check_word(Code code, const Entry& entry, const std::string& word, const FieldTable& table,
                  std::string_view key, const std::vector<std::string>& known) {
    if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
    const std::vector<std::string_view> names(known.begin(), known.end());
    std::string all;
    for (const std::string& name : known) all += (all.empty() ? "" : ", ") + name;
    Term listed = {"可以写：" + all, "It can be: " + all};
    if (all.empty()) {
      listed = {"那里还没有列出，先写上 `类别: [办事服务, 作风建设]` 这样一行",
                "None is listed yet: add a line such as `categories: [services, conduct]` first"};
    }
    m_diagnostics.add(code, place_of(entry, table, key),
                      {word, nearest_hint(word, names), std::move(listed)});
  }

  std::vector<std::string> m_audiences;
  std::vector<std::string> m_categories;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_vocabulary(const Site& site, Diagnostics& diagnostics) {
  VocabularyCheck check(site, diagnostics);
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) check.check(record);
  });
}

}  // namespace gongshi
