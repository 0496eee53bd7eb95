// How a finding names a key and where it points: the value as its author wrote it, under the name that
// the author uses.
#pragma once

#include <string>
#include <string_view>

#include "check/key_place.hpp"
#include "model/record.hpp"

namespace gongshi {

/// Was `key` written, readable or not? What was written and could not be read has been reported.
bool is_written(const Entry& entry, const FieldTable& table, std::string_view key);
template <class E>
bool is_written(const E& entry, std::string_view key) {
  return is_written(entry, fields_of(&entry), key);
}

/// Is there, at any depth, a date, choice, number or reference that was written and could not be read? An
/// error says so already, and what it would have meant is not guessed.
bool is_misread(const FieldTable& table, const void* mapping);

/// `key`, or its Chinese label in a record whose author writes labels.
std::string name_of_key(const Record& author, const FieldTable& table, std::string_view key);
template <class E>
std::string name_of_key(const Record& author, const E&, std::string_view key) {
  return name_of_key(author, fields_of(static_cast<const E*>(nullptr)), key);
}

/// The entry of not_stated that names `key` of this record, by key or label; null if none does.
const Placed<std::string>* unstated(const Record& record, const FieldTable& table, std::string_view key);
template <class R>
const Placed<std::string>* unstated(const R& record, std::string_view key) {
  return unstated(record, fields_of(&record), key);
}

}  // namespace gongshi
