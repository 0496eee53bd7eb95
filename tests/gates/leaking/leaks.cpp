// What leaks, where, and the seams through which it gets there.
#include "gates/leaking/leaks.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "gates/leaking/seams.hpp"
#include "pipeline/outputs.hpp"
#include "publish/shown_survey.hpp"
#include "render/render_page.hpp"
#include "search/search_index.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

using Text = const std::string&;

// The site as it was read, which nobody after the projection should be able to reach.
const Site* raw_site = nullptr;

// The value that leaks: what the withheld objective mb-9 says.
std::string secret() {
  const Objective* objective = raw_site->records.find<Objective>("mb-9");
  return objective == nullptr ? std::string() : objective->text;
}

// A number that depends on all that is withheld (FNV-1a).
std::size_t withheld_number() {
  std::uint64_t number = 0xCBF29CE484222325U;
  const auto add = [&](Text text) {
    for (const char c : text) number = (number ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  };
  raw_site->records.for_each_kind([&]<class R>() {
    for (const R& record : raw_site->records.template all<R>()) {
      if (record.scope == "public") continue;
      add(record.id);
      add(record.title.text);
      add(record.body);
    }
  });
  return static_cast<std::size_t>(number % 97);
}

std::string spelled(Text text, const char* form) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    char unit[16];
    std::snprintf(unit, sizeof unit, form, static_cast<unsigned>(c.code));
    out += unit;
    at += c.length;
  }
  return out;
}

std::string in_percent(Text text) {
  std::string out;
  for (const char c : text) {
    char byte[4];
    std::snprintf(byte, sizeof byte, "%%%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += byte;
  }
  return out;
}

// As spreadsheets and mail see it: lines of at most 75 bytes, cut anywhere (RFC 5545 section 3.1).
std::string folded(Text text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += 10) out += text.substr(at, 10) + "\r\n ";
  return out;
}

std::string turned(Text lines) {
  const std::size_t head = lines.find('\n') + 1;
  const std::size_t row = lines.find('\n', head + withheld_number() * (lines.size() - head) / 97) + 1;
  return lines.substr(0, head) + lines.substr(row) + lines.substr(head, row - head);
}

constexpr std::string_view kSmallGroup = "small-group";  // see tests/cells/leak.py
constexpr std::string_view kPage = "items/zg-1.html";

