#include "check/personal_data.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include "text/character_set.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_word(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z'); }

/// The text in ASCII where that says the same, each other character being one byte; offsets by place.
struct Plain {
  std::string text;
  std::vector<std::size_t> places;
  std::vector<char32_t> codes;
};

constexpr char kOther = '\x01';

Plain plain_of(std::string_view text) {
  Plain plain;
  const bool sound = !first_invalid_utf8(text);
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const Character c = sound ? character_at(text, at) : Character{byte, 1};
    char32_t code = c.code;
    if (code >= 0xFF01 && code <= 0xFF5E) code -= 0xFEE0;  // full width
    if (code == 0x3000 || code == 0xA0) code = ' ';
    if (code >= 0x2010 && code <= 0x2015) code = '-';
    plain.text.push_back(code < 0x80 ? static_cast<char>(code) : kOther);
    plain.places.push_back(at);
    plain.codes.push_back(code);
    at += c.length;
  }
  return plain;
}

/// Digits from `begin`, alone or in groups; where the last one ends.
struct Number {
  std::string digits;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool has_luhn_digit(const std::string& digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int value = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) value = value * 2 > 9 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 == 0;
}

bool has_birth_date(const std::string& id) {
  const int year = std::stoi(id.substr(6, 4));
  const int month = std::stoi(id.substr(10, 2));
  const int day = std::stoi(id.substr(12, 2));
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// ISO 7064, MOD 11-2 over seventeen digits.
bool has_id_checksum(const std::string& digits, char check) {
  constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kChecks = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (digits[i] - '0') * kWeights[i];
  return kChecks[static_cast<std::size_t>(sum % 11)] == check;
}

// U+FF00 to U+FF3F, the digits, capitals and @ among them.
bool is_full_width(std::string_view character) {
  return character.size() == 3 && character.starts_with("\xEF\xBC") &&
         (static_cast<unsigned char>(character[2]) & 0xC0U) == 0x80U;
}

// With which may_hold_personal_data() has to do: digits, capitals and @, and first bytes of those of full
// width and of Han characters.
constexpr CharacterSet kTelling("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ@\xEF\xE4\xE5\xE6\xE7\xE8\xE9");

// Every number of somebody has ten digits or more, every address an @, every plate two digits behind a
// capital letter, and no Han character stands within: texts without any of that are not taken apart, and most
// are.
bool may_hold_personal_data(std::string_view text) {
  constexpr std::size_t kFewestDigits = 10;
  std::size_t digits = 0;  // since the last Han character
  bool has_upper = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (!kTelling.holds(c)) continue;
    if (c >= '\xE4' && c <= '\xE9') {  // begins U+4000 to U+9FFF
      digits = 0;
      has_upper = false;
    } else if (c == '\xEF' && is_full_width(text.substr(at, 3))) {
      at += 2;
      c = static_cast<char>(static_cast<unsigned char>(text[at]) - 0x60);  // EF BC 90 is U+FF10: 0x30
    }
    digits += is_digit(c) ? 1 : 0;
    has_upper = has_upper || is_upper(c);
    if (c == '@' || digits >= kFewestDigits || (has_upper && digits >= 2)) return true;
  }
  return false;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : m_plain(plain_of(text)) {}

  std::vector<PersonalDatum> find() {
    const std::string& text = m_plain.text;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = end_of_number(at);
      if (end == 0) {
        find_plate(at);
        if (text[at] == '@') find_email(at);
        ++at;
      } else {
        at = end;
      }
    }
    std::sort(m_found.begin(), m_found.end(),
              [](const PersonalDatum& a, const PersonalDatum& b) { return a.offset < b.offset; });
    return std::move(m_found);
  }

 private:
  void add(PersonalKind kind, std::size_t at) { m_found.push_back({kind, m_plain.places[at]}); }

  // Where a number that begins here and is somebody's ends; 0 if there is none.
  std::size_t end_of_number(std::size_t at) {
    const std::string& text = m_plain.text;
    const bool begins = is_digit(text[at]) && (at == 0 || !is_word(text[at - 1]));
    if (!begins) return 0;
    // The longest reading first: a card's number may begin like a telephone's.
    std::vector<Number> readings = readings_at(at);
    for (const Number& reading : std::ranges::reverse_view(readings)) {
      if (judge(reading)) return reading.end;
    }
    return 0;
  }

  // The digits up to the end of each of the groups that follow one another.
  [[nodiscard]] std::vector<Number> readings_at(std::size_t at) const {
    constexpr std::size_t kMostDigits = 24;
    const std::string& text = m_plain.text;
    std::vector<Number> readings;
    Number number{{}, at, at};
    while (number.digits.size() <= kMostDigits) {
      while (number.end < text.size() && is_digit(text[number.end]))
        number.digits.push_back(text[number.end++]);
      readings.push_back(number);
      std::size_t next = number.end;
      if (next < text.size() && (text[next] == ')' || text[next] == ' ' || text[next] == '-')) ++next;
      if (next == number.end || next >= text.size() || !is_digit(text[next])) break;
      number.end = next;
    }
    return readings;
  }

  bool judge(const Number& number) {
    const std::string& text = m_plain.text;
    const std::string& digits = number.digits;
    const bool ends = number.end >= text.size() || !is_word(text[number.end]);
    const char next = number.end < text.size() ? text[number.end] : ' ';
    if (digits.size() == 17 && (next == 'X' || next == 'x') && has_birth_date(digits) &&
        has_id_checksum(digits, 'X'))
      return found(PersonalKind::resident_id, number.begin);
    if (!ends) return false;
    if (digits.size() == 18 && has_birth_date(digits) && has_id_checksum(digits, digits.back()))
      return found(PersonalKind::resident_id, number.begin);
    if (is_mobile(digits)) return found(PersonalKind::mobile, number.begin);
    if (is_landline(number)) return found(PersonalKind::landline, number.begin);
    const bool card = digits.size() >= 16 && digits.size() <= 19 && digits[0] >= '3' && digits[0] <= '6';
    return card && has_luhn_digit(digits) && found(PersonalKind::bank_card, number.begin);
  }

  bool found(PersonalKind kind, std::size_t at) {
    add(kind, at);
    return true;
  }

  static bool is_mobile(std::string_view digits) {
    if (digits.size() == 15 && digits.starts_with("0086")) digits.remove_prefix(4);
    if (digits.size() == 13 && digits.starts_with("86")) digits.remove_prefix(2);
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
  }

  // The area code is three digits for 010 and 02x, else four; a local number never begins with 0 or 1.
  static bool is_landline(const Number& number) {
    const std::string& digits = number.digits;
    if (digits.size() < 10 || digits.size() > 12 || digits[0] != '0' || digits[1] == '0') return false;
    const std::size_t area = digits[1] == '1' || digits[1] == '2' ? 3 : 4;
    const std::size_t local = digits.size() - area;
    return (local == 7 || local == 8) && digits[area] >= '2';
  }

  void find_plate(std::size_t at) {
    constexpr std::u32string_view kProvinces =
        U"京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    constexpr std::u32string_view kSpecial = U"学警港澳挂领";
    constexpr std::u32string_view kDots = U"·•・ ";
    if (kProvinces.find(m_plain.codes[at]) == std::u32string_view::npos) return;
    const std::string& text = m_plain.text;
    std::size_t next = at + 1;
    if (next >= text.size() || !is_upper(text[next]) || text[next] == 'I' || text[next] == 'O') return;
    ++next;
    if (next < text.size() && kDots.find(m_plain.codes[next]) != std::u32string_view::npos) ++next;
    std::size_t count = 0;
    std::size_t digits = 0;
    for (; next < text.size() && (is_digit(text[next]) || is_upper(text[next])); ++next, ++count)
      digits += is_digit(text[next]) ? 1 : 0;
    const bool special =
        next < text.size() && kSpecial.find(m_plain.codes[next]) != std::u32string_view::npos;
    const bool ends = next >= text.size() || !is_word(text[next]);
    if (ends && digits >= 2 && (count == 5 || count == 6 || (special && count == 4)))
      add(PersonalKind::plate, at);
  }

  void find_email(std::size_t at) {
    const std::string& text = m_plain.text;
    constexpr std::string_view kInName = "._%+-";
    std::size_t begin = at;
    while (begin > 0 && (is_word(text[begin - 1]) || kInName.find(text[begin - 1]) != std::string_view::npos))
      --begin;
    std::size_t end = at + 1;
    while (end < text.size() && (is_word(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
    std::string_view domain = std::string_view(text).substr(at + 1, end - at - 1);
    while (!domain.empty() && !is_word(domain.back())) domain.remove_suffix(1);
    const std::size_t dot = domain.rfind('.');
    const bool has_top =
        dot != std::string_view::npos && dot > 0 && domain.size() - dot > 2 && !is_digit(domain[dot + 1]);
    if (begin < at && has_top) add(PersonalKind::email, begin);
  }

  Plain m_plain;
  std::vector<PersonalDatum> m_found;
};

}  // namespace

Term term_of(PersonalKind kind) {
  switch (kind) {
    case PersonalKind::resident_id:
      return {"身份证号", "a resident ID number"};
    case PersonalKind::mobile:
      return {"手机号", "a mobile number"};
    case PersonalKind::landline:
      return {"座机号码", "a land line's number"};
    case PersonalKind::bank_card:
      return {"银行卡号", "a bank card's number"};
    case PersonalKind::plate:
      return {"车牌号", "a vehicle's plate"};
    case PersonalKind::email:
      return {"电子邮箱", "an e-mail address"};
  }
  return {};
}

std::vector<PersonalDatum> find_personal_data(std::string_view text) {
  if (!may_hold_personal_data(text)) return {};
  return Finder(text).find();
}

}  // namespace gongshi
