#include "model/read_value.hpp"

#include <charconv>
#include <string>

#include "model/read_record.hpp"
#include "model/record_scaffold.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

bool only_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whole numbers have no sign, blanks, separators or leading zeros: 010 is eight to some and ten to others.
std::optional<std::int64_t> parse_count(std::string_view text) {
  if (!only_digits(text) || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// JSON's number syntax without exponent, up to 15 digits on either side of the point.
bool is_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (!only_digits(whole) || whole.size() > 15 || (whole.size() > 1 && whole[0] == '0')) return false;
  if (point == std::string_view::npos) return true;
  const std::string_view decimals = text.substr(point + 1);
  return only_digits(decimals) && decimals.size() <= 15;
}

bool is_web_address(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!text.starts_with(scheme)) continue;
    const std::string_view rest = text.substr(scheme.size());
    return !rest.empty() && rest[0] != '/' &&
           text.find_first_of(" \t\n\"'<>\\`{}|^") == std::string_view::npos;
  }
  return false;
}

// A name below content/files/, without a way out of it.
bool is_file_name(std::string_view text) {
  if (text.starts_with('/') || text.find_first_of("\\\n\t") != std::string_view::npos) return false;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('/', start), text.size());
    const std::string_view part = text.substr(start, end - start);
    if (part.empty() || part.front() == '.') return false;
    start = end + 1;
  }
  return true;
}

// Nothing but blanks, the ideographic one included, is no value.
bool is_blank(std::string_view text) {
  constexpr std::string_view kWideBlank = "\u3000";
  while (!text.empty()) {
    const bool wide = text.starts_with(kWideBlank);
    if (!wide && text[0] != ' ' && text[0] != '\t' && text[0] != '\n') return false;
    text.remove_prefix(wide ? kWideBlank.size() : 1);
  }
  return true;
}

bool is_placeholder(std::string_view text) { return text == kPlaceholder.zh || text == kPlaceholder.en; }

class ScalarReader {
 public:
  ScalarReader(const Document::Node& node, const ValueType& type, std::string_view name,
               Diagnostics& diagnostics)
      : m_node(node), m_text(node.text()), m_type(type), m_name(name), m_diagnostics(diagnostics) {}

  void read(void* value) {
    switch (m_type.shape) {
      case Shape::text:
        static_cast<std::string*>(value)->assign(m_text);
        break;
      case Shape::line:
        read_line(static_cast<Line*>(value));
        break;
      case Shape::date:
        read_date(static_cast<Date*>(value));
        break;
      case Shape::count:
        read_count(static_cast<std::optional<std::int64_t>*>(value));
        break;
      case Shape::decimal:
        read_decimal(static_cast<Decimal*>(value));
        break;
      case Shape::flag:
        read_flag(static_cast<std::optional<bool>*>(value));
        break;
      case Shape::choice:
        read_choice(static_cast<ChoiceIndex*>(value));
        break;
      case Shape::reference:
        read_reference(static_cast<Reference*>(value));
        break;
      case Shape::words_or_reference:
      case Shape::any_record:
        set_reference(static_cast<Reference*>(value));
        break;
      case Shape::address:
        read_address(static_cast<Address*>(value));
        break;
      case Shape::file_name:
        read_file_name(static_cast<FileName*>(value));
        break;
      case Shape::mapping:
      case Shape::list:
      case Shape::keyed:
        break;
    }
  }

 private:
  void report(Code code, std::vector<Argument> arguments) {
    m_diagnostics.add(code, m_node.position(), std::move(arguments));
  }
  void report_type() { report("wrong-type", {std::string(m_name), type_name(m_type), type_example(m_type)}); }

  void read_line(Line* line) {
    if (m_text.find('\n') != std::string_view::npos) return report("line-break", {std::string(m_name)});
    line->text = m_text;
  }

  void read_date(Date* date) {
    if (const auto parsed = parse_date(m_text)) {
      *date = *parsed;
      return;
    }
    const bool shaped = m_text.size() == 10 && m_text[4] == '-' && m_text[7] == '-';
    report("bad-date",
           {std::string(m_text), shaped ? Term{"日历上没有这一天", "the calendar has no such day"}
                                        : Term{"要写成年-月-日", "it is not written year-month-day"}});
  }

  void read_count(std::optional<std::int64_t>* count) {
    *count = parse_count(m_text);
    if (!*count) report("bad-number", {std::string(m_text), type_name(m_type), type_example(m_type)});
  }

  void read_decimal(Decimal* decimal) {
    if (!is_decimal(m_text))
      return report("bad-number", {std::string(m_text), type_name(m_type), type_example(m_type)});
    decimal->text = m_text;
  }

  // Only true and false: what else YAML takes for a truth value (yes, on, y …) is text here.
  void read_flag(std::optional<bool>* flag) {
    if (m_text == "true" || m_text == "是") {
      *flag = true;
    } else if (m_text == "false" || m_text == "否") {
      *flag = false;
    } else {
      report_type();
    }
  }

  void read_choice(ChoiceIndex* choice) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < m_type.choices.size(); ++i) {
      const ChoiceWord& word = m_type.choices[i];
      if (m_text == word.key || m_text == word.label.zh) {
        choice->index = static_cast<std::uint8_t>(i);
        return;
      }
      known.push_back(word.key);
      known.push_back(word.label.zh);
    }
    report("bad-choice", {std::string(m_text), std::string(m_name), nearest_hint(m_text, known),
                          choice_term(m_type.choices)});
  }

  void set_reference(Reference* reference) {
    reference->id = m_text;
    reference->at = m_node.position();
  }
  void read_reference(Reference* reference) {
    if (!fault_of_id(m_text).en.empty()) return report("bad-reference", {std::string(m_text)});
    set_reference(reference);
  }

  void read_address(Address* address) {
    if (!is_web_address(m_text)) return report("bad-address", {std::string(m_text)});
    address->text = m_text;
  }

  void read_file_name(FileName* file) {
    if (!is_file_name(m_text)) return report_type();
    file->text = m_text;
    file->at = m_node.position();
  }

  Document::Node m_node;
  std::string_view m_text;
  const ValueType& m_type;
  std::string_view m_name;
  Diagnostics& m_diagnostics;
};

}  // namespace

void read_scalar(const Document::Node& node, const ValueType& type, std::string_view name, void* value,
                 Diagnostics& diagnostics) {
  if (node.kind() == Document::Kind::null ||
      (node.kind() == Document::Kind::scalar && is_blank(node.text()))) {
    diagnostics.add("empty-value", node.position(), {std::string(name)});
  } else if (node.kind() != Document::Kind::scalar) {
    diagnostics.add("wrong-type", node.position(), {std::string(name), type_name(type), type_example(type)});
  } else {
    if (is_placeholder(node.text()))
      return diagnostics.add("placeholder-left", node.position(),
                             {std::string(name), std::string(node.text())});
    ScalarReader(node, type, name, diagnostics).read(value);
  }
}

}  // namespace gongshi
