// Leaks planted one by one, in the form that each writer or trick would give them: each is found, by its
// place and record, and never told. And what is public anyway is no leak.
#include "gate/leak_scan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "files/zip_members.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "unit/stored_zip.hpp"
#include "unit/written_site.hpp"

namespace gongshi {
namespace {

using testing::item_text;
using testing::stored_zip;
using testing::unit_text;
using testing::WrittenSite;

constexpr const char* kSecret = "尚未公开的处置意见（草稿）";
constexpr const char* kNote = "Call back: Plan B & C";

class LeakScanTest : public ::testing::Test {
 protected:
  LeakScanTest() {
    m_written.add("units/a.yaml",
                  unit_text("scope: public\ninternal_note: \"" + std::string(kNote) + "\"\n"));
    m_written.add("items/zg-secret-9.md",
                  "---\n" + item_text("scope: internal\nanalysis: " + std::string(kSecret) + "\n") +
                      "---\n第一段说明原因。\n\n**第二段写明责任岗位**，从未发布。\n");
    m_written.add("items/w.md",
                  "---\n" +
                      item_text("scope: public\nexplanation: 撤下之前写过的说明文字\n"
                                "withdrawn: {date: 2026-06-01, kind: redaction, reason: 误}\n") +
                      "---\n撤下之前写过的正文\n");
    m_written.add("pages/p.md",
                  "---\ntitle: 大家都知道的事情\nscope: public\n---\n公开的正文说了这一句话。\n");
    m_written.add("pages/q.md",
                  "---\ntitle: 内部页\nscope: internal\n---\n公开的正文说了这一句话。\n短句。2026-06-30\n");
  }

  PublishedSite published() const {
    const Site& site = m_written.site();
    return publish(site, *Audience::find("public", audiences_of(site.config)));
  }

  /// What is found in one file: `place: offset record field`, joined by blanks.
  std::string found(const std::string& path, std::string_view bytes) const {
    const PublishedSite site = published();
    LeakScan scan(site, "words of the theme");
    scan.look_at(path, bytes);
    Diagnostics diagnostics;
    const bool clean = scan.report(diagnostics);
    EXPECT_EQ(clean, diagnostics.sorted().empty());
    std::string all;
    for (const Diagnostic& finding : diagnostics.sorted()) {
      const std::string words = word(finding.message->text.en, finding.arguments, Language::en);
      EXPECT_EQ(words.find(kSecret), std::string::npos);
      all += (all.empty() ? "" : " ") + finding.place + ": " +
             std::to_string(std::get<std::int64_t>(finding.arguments[0])) + " " +
             std::get<std::string>(finding.arguments[1]) + " " + std::get<std::string>(finding.arguments[2]);
    }
    return all;
  }

  WrittenSite m_written;
};

struct Plant {
  const char* trick;
  std::string path;
  std::string bytes;
  std::string found;
};

std::string entities(std::string_view text, bool hex) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    std::array<char, 16> code{};
    std::snprintf(code.data(), code.size(), hex ? "&#x%x;" : "&#%u;", static_cast<unsigned>(c.code));
    out += code.data();
    at += c.length;
  }
  return out;
}

std::string escapes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    std::array<char, 16> code{};
    std::snprintf(code.data(), code.size(), "\\u%04X", static_cast<unsigned>(c.code));
    out += code.data();
    at += c.length;
  }
  return out;
}

std::string percent(std::string_view text) {
  std::string out;
  for (const char c : text) {
    std::array<char, 8> code{};
    std::snprintf(code.data(), code.size(), "%%%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += code.data();
  }
  return out;
}

std::string utf16(std::string_view text, bool big) {
  std::string out = big ? "\xFE\xFF" : "\xFF\xFE";
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const char high = static_cast<char>(c.code >> 8U);
    const char low = static_cast<char>(c.code & 0xFFU);
    out.push_back(big ? high : low);
    out.push_back(big ? low : high);
    at += c.length;
  }
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i)
      three = three * 256 + (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i)
      out.push_back(at + i > bytes.size() ? '=' : kAlphabet[(three >> (18 - 6 * i)) & 63U]);
  }
  return out;
}

