#include "files/zip_members.hpp"

#include <zip.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <memory>
#include <stdexcept>

#include "files/compress.hpp"

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

bool read_bytes(zip_t& archive, zip_uint64_t index, zip_flags_t how, std::uint64_t size, std::string& bytes) {
  bytes.resize(size);
  const MemberFile file(zip_fopen_index(&archive, index, how), &zip_fclose);
  return file != nullptr && zip_fread(file.get(), bytes.data(), size) == static_cast<zip_int64_t>(size);
}

// Members mostly lie in their order, a header of a few bytes before each. libzip does not tell where, and to
// look further for what is short would find it by chance.
std::string_view find_packed(std::string_view archive, std::string_view behind, std::string_view packed) {
  constexpr std::size_t kLongestHeader = 4096;
  constexpr std::size_t kNoChance = 32;
  const std::size_t from =
      behind.empty() ? 0 : static_cast<std::size_t>(behind.data() - archive.data()) + behind.size();
  const std::size_t at = archive.substr(0, from + kLongestHeader + packed.size()).find(packed, from);
  if (packed.size() < kNoChance || at == std::string_view::npos) return {};
  return archive.substr(at, packed.size());
}

// Unpacked by libdeflate, which is three times as fast as what libzip unpacks with.
bool read_deflated(zip_t& archive, const zip_stat_t& about, std::string& packed, std::string& bytes) {
  if (!read_bytes(archive, about.index, ZIP_FL_COMPRESSED, about.comp_size, packed)) return false;
  auto unpacked = inflate(packed, about.size);
  if (!unpacked || crc32(unpacked->bytes) != about.crc) return false;
  bytes = std::move(unpacked->bytes);
  packed.resize(unpacked->used);
  return true;
}

// `packed` becomes what the member was unpacked from, or nothing. No more is made room for than there can be.
bool read_member(zip_t& archive, zip_uint64_t index, std::uint64_t archive_size, std::uint64_t& room,
                 std::string& packed, ZipMember& member) {
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat_index(&archive, index, ZIP_FL_ENC_UTF_8, &about) != 0 || about.size > room) return false;
  room -= about.size;
  member.name = about.name;
  const bool is_deflated = about.comp_method == ZIP_CM_DEFLATE && about.encryption_method == ZIP_EM_NONE;
  packed.clear();
  if (is_deflated && about.comp_size <= archive_size)
    return read_deflated(archive, about, packed, member.bytes);
  return read_bytes(archive, index, 0, about.size, member.bytes);
}

/// What libzip reads a member's bytes from: they exist between its opening and closing only.
struct PartReader {
  const ZipPart* part = nullptr;
  std::string bytes;
  std::size_t done = 0;
  std::exception_ptr failure;
};

zip_int64_t read_some(PartReader& reader, void* data, zip_uint64_t length) {
  const std::size_t count = std::min<std::size_t>(length, reader.bytes.size() - reader.done);
  std::memcpy(data, reader.bytes.data() + reader.done, count);
  reader.done += count;
  return static_cast<zip_int64_t>(count);
}

zip_int64_t open_part(PartReader& reader) {
  try {
    reader.bytes = reader.part->make();
    if (reader.bytes.size() != reader.part->size)
      throw std::logic_error("zip: " + reader.part->name + " is not as it was");
  } catch (...) {  // not through a library in C
    reader.failure = std::current_exception();
    return -1;
  }
  reader.done = 0;
  return 0;
}

// The library's way of asking for a member: what to do is `command`.
zip_int64_t serve_part(void* user, void* data, zip_uint64_t length, zip_source_cmd_t command) {
  PartReader& reader = *static_cast<PartReader*>(user);
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
                                            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_OPEN:
      return open_part(reader);
    case ZIP_SOURCE_READ:
      return read_some(reader, data, length);
    case ZIP_SOURCE_CLOSE:
      reader.bytes = {};
      return 0;
    case ZIP_SOURCE_STAT: {
      zip_stat_t& about = *static_cast<zip_stat_t*>(data);
      zip_stat_init(&about);
      about.size = reader.part->size;
      about.valid = ZIP_STAT_SIZE;
      return sizeof(zip_stat_t);
    }
    case ZIP_SOURCE_ERROR: {
      const int codes[] = {ZIP_ER_INTERNAL, 0};
      std::memcpy(data, codes, sizeof(codes));
      return sizeof(codes);
    }
    default:
      return 0;
  }
}

void refuse_unless(bool done) {
  if (!done) throw std::runtime_error("zip: the library refused");
}

void add_part(zip_t& archive, PartReader& reader, ZipDay day) {
  constexpr zip_uint32_t kRegularFile = 0100644U;
  zip_source_t* source = zip_source_function(&archive, serve_part, &reader);
  refuse_unless(source != nullptr);
  const zip_int64_t added = zip_file_add(&archive, reader.part->name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (added < 0) zip_source_free(source);
  refuse_unless(added >= 0);
  const auto index = static_cast<zip_uint64_t>(added);
  const int date = (std::max(day.year, 1980) - 1980) * 512 + day.month * 32 + day.day;
  refuse_unless(zip_file_set_dostime(&archive, index, 0, static_cast<zip_uint16_t>(date), 0) == 0 &&
                zip_set_file_compression(&archive, index, ZIP_CM_DEFLATE, 6) == 0 &&
                zip_file_set_external_attributes(&archive, index, 0, ZIP_OPSYS_UNIX, kRegularFile << 16U) ==
                    0);
}

std::string bytes_of(zip_source_t& source) {
  refuse_unless(zip_source_open(&source) == 0);
  refuse_unless(zip_source_seek(&source, 0, SEEK_END) == 0);
  std::string bytes(static_cast<std::size_t>(zip_source_tell(&source)), '\0');
  refuse_unless(zip_source_seek(&source, 0, SEEK_SET) == 0);
  refuse_unless(zip_source_read(&source, bytes.data(), bytes.size()) ==
                static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(&source);
  return bytes;
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
  std::string packed;
  std::string_view behind;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!read_member(*archive, i, bytes.size(), room, packed, members[i])) return std::nullopt;
    members[i].packed = find_packed(bytes, behind, packed);
    if (!members[i].packed.empty()) behind = members[i].packed;
  }
  return members;
}

std::string write_zip(const std::vector<ZipPart>& parts, ZipDay day) {
  zip_error_t error;
  zip_error_init(&error);
  const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> target(
      zip_source_buffer_create(nullptr, 0, 0, &error), &zip_source_free);
  refuse_unless(target != nullptr);
  zip_source_keep(target.get());                  // the archive frees the one, we the other
  std::vector<PartReader> readers(parts.size());  // the archive reads from them to its end
  Archive archive(zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, &error), &zip_discard);
  zip_error_fini(&error);
  if (archive == nullptr) zip_source_free(target.get());
  refuse_unless(archive != nullptr);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    readers[i].part = &parts[i];
    add_part(*archive, readers[i], day);
  }
  const bool closed = zip_close(archive.get()) == 0;
  for (const PartReader& reader : readers) {
    if (reader.failure) std::rethrow_exception(reader.failure);
  }
  refuse_unless(closed);
  static_cast<void>(archive.release());
  return bytes_of(*target);
}

}  // namespace gongshi
