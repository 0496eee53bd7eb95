#include "review/review_words.hpp"

#include "diagnostics/print_diagnostics.hpp"
#include "text/html_escape.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::size_t kLongestInText = 120;  // characters of a value

/// What is said under each heading.
struct Section {
  Bilingual heading;
  Bilingual meaning;
  std::vector<RecordChange> SiteChanges::*records;
};

constexpr Section kSections[] = {
    {{"不再出现", "gone"},
     {"网页和数据里都没有了，也不说明；应当写 withdrawn 的，请补上",
      "neither on pages nor in data, without a word; write `withdrawn` where it was published"},
     &SiteChanges::gone},
    {{"撤回", "withdrawn"},
     {"网页保留，写明撤回，不再显示内容", "the page stays and says so, without the content"},
     &SiteChanges::withdrawn},
    {{"改动", "changed"},
     {"状态、期限和数字在前", "status, deadlines and numbers first"},
     &SiteChanges::changed},
    {{"新增", "new"}, {"第一次公布", "published for the first time"}, &SiteChanges::added},
};

constexpr Bilingual kNothing{"（没有写）", "(nothing)"};

std::string in(Bilingual words, Language language) { return std::string(words.in(language)); }

std::string counted(std::size_t n) { return std::to_string(n); }

std::string one_line(std::string_view text, std::size_t longest) {
  std::string out;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size() && characters < longest; ++characters) {
    const std::size_t length = character_at(text, at).length;
    if (text[at] == '\n') {
      out += " ";
    } else {
      out += text.substr(at, length);
    }
    at += length;
    if (characters + 1 == longest && at < text.size()) out += "…";
  }
  return out;
}

std::string name_of_record(const RecordChange& record, Language language) {
  return in(name_of(record.kind).label, language) + " " + record.id +
         (record.title == record.id ? "" : " " + record.title);
}

std::string compared_with(const Review& review, Language language) {
  if (review.against.empty())
    return in({"还没有公布过，全部是新增", "nothing was published before: all is new"}, language);
  std::string words = word(in({"与 {1} 相比", "compared with {1}"}, language), {review.against}, language);
  if (!review.before_as_of.empty())
    words += word(in({"（数据截至 {1}）", " (as of {1})"}, language), {review.before_as_of}, language);
  return words;
}

std::string first_lines(const Review& review, Language language) {
  return word(in({"数据截至 {1}，公开范围 {2}", "as of {1}, audience {2}"}, language),
              {review.as_of, review.audience}, language);
}

std::string unchanged_words(const Review& review, Language language) {
  return word(in({"没有变化: {1} 条", "unchanged: {1}"}, language),
              {static_cast<std::int64_t>(review.changes.unchanged)}, language);
}

std::string cell(std::string_view tag, std::string_view text) {
  return "<" + std::string(tag) + ">" + escape_html(text) + "</" + std::string(tag) + ">";
}

std::string weight_class(Weight weight) { return weight == Weight::other ? "" : " class=\"first\""; }

std::string change_table(const RecordChange& record, Language language) {
  std::string html = "<table><thead><tr>" + cell("th", in({"内容", "what"}, language)) +
                     cell("th", in({"现在公布的", "published now"}, language)) +
                     cell("th", in({"将要公布的", "to be published"}, language)) + "</tr></thead><tbody>\n";
  const auto value = [&](const std::string& text) { return text.empty() ? in(kNothing, language) : text; };
  for (const FieldChange& change : record.fields) {
    html += "<tr" + weight_class(change.weight) + ">" + cell("th", change.name) +
            cell("td", value(change.before)) + cell("td", value(change.after)) + "</tr>\n";
  }
  return html + "</tbody></table>\n";
}

constexpr std::string_view kSheetStyle =
    "body{font:14px/1.6 'Noto Serif CJK SC',SimSun,serif;color:#111;max-width:52em;margin:2em auto;padding:0 "
    "1em}\n"
    "h1{font-size:1.5em;text-align:center}h2{border-bottom:2px solid #111}h3{font-size:1em;margin:.8em 0 "
    ".2em}\n"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:.25em "
    ".5em;text-align:left;\n"
    "vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}tbody th{width:22%;font-weight:normal}\n"
    "tr.first th,tr.first td{font-weight:bold}tr,h3{break-inside:avoid}h2,h3{break-after:avoid}\n"
    ".sign{margin-top:3em;display:grid;grid-template-columns:1fr 1fr;gap:3em;break-inside:avoid}\n"
    ".sign p{border-top:1px solid #111;padding-top:.3em}@page{size:A4;margin:18mm}\n";

}  // namespace

std::string review_text(const Review& review, Language language) {
  std::string text = compared_with(review, language) + "\n" + first_lines(review, language) + "\n";
  if (review.changes.none())
    text += "\n" + in({"公众看到的没有变化", "the public sees no change"}, language) + "\n";
  for (const Section& section : kSections) {
    const std::vector<RecordChange>& records = review.changes.*section.records;
    if (records.empty()) continue;
    text += "\n" + in(section.heading, language) + " " + counted(records.size()) + " (" +
            in(section.meaning, language) + ")\n";
    for (const RecordChange& record : records) {
      text += "  " + name_of_record(record, language) + "\n";
      for (const FieldChange& change : record.fields) {
        const auto value = [&](const std::string& said) {
          return said.empty() ? in(kNothing, language) : one_line(said, kLongestInText);
        };
        text += "    " + change.name + ": " + value(change.before) + " → " + value(change.after) + "\n";
      }
    }
  }
  return text + "\n" + unchanged_words(review, language) + "\n";
}

std::string review_sheet(const Review& review, Language language) {
  const std::string heading = in({"公布前审核单", "Review before publication"}, language);
  std::string html = "<!doctype html>\n<html lang=\"" + in({"zh-CN", "en"}, language) +
                     "\">\n<meta charset=\"utf-8\">\n" + cell("title", heading + " · " + review.title) +
                     "\n<style>\n" + std::string(kSheetStyle) + "</style>\n" + cell("h1", heading) + "\n" +
                     cell("p", review.title + "（" + review.organisation + "）") +
                     cell("p", first_lines(review, language)) + cell("p", compared_with(review, language)) +
                     "\n";
  for (const Section& section : kSections) {
    const std::vector<RecordChange>& records = review.changes.*section.records;
    html += cell("h2", in(section.heading, language) + " " + counted(records.size())) + "\n";
    if (!records.empty()) html += cell("p", in(section.meaning, language)) + "\n";
    for (const RecordChange& record : records) {
      html += cell("h3", name_of_record(record, language)) + "\n";
      if (!record.fields.empty()) html += change_table(record, language);
    }
  }
  return html + cell("p", unchanged_words(review, language)) + "\n<div class=\"sign\">" +
         cell("p", in({"审核人、日期", "Reviewed by, date"}, language)) +
         cell("p", in({"签发人、日期", "Released by, date"}, language)) + "</div>\n</html>\n";
}

}  // namespace gongshi
