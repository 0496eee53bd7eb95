#include "text/json.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace gongshi {

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
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> compact{buffer};
  rapidjson::PrettyWriter<rapidjson::StringBuffer> pretty{buffer};
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

}  // namespace gongshi
