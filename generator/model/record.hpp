// What every kind of record has in common.
#pragma once

#include <string>
#include <vector>

#include "model/field.hpp"

namespace gongshi {

/// Where the record's facts come from: words, or the id of a bulletin or page.
struct Source : Entry {
  WordsOr<Kind::bulletin, Kind::page> document;
  std::string place;
};
const FieldTable& fields_of(const Source*);

enum class WithdrawalKind : std::uint8_t { error, duplicate, not_ours, redaction };
std::span<const ChoiceWord> choices(WithdrawalKind);

/// A record taken back; its page stays and says so, without the content.
struct Withdrawal : Entry {
  Date date;
  Choice<WithdrawalKind> kind;
  std::string reason;
  std::vector<Ref<Kind::unit>> by;
};
const FieldTable& fields_of(const Withdrawal*);

/// A finding that the office has looked at and lets stand, with its reason; published.
struct Waiver : Entry {
  std::string code;
  std::string field;
  std::string reason;
};
const FieldTable& fields_of(const Waiver*);

struct Record : Entry {
  std::string id;  ///< the file name; never written in the file
  Line title;
  std::string scope;  ///< one of the site's audiences; absent means internal
  Box<Source> source;
  std::vector<Placed<std::string>> not_stated;
  std::vector<Placed<std::string>> by_editor;
  Box<Withdrawal> withdrawn;
  std::vector<Waiver> waivers;
  std::string internal_note;
  std::string body;  ///< Markdown below the front matter of a .md file
  Position body_at;
};

}  // namespace gongshi