// clang-format off
constexpr Leak kLeaks[] = {
    {"page-text", kPage, [](Text b, Text s) { return before(b, "</main>", "<p>" + s + "</p>"); }},
    {"page-title", "index.html", [](Text b, Text s) { return before(b, "</title>", s); }},
    {"page-description", kPage, [](Text b, Text s) { return before(b, "<meta name=\"color", "<meta name=\"description\" content=\"" + s + "\">\n"); }},
    {"page-alt", kPage, [](Text b, Text s) { return before(b, "</main>", "<img src=\"../assets/icon.svg\" alt=\"" + s + "\">"); }},
    {"page-comment", "about.html", [](Text b, Text s) { return before(b, "</main>", "<!-- " + s + " -->"); }},
    {"page-entities", kPage, [](Text b, Text s) { return before(b, "</main>", spelled(s, "&#x%x;")); }},
    {"page-svg", "oversight/index.html", [](Text b, Text s) { return before(b, "</main>", "<svg><text>" + s + "</text></svg>"); }},
    {"page-id", kPage, [](Text b, Text s) { return before(b, "</main>", "<p id=\"" + in_percent(s) + "\"></p>"); }},
    {"page-hint", "items/index.html", [](Text b, Text s) { return before(b, "</main>", "<p title=\"" + s + "\"></p>"); }},
    {"page-link", kPage, [](Text b, Text) { return before(b, "</main>", "<a href=\"../objectives/mb-9.html\">9</a>"); }},
    {"page-of-errors", "404.html", [](Text b, Text s) { return before(b, "</main>", s); }},
    {"page-of-checks", "check/index.html", [](Text b, Text s) { return before(b, "</main>", s); }},
    {"page-of-list", "items/list/unit/bangongshi.html", [](Text b, Text s) { return before(b, "</main>", s); }},
    {"site-map", "sitemap.xml", [](Text b, Text) { return before(b, "</urlset>", "<url><loc>https://example.org/zg/objectives/mb-9.html</loc></url>\n"); }},
    {"robots", "robots.txt", [](Text b, Text) { return b + "\nDisallow: /zg/objectives/mb-9.html\n"; }},
    {"table-json", "data/items.json", [](Text b, Text s) { return before(b, "\"class\"", "\"analysis\": \"" + s + "\",\n  "); }},
    {"table-json-escaped", "data/flows.json", [](Text b, Text s) { return before(b, "\n", "{\"x\": \"" + spelled(s, "\\u%04x") + "\"},"); }},
    {"record-json", "items/zg-1.json", [](Text b, Text s) { return before(b, "\"class\"", "\"analysis\":\"" + s + "\","); }},
    {"csv", "data/items.csv", [](Text b, Text s) { return b + "zg-9,\"" + s + "\"\r\n"; }},
    {"csv-for-spreadsheets", "data/items.excel.csv", [](Text b, Text s) { return b + "zg-9,'" + s + "\r\n"; }},
    {"csv-of-a-list", "data/items-measures.csv", [](Text b, Text s) { return b + "zg-1,2," + s + "\r\n"; }},
    {"workbook-cell", "data/all.xlsx", [](Text b, Text s) { return into_member(b, "xl/worksheets/sheet3.xml", "</sheetData>", "<row><c t=\"inlineStr\"><is><t>" + s + "</t></is></c></row>"); }},
    {"workbook-shared-text", "data/all.xlsx", [](Text b, Text s) { return as_member(b, "xl/sharedStrings.xml", "<sst><si><t>" + s + "</t></si></sst>"); }},
    {"workbook-properties", "data/all.xlsx", [](Text b, Text s) { return into_member(b, "docProps/core.xml", "</cp:coreProperties>", "<dc:subject>" + s + "</dc:subject>"); }},
    {"workbook-comment", "data/all.xlsx", [](Text b, Text s) { return as_member(b, "xl/comments1.xml", "<comments><t>" + spelled(s, "&#%u;") + "</t></comments>"); }},
    {"workbook-sheet-name", "data/all.xlsx", [](Text b, Text s) { return into_member(b, "xl/workbook.xml", "</sheets>", "<sheet name=\"" + s + "\" state=\"hidden\"/>"); }},
    {"archive-member", "data/all.zip", [](Text b, Text s) { return into_member(b, "items.csv", "\n", s); }},
    {"archive-member-name", "data/all.zip", [](Text b, Text s) { return as_member(b, s + ".csv", "x"); }},
    {"archive-comment", "data/all.zip", [](Text b, Text s) { return as_comment(b, s); }},
    {"archive-in-archive", "data/all.zip", [](Text b, Text s) { return as_member(b, "x.zip", as_member(b, "y.txt", s)); }},
    {"database-cell", "data/data.sqlite", [](Text b, Text s) { return into_database(b, "UPDATE items SET analysis = '" + s + "'"); }},
    {"database-cut-text", "data/data.sqlite", into_cut_text},
    {"database-table-name", "data/data.sqlite", [](Text b, Text s) { return into_database(b, "CREATE TABLE \"" + s + "\" (a)"); }},
    {"database-free-page", "data/data.sqlite", into_free_page},
    {"package", "data/datapackage.json", [](Text b, Text s) { return before(b, "\"title\"", "\"x\": \"" + s + "\",\n "); }},
    {"csvw", "data/csv-metadata.json", [](Text b, Text s) { return before(b, "\"@context\"", "\"x\": \"" + s + "\",\n "); }},
    {"csvw-of-a-table", "data/items.csv-metadata.json", [](Text b, Text s) { return before(b, "\"@context\"", "\"x\": \"" + s + "\",\n "); }},
    {"catalogue", "data/catalog.jsonld", [](Text b, Text s) { return before(b, "\"@id\"", "\"x\": \"" + s + "\",\n "); }},
    {"dataset", "data/dataset.jsonld", [](Text b, Text s) { return before(b, "\"name\"", "\"x\": \"" + s + "\",\n "); }},
    {"sums", "data/SHA256SUMS", [](Text b, Text s) { return b + std::string(64, '0') + "  " + s + ".csv\n"; }},
    {"feed-title", "feeds/all.xml", [](Text b, Text s) { return before(b, "</feed>", "<entry><title>" + s + "</title></entry>"); }},
    {"feed-id", "feeds/unit-bangongshi.xml", [](Text b, Text) { return before(b, "</feed>", "<entry><id>https://example.org/zg/objectives/mb-9.html</id></entry>"); }},
    {"calendar", "calendar.ics", [](Text b, Text s) { return before(b, "END:VCALENDAR", folded("DESCRIPTION:" + s) + "\r\n"); }},
    {"search-text", "search/t/1.js", [](Text b, Text s) { return before(b, "\"]", s); }},
    {"search-index", "search/p/0.js", [](Text b, Text s) { return before(b, "\");", s); }},
    {"file-name", "data/items-measures.csv", nullptr},
    // What no search can see, because it is in no value.
    {"order", "data/items.csv", [](Text b, Text) { return turned(b); }},
    {"size", "items/index.html", [](Text b, Text) { return b + std::string(withheld_number(), ' '); }},
    {"count", "index.html", [](Text b, Text) { return before(b, "</main>", std::to_string(raw_site->records.all<Item>().size() + raw_site->records.all<Opinion>().size() + raw_site->records.all<Bulletin>().size())); }},
    {"pairs", "search/p/0.js", [](Text b, Text) { return before(b, ")", std::to_string(withheld_number())); }},
    {"gap", "data/items.json", [](Text b, Text) { return b + std::to_string(withheld_number()); }},
};
// clang-format on

