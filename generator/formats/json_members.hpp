// Members that descriptors are made of. One without a value is left out.
#pragma once

#include <string>
#include <vector>

#include "text/json.hpp"

namespace gongshi {

inline void write_member(JsonWriter& json, std::string_view key, std::string_view text) {
  if (text.empty()) return;
  json.key(key);
  json.text(text);
}

inline void write_member(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

}  // namespace gongshi