std::string base64_for_addresses(std::string_view bytes) {
  std::string out = base64(bytes);
  std::replace(out.begin(), out.end(), '+', '-');
  std::replace(out.begin(), out.end(), '/', '_');
  return out;
}

std::string spaced(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    out += std::string(text.substr(at, c.length)) + "\r\n ";
    at += c.length;
  }
  return out;
}

std::string full_width(std::string_view text) {
  std::string out;
  for (const char c : text) append_utf8(out, c == ' ' ? U'\u3000' : static_cast<char32_t>(c) + 0xFEE0);
  return out;
}

std::vector<Plant> plants() {
  const std::string s = kSecret;
  const std::string item = " items/zg-secret-9 analysis";
  const std::string note = " units/a internal_note";
  return {
      {"text of a page", "items/a.html", "<p>" + s + "</p>", "items/a.html: 3" + item},
      {"attribute, alt text", "a.html", "<img alt='" + s + "'>", "a.html: 10" + item},
      {"meta description", "a.html", "<meta content=\"" + s + "\">", "a.html: 15" + item},
      {"comment", "a.html", "<!--" + s + "-->", "a.html: 4" + item},
      {"decimal entities", "a.html", entities(s, false), "a.html: 0" + item},
      {"hexadecimal entities", "a.html", entities(s, true), "a.html: 0" + item},
      {"entities without semicolons", "a.html", "Call back: Plan B &#38 C", "a.html: 0" + note},
      {"escaped ampersand", "a.html", "Call back: Plan B &amp; C", "a.html: 0" + note},
      {"JSON", "data/items.json", "{\"x\":\"" + s + "\"}", "data/items.json: 6" + item},
      {"JSON escapes", "data/items.json", escapes(s), "data/items.json: 0" + item},
      {"search index", "search/0.json", "[\"" + s + "\"]", "search/0.json: 2" + item},
      {"CSV", "data/items.csv", "id,analysis\r\n1,\"" + s + "\"\r\n", "data/items.csv: 16" + item},
      {"CSV in UTF-16, as Excel likes it", "x.csv", utf16(s, false), "x.csv: 2" + item},
      {"CSV in the other UTF-16", "x.csv", utf16(s, true), "x.csv: 2" + item},
      {"CSV in GB18030", "x.csv", to_gb18030(s), "x.csv: 0" + item},
      {"address, percent-encoded", "a.html", "?q=" + percent(s), "a.html: 3" + item},
      {"address of a withheld page", "sitemap.xml", "<loc>x/items/zg-secret-9.html</loc>",
       "sitemap.xml: 7 items/zg-secret-9 id"},
      {"relative link to a withheld page", "items/index.html", "<a href='zg-secret-9.html'>",
       "items/index.html: 9 items/zg-secret-9 id"},
      {"Atom", "feeds/all.xml", "<summary>" + s + "</summary>", "feeds/all.xml: 9" + item},
      {"calendar, folded lines", "calendar.ics", "SUMMARY:" + spaced(s), "calendar.ics: 8" + item},
      {"Base64", "a.html", base64(s), "a.html: 0" + item},
      {"Base64, one byte on", "a.html", base64("x" + s), "a.html: 2" + item},
      {"Base64 for addresses", "a.html", base64_for_addresses("\xFF\xFF" + s), "a.html: 3" + item},
      {"Base64 in lines", "a.eml", base64(s).insert(9, "\r\n"), "a.eml: 0" + item},
      {"Base64, two bytes on", "a.html", base64("xy" + s), "a.html: 3" + item},
      {"full width", "a.html", full_width(kNote), "a.html: 0" + note},
      {"compatibility forms", "a.html", "尚未公开的处置意见(草稿)", "a.html: 0" + item},
      {"letter case", "a.html", "CALL BACK: PLAN B & C", "a.html: 0" + note},
      {"no blanks", "a.html", "Callback:PlanB&C", "a.html: 0" + note},
      {"file name", "files/" + s + ".txt", "", "files/…: 6" + item},
      {"workbook, shared strings", "data/all.xlsx",
       stored_zip({{"xl/sharedStrings.xml", "<t>" + s + "</t>"}}),
       "data/all.xlsx!xl/sharedStrings.xml: 3" + item},
      {"workbook, properties", "data/all.xlsx", stored_zip({{"docProps/core.xml", "<dc:title>" + s}}),
       "data/all.xlsx!docProps/core.xml: 10" + item},
      {"workbook, comments", "data/all.xlsx", stored_zip({{"xl/comments1.xml", s}}),
       "data/all.xlsx!xl/comments1.xml: 0" + item},
      {"name in a zip", "data/all.zip", stored_zip({{s + ".csv", "x"}}), "data/all.zip!…: 0" + item},
      {"zip in a zip", "data/all.zip", stored_zip({{"all.xlsx", stored_zip({{"a.xml", s}})}}),
       "data/all.zip!all.xlsx!a.xml: 0" + item},
      {"database", "data/data.sqlite", std::string("SQLite format 3\0\1\2", 18) + s,
       "data/data.sqlite: 18" + item},
      {"picture", "chart.svg", "<svg><title>" + s, "chart.svg: 12" + item},
      {"error page", "404.html", "<p>" + s, "404.html: 3" + item},
      {"one paragraph of a body", "a.html", "<p><strong>第二段写明责任岗位</strong>",
       "a.html: 11 items/zg-secret-9 body"},
      {"a withdrawn record's field", "a.html", "撤下之前写过的说明文字", "a.html: 0 items/w explanation"},
      {"a withdrawn record's body", "a.html", "撤下之前写过的正文", "a.html: 0 items/w body"},
  };
}

