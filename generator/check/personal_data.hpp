// Personal data in a text, told by its form alone.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace gongshi {

enum class PersonalKind : std::uint8_t {
  resident_id,  ///< 18 characters with a date of birth and the checksum of GB 11643 (ISO 7064, MOD 11-2)
  mobile,       ///< eleven digits from 13 to 19, with or without +86
  landline,     ///< area code from 0 and seven or eight digits
  bank_card,    ///< 16 to 19 digits from 3 to 6 with the check digit of ISO/IEC 7812 (Luhn)
  plate,        ///< GA 36: province, letter, five or six letters and digits
  email,
};

/// What the kind is called.
Term term_of(PersonalKind kind);

struct PersonalDatum {
  PersonalKind kind = PersonalKind::resident_id;
  std::size_t offset = 0;  ///< in bytes, of its first character
  friend bool operator==(const PersonalDatum&, const PersonalDatum&) = default;
};

/// All personal data in `text`, by offset. Digits and letters may be full width, and digits in groups
/// with one blank or hyphen between them. `text` need not be well-formed UTF-8.
std::vector<PersonalDatum> find_personal_data(std::string_view text);

}  // namespace gongshi
