#include "text/unicode.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

#include "text/utf8.hpp"

namespace gongshi {
namespace {

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);
}

std::size_t character_width(char32_t code) {
  const auto c = static_cast<UChar32>(code);
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const Character c = character_at(text, offset);
    width += character_width(c.code);
    offset += c.length;
  }
  return width;
}

std::string collision_key(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(piece(text)).foldCase();
  folded = nfc().normalize(folded, status);
  std::string key;
  folded.toUTF8String(key);
  return key;
}

std::string wording_key(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const icu::UnicodeString plain = nfkc->normalize(icu::UnicodeString::fromUTF8(piece(text)), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
    if (u_isalnum(plain.char32At(i)) != 0) kept.append(plain.char32At(i));
  }
  std::string key;
  kept.toUTF8String(key);
  return key;
}

bool is_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  return nfc().isNormalizedUTF8(piece(text), status) != 0;
}

bool is_cjk(char32_t code) {
  if (code < 0x2E80) return false;
  if (code >= 0x3000 && code <= 0x303F) return true;  // CJK symbols and punctuation
  if (code >= 0xFF01 && code <= 0xFF65) return true;  // full-width forms
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(code), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
      return true;
    default:
      return false;
  }
}

namespace {

// One character each for those below U+10000 that fold to one; asked for far too often to go through ICU.
constexpr char32_t kFoldsToMore = 0xFFFFFFFF;  // or to none

const std::vector<char32_t>& folded_characters() {
  static const std::vector<char32_t> kTable = [] {
    constexpr char32_t kEnd = 0x10000;
    std::vector<char32_t> table(kEnd);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2& fold = *icu::Normalizer2::getNFKCCasefoldInstance(status);
    for (char32_t code = 0; code < kEnd; ++code) {
      table[code] = code;
      const bool never_folds = (code >= 0x3400 && code < 0xA000) || (code >= 0xAC00 && code < 0xF900);
      if (never_folds ||
          u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_CHANGES_WHEN_NFKC_CASEFOLDED) == 0)
        continue;
      const icu::UnicodeString folded =
          fold.normalize(icu::UnicodeString(static_cast<UChar32>(code)), status);
      table[code] = folded.countChar32() == 1 ? static_cast<char32_t>(folded.char32At(0)) : kFoldsToMore;
    }
    return table;
  }();
  return kTable;
}

}  // namespace

void append_folded(std::string& text, char32_t code) {
  const std::vector<char32_t>& table = folded_characters();
  if (code < table.size() && table[code] != kFoldsToMore) return append_utf8(text, table[code]);
  UErrorCode status = U_ZERO_ERROR;
  icu::Normalizer2::getNFKCCasefoldInstance(status)
      ->normalize(icu::UnicodeString(static_cast<UChar32>(code)), status)
      .toUTF8String(text);
}

bool is_white_space(char32_t code) {
  constexpr char32_t kLast = 0x3000;  // the ideographic blank; what Chinese is written with stands behind it
  return code <= kLast && u_isUWhiteSpace(static_cast<UChar32>(code)) != 0;
}

std::string to_nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  nfc().normalize(icu::UnicodeString::fromUTF8(piece(text)), status).toUTF8String(out);
  return out;
}

