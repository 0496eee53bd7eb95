// A zip archive made by hand, its members stored as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongshi::testing {

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline std::string stored_zip(const std::vector<std::pair<std::string, std::string>>& members) {
  const auto number = [](std::size_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i)
      out.push_back(static_cast<char>((value >> (8U * static_cast<unsigned>(i))) & 0xFFU));
    return out;
  };
  std::string files;
  std::string directory;
  for (const auto& [name, bytes] : members) {
    // Version 2.0, names in UTF-8, stored, 1980-01-01.
    const std::string about = number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) +
                              number(0x21, 2) + number(crc32_of(bytes), 4) + number(bytes.size(), 4) +
                              number(bytes.size(), 4) + number(name.size(), 2) + number(0, 2);
    directory += "PK\1\2" + number(20, 2) + about + number(0, 2) + number(0, 2) + number(0, 2) +
                 number(0, 4) + number(files.size(), 4) + name;
    files += "PK\3\4" + about + name + bytes;
  }
  const std::size_t count = members.size();
  return files + directory + "PK\5\6" + number(0, 2) + number(0, 2) + number(count, 2) + number(count, 2) +
         number(directory.size(), 4) + number(files.size(), 4) + number(0, 2);
}

}  // namespace gongshi::testing
