#include "text/json.hpp"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>
#include <cstdlib>
#include <new>

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
using Buffer = rapidjson::GenericStringBuffer<Utf8, Allocator>;
using Pool = rapidjson::MemoryPoolAllocator<Allocator>;

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

  Layout layout;
  Buffer buffer;
  rapidjson::Writer<Buffer, Utf8, Utf8, Allocator> compact{buffer};
  rapidjson::PrettyWriter<Buffer, Utf8, Utf8, Allocator> pretty{buffer};
};

namespace {

rapidjson::SizeType size_of(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

}  // namespace

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
void JsonWriter::key(std::string_view name) {
  m_implementation->call([=](auto& writer) { writer.Key(name.data(), size_of(name)); });
}
void JsonWriter::text(std::string_view value) {
  m_implementation->call([=](auto& writer) { writer.String(value.data(), size_of(value)); });
}
void JsonWriter::number(std::string_view value) {
  m_implementation->call(
      [=](auto& writer) { writer.RawValue(value.data(), value.size(), rapidjson::kNumberType); });
}
void JsonWriter::number(std::int64_t value) {
  m_implementation->call([=](auto& writer) { writer.Int64(value); });
}
void JsonWriter::flag(bool value) {
  m_implementation->call([=](auto& writer) { writer.Bool(value); });
}
void JsonWriter::null() {
  m_implementation->call([](auto& writer) { writer.Null(); });
}
void JsonWriter::raw(std::string_view json) {
  m_implementation->call(
      [=](auto& writer) { writer.RawValue(json.data(), json.size(), rapidjson::kObjectType); });
}

std::string JsonWriter::take() {
  std::string text(m_implementation->buffer.GetString(), m_implementation->buffer.GetSize());
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
