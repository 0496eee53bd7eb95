#include "write/output_paths.hpp"

#include <stdexcept>
#include <string_view>

namespace gongshi {
namespace {

[[noreturn]] void refuse(const std::string& file, const char* why) {
  throw std::logic_error("output path '" + file + "' " + why);
}

bool is_plain_part(std::string_view part) {
  return !part.empty() && part != "." && part != ".." && part.find('\0') == std::string_view::npos;
}

}  // namespace

std::vector<std::string> OutputPaths::add(const std::string& file) {
  std::vector<std::string> made;
  std::size_t start = 0;
  for (std::size_t slash = file.find('/'); slash != std::string::npos; slash = file.find('/', start)) {
    if (!is_plain_part(std::string_view(file).substr(start, slash - start))) refuse(file, "leaves the site");
    std::string folder = file.substr(0, slash);
    if (m_files.contains(folder)) refuse(file, "takes a file for a folder");
    if (!m_folders.contains(folder)) made.push_back(std::move(folder));
    start = slash + 1;
  }
  if (!is_plain_part(std::string_view(file).substr(start))) refuse(file, "leaves the site");
  if (m_folders.contains(file)) refuse(file, "is a folder already");
  if (!m_files.insert(file).second) refuse(file, "is written twice");
  m_folders.insert(made.begin(), made.end());
  return made;
}

}  // namespace gongshi