namespace {

// Every character that searches compare as another one, or as several or none; all others stand for
// themselves. Made once: the transliterator is far too slow to be asked for each character of a site.
class SearchFolds {
 public:
  SearchFolds() {
    UErrorCode status = U_ZERO_ERROR;
    m_simplify.reset(icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
    icu::UnicodeSet changing(u"[:Changes_When_NFKC_Casefolded:]", status);
    changing.addAll(m_simplify->getSourceSet(m_traditional)).removeAll(icu::UnicodeSet(u"[:Cs:]", status));
    for (std::int32_t range = 0; range < changing.getRangeCount(); ++range) {
      for (UChar32 c = changing.getRangeStart(range); c <= changing.getRangeEnd(range); ++c) {
        const icu::UnicodeString text = folded(icu::UnicodeString(c));
        if (text == icu::UnicodeString(c)) continue;
        m_folds.emplace(static_cast<char32_t>(c), characters(text));
        if (static_cast<char32_t>(c) < kSmall) m_folds_small[static_cast<std::size_t>(c)] = true;
      }
    }
  }

  [[nodiscard]] const std::u32string* find(char32_t code) const {
    if (code < kSmall && !m_folds_small[code]) return nullptr;
    const auto found = m_folds.find(code);
    return found == m_folds.end() ? nullptr : &found->second;
  }

  [[nodiscard]] std::vector<FoldedCharacter> beyond_browser() const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2& nfkc = *icu::Normalizer2::getNFKCInstance(status);
    std::vector<FoldedCharacter> beyond;
    for (const auto& [code, folded] : m_folds) {
      if (folded.empty()) continue;
      const icu::UnicodeString alone(static_cast<UChar32>(code));
      const icu::UnicodeString lower = nfkc.normalize(alone, status).toLower(icu::Locale::getRoot());
      if (nfkc.normalize(lower, status) == alone) beyond.push_back({code, folded});
    }
    return beyond;
  }

 private:
  static constexpr char32_t kSmall = 0x10000;

  // Folds until nothing changes. Where that goes in a circle (苎, 苧), the smallest of the circle stands for
  // all.
  [[nodiscard]] icu::UnicodeString folded(icu::UnicodeString text) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2& fold = *icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::vector<icu::UnicodeString> seen;
    while (std::find(seen.begin(), seen.end(), text) == seen.end()) {
      seen.push_back(text);
      text = fold.normalize(text, status);
      if (m_traditional.containsSome(text) != 0) m_simplify->transliterate(text);
    }
    text = *std::min_element(std::find(seen.begin(), seen.end(), text), seen.end());
    return text.findAndReplace(u" ", u"");  // as of a spacing accent: blanks are dropped
  }

  static std::u32string characters(const icu::UnicodeString& text) {
    std::u32string all;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
      all.push_back(static_cast<char32_t>(text.char32At(i)));
    return all;
  }

  std::unique_ptr<icu::Transliterator> m_simplify;
  icu::UnicodeSet m_traditional;
  std::map<char32_t, std::u32string> m_folds;
  std::vector<bool> m_folds_small = std::vector<bool>(kSmall);
};

const SearchFolds& search_folds() {
  static const SearchFolds kFolds;
  return kFolds;
}

}  // namespace

const std::u32string* search_fold(char32_t code) { return search_folds().find(code); }

const std::vector<FoldedCharacter>& folds_beyond_browser() {
  static const std::vector<FoldedCharacter> kBeyond = search_folds().beyond_browser();
  return kBeyond;
}

std::string to_gb18030(std::string_view text) {
  const icu::UnicodeString decoded = icu::UnicodeString::fromUTF8(piece(text));
  std::string bytes(static_cast<std::size_t>(decoded.extract(0, decoded.length(), nullptr, 0, "gb18030")), 0);
  decoded.extract(0, decoded.length(), bytes.data(), static_cast<std::uint32_t>(bytes.size()), "gb18030");
  return bytes;
}

std::string from_gb18030(std::string_view bytes) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<std::int32_t>(bytes.size()), "gb18030").toUTF8String(text);
  return text;
}

bool is_letter_or_digit(char32_t code) { return u_isalnum(static_cast<UChar32>(code)) != 0; }

bool looks_like_gb18030(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open("gb18030", &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status)) return false;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const icu::UnicodeString decoded(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                   status);
  if (U_FAILURE(status)) return false;
  for (std::int32_t i = 0; i < decoded.length(); i = decoded.moveIndex32(i, 1)) {
    if (is_cjk(static_cast<char32_t>(decoded.char32At(i)))) return true;
  }
  return false;
}

}  // namespace gongshi