TEST_F(LeakScanTest, FindsEachPlant) {
  const std::vector<Plant> all = plants();
  EXPECT_GE(all.size(), 25U);
  for (const Plant& plant : all) {
    const std::string got = found(plant.path, plant.bytes);
    // A name is searched in full, members of an archive that is not packed are seen in it as well.
    EXPECT_NE(got.find(plant.found), std::string::npos) << plant.trick << ": " << got;
  }
}

// Behind a member that was packed, which is searched unpacked only.
TEST_F(LeakScanTest, FindsWhatLiesBetweenMembersInItsPlace) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += std::to_string(i * i) + "；";
  std::string archive = write_zip({{"a.txt", text.size(), [&] { return text; }}}, {2026, 6, 30});
  const std::size_t end = archive.size();
  archive[end - 2] =
      static_cast<char>(std::string_view(kSecret).size());  // of the comment (APPNOTE.TXT 4.3.16)
  archive += kSecret;
  EXPECT_EQ(found("data/all.zip", archive),
            "data/all.zip: " + std::to_string(end) + " items/zg-secret-9 analysis");
}

TEST_F(LeakScanTest, TellsNothingThatIsPublic) {
  EXPECT_EQ(found("pages/p.html", "大家都知道的事情。公开的正文说了这一句话。短句。2026-06-30 甲 乙 丙"), "");
  EXPECT_EQ(found("items/w.html", "items/w.html w.html w.json 误"), "");
}

TEST_F(LeakScanTest, ListsWhatProvesNothing) {
  const PublishedSite site = published();
  const LeakScan scan(site, "");
  const std::string list = unproven_text(scan.unproven());
  EXPECT_NE(list.find("pages/q\tbody\talso-public\n"), std::string::npos) << list;
  EXPECT_NE(list.find("pages/q\tbody\ttoo-short\n"), std::string::npos) << list;
  EXPECT_EQ(list.find("公开"), std::string::npos) << list;
  const PublishedSite again = published();
  const LeakScan knowing(again, std::string("theme says: ") + kSecret);
  EXPECT_NE(unproven_text(knowing.unproven()).find("items/zg-secret-9\tanalysis\talso-public"),
            std::string::npos);
}

TEST_F(LeakScanTest, LinksOfABodyToWithheldRecords) {
  m_written.add("pages/r.md",
                "---\ntitle: 有链接的页\nscope: public\n---\n见 [[items/zg-secret-9]]、[[ q ]] 和 [[p]]。\n");
  const PublishedSite site = published();
  EXPECT_EQ((*site.records().find<Page>("r"))->body, "见 未公开的记录、未公开的记录 和 [[p]]。\n");
}

}  // namespace
}  // namespace gongshi
