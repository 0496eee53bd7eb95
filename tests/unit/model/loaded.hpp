// A record as load_record makes it of a text, with the findings.
#pragma once

#include <string>
#include <string_view>

#include "model/load_record.hpp"
#include "model/records.hpp"
#include "unit/findings.hpp"

namespace gongshi::testing {

template <class R>
struct Loaded {
  explicit Loaded(std::string_view text, bool markdown = false, std::string id = "a") {
    SourceFile source;
    source.id = std::move(id);
    source.markdown = markdown;
    record.at = {0, 0};
    read = load_record(source, text, fields_of(&record), &record, record, diagnostics);
    findings = listed(diagnostics, text);
  }
  [[nodiscard]] std::string words(Language language = Language::en) const {
    return words_of(diagnostics, language);
  }

  Diagnostics diagnostics;
  R record;
  bool read = false;
  Findings findings;
};

/// What every item must say, in six lines.
inline const std::string kItem =
    "title: 甲\nproblem: 乙\norigin: audit\nunit: a\nlead: 处长\nmeasures: [{text: 丙}]\n";

}  // namespace gongshi::testing
