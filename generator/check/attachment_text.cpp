#include "check/attachment_text.hpp"

#include <algorithm>

#include "files/zip_members.hpp"
#include "parse/parse_xml.hpp"
#include "parse/pdf_text.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

void note(AttachmentText& found, Term what) {
  if (std::find(found.hidden.begin(), found.hidden.end(), what) == found.hidden.end())
    found.hidden.push_back(std::move(what));
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A value that is on, as OOXML writes truth: the attribute alone, 1, true or on.
bool is_on(const std::map<std::string, std::string>& attributes, const std::string& name, bool if_absent) {
  const auto value = attributes.find(name);
  return value == attributes.end() ? if_absent : is_one_of(value->second, {"1", "true", "on"});
}

/// Is it packed so that nothing of ours can look into it?
bool is_sealed(std::string_view bytes) {
  constexpr std::string_view kSealed[] = {
      "\x1F\x8B",          // gzip
      "\x1F\x9D",          // compress
      "BZh",               // bzip2
      "\3757zXZ",          // xz
      "\x28\xB5\x2F\xFD",  // Zstandard
      "7z\xBC\xAF\x27\x1C",
      "Rar!\x1A\x07",
      "MSCF",
  };
  return std::any_of(std::begin(kSealed), std::end(kSealed),
                     [&](std::string_view mark) { return bytes.starts_with(mark); });
}

/// doc, xls and ppt as they were before 2007, and what is locked with a password since.
bool is_old_office(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

class OfficeReader {
 public:
  explicit OfficeReader(AttachmentText& found) : m_found(found) {}

  bool read(const ZipMember& member) {
    note_member(member.name);
    if (is_sealed(member.bytes)) return false;
    if (!member.name.ends_with(".xml") && !member.name.ends_with(".rels")) return true;
    return parse_xml(member.bytes,
                     {[&](const std::string& name, const auto& attributes) { on_element(name, attributes); },
                      [&](const std::string& name, const std::string& text) { on_text(name, text); },
                      [&](const std::string& name) { on_end(name); }});
  }

 private:
  void note_member(std::string_view name) {
    if (name.find("comments") != std::string_view::npos || name.find("/persons/") != std::string_view::npos)
      note(m_found, {"批注", "comments"});
    if (name.find("/pivotCache/") != std::string_view::npos)
      note(m_found, {"数据透视表缓存", "the cache of a pivot table"});
    if (name.ends_with("vbaProject.bin")) note(m_found, {"宏", "macros"});
    if (name.find("/embeddings/") != std::string_view::npos) note(m_found, {"嵌入的文件", "embedded files"});
  }

  void on_element(const std::string& name, const std::map<std::string, std::string>& attributes) {
    const auto state = attributes.find("state");
    if (name == "sheet" && state != attributes.end() && is_one_of(state->second, {"hidden", "veryHidden"}))
      note(m_found, {"隐藏的工作表", "hidden sheets"});
    if (is_one_of(name, {"row", "col"}) && is_on(attributes, "hidden", false))
      note(m_found, {"隐藏的行或列", "hidden rows or columns"});
    if (is_one_of(name, {"ins", "del", "moveFrom", "moveTo"}) && attributes.contains("author"))
      note(m_found, {"修订痕迹", "tracked changes"});
    if (name == "vanish" && is_on(attributes, "val", true)) note(m_found, {"隐藏的文字", "hidden text"});
    for (const auto& [key, value] : attributes) {
      if (is_one_of(key, {"name", "Target"})) m_found.text += value + "\n";
    }
  }

  void on_text(const std::string& name, const std::string& text) {
    const bool names_somebody = is_one_of(name, {"creator", "lastModifiedBy", "Manager"});
    if (names_somebody && text.find_first_not_of(" \t\r\n") != std::string::npos)
      note(m_found, {"写着人名的文档属性", "properties that name people"});
    m_found.text += text;
  }

  // Runs of one paragraph or cell belong together; a number may be cut into several.
  void on_end(const std::string& name) {
    if (is_one_of(name, {"p", "si", "c", "v", "is", "tab", "br", "tc"}) || name.size() > 3)
      m_found.text += "\n";
  }

  AttachmentText& m_found;
};

std::optional<AttachmentText> read_office(std::string_view bytes) {
  const auto members = read_zip(bytes);
  if (!members) return std::nullopt;
  AttachmentText found;
  OfficeReader reader(found);
  for (const ZipMember& member : *members) {
    if (!reader.read(member)) return std::nullopt;
  }
  return found;
}

std::optional<AttachmentText> read_pdf_text(std::string_view bytes) {
  auto pdf = read_pdf(bytes);
  if (!pdf) return std::nullopt;
  AttachmentText found;
  found.text = std::move(pdf->text);
  if (!pdf->author.empty()) note(found, {"写着人名的文档属性", "properties that name people"});
  return found;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const char32_t unit = big_endian ? first * 256U + second : second * 256U + first;
    if (unit < 0xD800 || unit > 0xDFFF) append_utf8(text, unit);
  }
  return text;
}

std::string plain_text(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes, false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes, true);
  if (bytes.find('\0') != std::string_view::npos) return {};
  if (!first_invalid_utf8(bytes)) return std::string(bytes);
  return looks_like_gb18030(bytes) ? from_gb18030(bytes) : std::string();
}

}  // namespace

std::optional<AttachmentText> read_attachment_text(std::string_view name, std::string_view bytes) {
  std::string ending(name.substr(std::min(name.rfind('.'), name.size())));
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  if (is_one_of(ending, {".xlsx", ".xlsm", ".docx", ".docm", ".pptx"}) || is_zip(bytes))
    return read_office(bytes);
  if (is_sealed(bytes) || is_old_office(bytes)) return std::nullopt;
  if (ending == ".pdf" || bytes.starts_with("%PDF-")) return read_pdf_text(bytes);
  return AttachmentText{plain_text(bytes), {}};
}

}  // namespace gongshi