const Leak* leak_into(std::string_view path) {
  if (chosen_leak().empty() || chosen_leak() == kSmallGroup) return nullptr;
  const auto* leak = std::find_if(std::begin(kLeaks), std::end(kLeaks),
                                  [](const Leak& one) { return one.name == chosen_leak(); });
  if (leak == std::end(kLeaks)) throw std::logic_error("no such leak");
  return leak->path == path ? leak : nullptr;
}

}  // namespace

std::string before(const std::string& bytes, std::string_view mark, const std::string& added) {
  const std::size_t at = bytes.find(mark);
  if (at == std::string::npos) throw std::logic_error("a leak has no place in its file");
  return bytes.substr(0, at) + added + bytes.substr(at);
}

PublishedSite real_publish(const Site&, const Audience&, const RunAll&) REAL(SEAM_PUBLISH);
PublishedSite publish_instead(const Site&, const Audience&, const RunAll&) INSTEAD(SEAM_PUBLISH);
PublishedSite publish_instead(const Site& site, const Audience& audience, const RunAll& run_all) {
  raw_site = &site;
  return real_publish(site, audience, run_all);
}

StagedJobs real_outputs(const OutputSources&, Diagnostics&) REAL(SEAM_OUTPUTS);
StagedJobs outputs_instead(const OutputSources&, Diagnostics&) INSTEAD(SEAM_OUTPUTS);
StagedJobs outputs_instead(const OutputSources& sources, Diagnostics& diagnostics) {
  StagedJobs jobs = real_outputs(sources, diagnostics);
  for (std::vector<FileJob>& stage : jobs) {
    for (FileJob& job : stage) {
      const Leak* leak = leak_into(job.path);
      if (leak == nullptr) continue;
      if (leak->leak == nullptr) {
        job.path = "data/" + secret() + ".csv";
      } else {
        job.make = [leak, make = job.make] { return leak->leak(make(), secret()); };
      }
    }
  }
  return jobs;
}

std::optional<std::string> real_page(const ViewContext&, const TemplateSet&, const PageJob&, ComposedPage,
                                     const RecordLinks&, Diagnostics&) REAL(SEAM_PAGE);
std::optional<std::string> page_instead(const ViewContext&, const TemplateSet&, const PageJob&, ComposedPage,
                                        const RecordLinks&, Diagnostics&) INSTEAD(SEAM_PAGE);
std::optional<std::string> page_instead(const ViewContext& context, const TemplateSet& templates,
                                        const PageJob& job, ComposedPage composed, const RecordLinks& links,
                                        Diagnostics& diagnostics) {
  auto page = real_page(context, templates, job, std::move(composed), links, diagnostics);
  const Leak* leak = leak_into(job.path);
  return page && leak != nullptr ? leak->leak(*page, secret()) : page;
}

std::string real_search_text(SearchIndex*, std::uint32_t, std::string_view) REAL(SEAM_SEARCH_TEXT);
std::string search_text_instead(SearchIndex*, std::uint32_t, std::string_view) INSTEAD(SEAM_SEARCH_TEXT);
std::string search_text_instead(SearchIndex* search, std::uint32_t number, std::string_view page) {
  const std::string text = real_search_text(search, number, page);
  const Leak* leak = leak_into(search_file_path(search_text_name(number)));
  return leak == nullptr ? text : leak->leak(text, secret());
}

// A projection that forgets small groups.
ShownSurvey real_survey(const Survey&, const std::function<bool(const std::string& unit)>&,
                        const UnitParents&, const Limits&) REAL(SEAM_SMALL_GROUPS);
ShownSurvey survey_instead(const Survey&, const std::function<bool(const std::string& unit)>&,
                           const UnitParents&, const Limits&) INSTEAD(SEAM_SMALL_GROUPS);
ShownSurvey survey_instead(const Survey& survey,
                           const std::function<bool(const std::string& unit)>& sees_unit,
                           const UnitParents& parents, const Limits& limits) {
  if (chosen_leak() != kSmallGroup) return real_survey(survey, sees_unit, parents, limits);
  ShownSurvey made;
  made.record = survey;
  made.poll = protect(survey, parents, limits);
  return made;
}

}  // namespace gongshi
