#include "text/json.hpp"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <new>

#include "text/character_set.hpp"

namespace gongshi {
namespace {

// RapidJSON's own does not look whether there was any memory, and writes to where there is none.
struct Allocator {
  [[maybe_unused]] static constexpr bool kNeedFree = true;
  static void* given(void* memory, std::size_t size) {
    if (memory == nullptr && size > 0) throw std::bad_alloc();
    return memory;
  }
  // NOLINTBEGIN(cppcoreguidelines-no-malloc,readability-*): what RapidJSON asks of an allocator
  void* Malloc(std::size_t size) { return size == 0 ? nullptr : given(std::malloc(size), size); }
  void* Realloc(void* old, std::size_t, std::size_t size) {
    if (size > 0) return given(std::realloc(old, size), size);
    std::free(old);
    return nullptr;
  }
  static void Free(void* memory) { std::free(memory); }
  // NOLINTEND(cppcoreguidelines-no-malloc,readability-*)
};

using Utf8 = rapidjson::UTF8<>;
using Pool = rapidjson::MemoryPoolAllocator<Allocator>;

// Where RapidJSON writes to.
struct Output {
  using Ch = char;
  void Put(char c) { text.push_back(c); }  // NOLINT(readability-identifier-naming)
  void Flush() {}                          // NOLINT(readability-identifier-naming)
  std::string text;
};

constexpr CharacterSet kEscaped = [] {
  std::array<char, 34> escaped{'"', '\\'};
  for (char control = 0; control < 0x20; ++control) escaped[2 + static_cast<std::size_t>(control)] = control;
  return CharacterSet({escaped.data(), escaped.size()});
}();

void append_escape(std::string& out, char c) {
  constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
  constexpr std::string_view kNames = "\"\\bfnrt";
  constexpr char kHex[] = "0123456789ABCDEF";
  const std::size_t named = kNamed.find(c);
  out.push_back('\\');
  if (named != std::string_view::npos) {
    out.push_back(kNames[named]);
  } else {
    const auto byte = static_cast<unsigned char>(c);
    out.append({'u', '0', '0', kHex[byte >> 4U], kHex[byte & 0x0FU]});
  }
}

}  // namespace

// PrettyWriter derives from Writer without virtual functions, so each call goes by the layout.
struct JsonWriter::Implementation {
  explicit Implementation(Layout wanted) : layout(wanted) { pretty.SetIndent(' ', 1); }

  template <class Call>
  void call(Call&& write) {
    if (layout == Layout::pretty) {
      write(pretty);
    } else {
      write(compact);
    }
  }

  // A value of one or more bytes. The library, which goes through a value byte by byte, is given the first,
  // with which it puts what stands before a value.
  void put(rapidjson::Type type, std::string_view value) {
    call([=](auto& writer) { writer.RawValue(value.data(), 1, type); });
    output.text.append(value, 1);
  }

  void put_text(std::string_view value) {
    put(rapidjson::kStringType, "\"");
    std::size_t written = 0;
    for (std::size_t at = kEscaped.find(value); at < value.size(); at = kEscaped.find(value, written)) {
      output.text.append(value, written, at - written);
      append_escape(output.text, value[at]);
      written = at + 1;
    }
    output.text.append(value, written).push_back('"');
  }

  Layout layout;
  Output output;
  rapidjson::Writer<Output, Utf8, Utf8, Allocator> compact{output};
  rapidjson::PrettyWriter<Output, Utf8, Utf8, Allocator> pretty{output};
};

JsonWriter::JsonWriter(Layout layout) : m_implementation(std::make_unique<Implementation>(layout)) {}
JsonWriter::~JsonWriter() = default;

void JsonWriter::begin_object() {
  m_implementation->call([](auto& writer) { writer.StartObject(); });
}
void JsonWriter::end_object() {
  m_implementation->call([](auto& writer) { writer.EndObject(); });
}
void JsonWriter::begin_array() {
  m_implementation->call([](auto& writer) { writer.StartArray(); });
}
void JsonWriter::end_array() {
  m_implementation->call([](auto& writer) { writer.EndArray(); });
}
void JsonWriter::key(std::string_view name) { m_implementation->put_text(name); }
void JsonWriter::text(std::string_view value) { m_implementation->put_text(value); }
void JsonWriter::number(std::string_view value) { m_implementation->put(rapidjson::kNumberType, value); }
void JsonWriter::number(std::int64_t value) {
  m_implementation->call([=](auto& writer) { writer.Int64(value); });
}
void JsonWriter::flag(bool value) {
  m_implementation->call([=](auto& writer) { writer.Bool(value); });
}
void JsonWriter::null() {
  m_implementation->call([](auto& writer) { writer.Null(); });
}
void JsonWriter::raw(std::string_view json) { m_implementation->put(rapidjson::kObjectType, json); }

std::size_t JsonWriter::size() const { return m_implementation->output.text.size(); }
void JsonWriter::reserve(std::size_t bytes) { m_implementation->output.text.reserve(bytes); }

std::string JsonWriter::take() {
  std::string text = std::move(m_implementation->output.text);
  m_implementation = std::make_unique<Implementation>(m_implementation->layout);
  return text;
}

namespace {

JsonValue value_of(const rapidjson::GenericValue<Utf8, Pool>& read) {
  JsonValue value;
  if (read.IsString()) value.text.assign(read.GetString(), read.GetStringLength());
  value.flag = read.IsTrue();
  if (read.IsArray()) {
    value.elements.reserve(read.Size());
    for (const auto& element : read.GetArray()) value.elements.push_back(value_of(element));
  }
  if (read.IsObject()) {
    value.keys.reserve(read.MemberCount());
    value.elements.reserve(read.MemberCount());
    for (const auto& member : read.GetObject()) {
      value.keys.emplace_back(member.name.GetString(), member.name.GetStringLength());
      value.elements.push_back(value_of(member.value));
    }
  }
  return value;
}

}  // namespace

const JsonValue& JsonValue::member(std::string_view key) const {
  static const JsonValue kNone;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key) return elements[i];
  }
  return kNone;
}

std::optional<std::int64_t> JsonValue::count() const {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size() && !text.starts_with('-');
  return whole ? std::optional(value) : std::nullopt;
}

std::optional<JsonValue> parse_json(std::string_view json) {
  rapidjson::GenericDocument<Utf8, Pool, Allocator> document;
  document.Parse<rapidjson::kParseNumbersAsStringsFlag>(json.data(), json.size());
  if (document.HasParseError()) return std::nullopt;
  return value_of(document);
}

}  // namespace gongshi
