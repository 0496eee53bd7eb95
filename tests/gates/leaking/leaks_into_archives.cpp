// Leaks into files whose bytes are not text: archives (xlsx, zip) and databases.
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "files/zip_members.hpp"
#include "gates/leaking/leaks.hpp"

namespace gongshi {
namespace {

std::vector<ZipMember> members_of(const std::string& archive) {
  auto members = read_zip(archive);
  if (!members) throw std::logic_error("a leak was asked of what is no archive");
  return *std::move(members);
}

std::string packed(const std::vector<ZipMember>& members) {
  std::vector<ZipPart> parts;
  parts.reserve(members.size());
  for (const ZipMember& member : members)
    parts.push_back({member.name, member.bytes.size(), [&member] { return member.bytes; }});
  return write_zip(parts, {});
}

class OpenDatabase {
 public:
  explicit OpenDatabase(const std::string& bytes) {
    sqlite3* opened = nullptr;
    check(sqlite3_open(":memory:", &opened));
    m_database.reset(opened);
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), copy);
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    check(sqlite3_deserialize(opened, "main", copy, size, size,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE));
    run("PRAGMA secure_delete = OFF");
  }

  void run(const std::string& sql) const {
    check(sqlite3_exec(m_database.get(), sql.c_str(), nullptr, nullptr, nullptr));
  }

  [[nodiscard]] std::string bytes() const {
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> made(
        sqlite3_serialize(m_database.get(), "main", &size, 0), &sqlite3_free);
    return {made.get(), made.get() + size};
  }

 private:
  static void check(int result) {
    if (result != SQLITE_OK) throw std::logic_error("a leak was asked of what is no database");
  }

  std::unique_ptr<sqlite3, decltype(&sqlite3_close)> m_database{nullptr, &sqlite3_close};
};

}  // namespace

std::string into_member(const std::string& archive, const std::string& member, std::string_view mark,
                        const std::string& added) {
  std::vector<ZipMember> members = members_of(archive);
  for (ZipMember& one : members) {
    if (one.name == member) one.bytes = before(one.bytes, mark, added);
  }
  return packed(members);
}

std::string as_member(const std::string& archive, const std::string& member, const std::string& bytes) {
  std::vector<ZipMember> members = members_of(archive);
  members.push_back({member, bytes, {}});
  return packed(members);
}

// The last two bytes of an archive without a comment say how long the comment is (APPNOTE.TXT 4.3.16).
std::string as_comment(const std::string& archive, const std::string& comment) {
  std::string out = archive.substr(0, archive.size() - 2);
  out.push_back(static_cast<char>(comment.size()));
  out.push_back('\0');
  return out + comment;
}

std::string into_database(const std::string& database, const std::string& statement) {
  const OpenDatabase open(database);
  open.run(statement);
  return open.bytes();
}

std::string into_cut_text(const std::string& database, const std::string& secret) {
  for (std::size_t after = 3000; after < 8000; after += 10) {
    std::string made = into_database(database, "INSERT INTO _notes VALUES ('x', '" + std::string(3000, 'x') +
                                                   secret + std::string(after, 'x') + "')");
    if (made.find(secret) == std::string::npos) return made;
  }
  throw std::logic_error("no text was cut where it should be");
}

std::string into_free_page(const std::string& database, const std::string& secret) {
  const std::string filler(6000, 'x');
  return into_database(database, "CREATE TABLE was_here (a); INSERT INTO was_here VALUES ('" + filler +
                                     secret + "'); DROP TABLE was_here");
}

}  // namespace gongshi
