#include "files/zip_members.hpp"

#include <zip.h>

#include <memory>

namespace gongshi {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30U;
constexpr std::int64_t kMostMembers = 100'000;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using MemberFile = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  return {archive, &zip_discard};
}

bool read_member(zip_t& archive, zip_uint64_t index, std::uint64_t& room, ZipMember& member) {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat_index(&archive, index, ZIP_FL_ENC_UTF_8, &about) != 0 || about.size > room) return false;
  room -= about.size;
  member.name = about.name;
  member.bytes.resize(about.size);
  const MemberFile file(zip_fopen_index(&archive, index, 0), &zip_fclose);
  return file != nullptr &&
         zip_fread(file.get(), member.bytes.data(), about.size) == static_cast<zip_int64_t>(about.size);
}

}  // namespace

bool is_zip(std::string_view bytes) {
  return bytes.starts_with(std::string_view("PK\3\4", 4)) || bytes.starts_with(std::string_view("PK\5\6", 4));
}

std::optional<std::vector<ZipMember>> read_zip(std::string_view bytes) {
  const Archive archive = open_archive(bytes);
  if (archive == nullptr) return std::nullopt;
  const std::int64_t count = zip_get_num_entries(archive.get(), 0);
  if (count > kMostMembers) return std::nullopt;
  std::uint64_t room = kMostBytes;
  std::vector<ZipMember> members(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!read_member(*archive, i, room, members[i])) return std::nullopt;
  }
  return members;
}

}  // namespace gongshi
