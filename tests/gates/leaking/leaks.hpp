// The leaks that can be asked for: each lets what is withheld into one file, as a mistake in its writer
// would.
#pragma once

#include <string>

namespace gongshi {

struct Leak {
  std::string_view name;
  std::string_view path;  ///< of the file it gets into
  /// The file with `secret` in it.
  std::string (*leak)(const std::string& bytes, const std::string& secret) = nullptr;
};

/// `bytes` with `added` before the first `mark`, which must be there.
std::string before(const std::string& bytes, std::string_view mark, const std::string& added);

// Into one member of an archive, or a new one, which then is packed again.
std::string into_member(const std::string& archive, const std::string& member, std::string_view mark,
                        const std::string& added);
std::string as_member(const std::string& archive, const std::string& member, const std::string& bytes);
std::string as_comment(const std::string& archive, const std::string& comment);

// Into a database.
std::string into_database(const std::string& database, const std::string& statement);
/// In a text so long that the database cuts it up, right where it is cut.
std::string into_cut_text(const std::string& database, const std::string& secret);
/// In a page that no table uses any more.
std::string into_free_page(const std::string& database, const std::string& secret);

}  // namespace gongshi
