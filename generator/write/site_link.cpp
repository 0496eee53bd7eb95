#include "write/site_link.hpp"

#include <algorithm>

namespace gongshi {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool has_scheme(std::string_view url) {
  if (url.empty() || !is_letter(url.front())) return false;
  for (const char c : url) {
    if (c == ':') return true;
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return false;
  }
  return false;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// %XX as the byte it stands for; a % that is none stays. %2F stays too: it is no separator.
std::string percent_decode(std::string_view text) {
  if (text.find('%') == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    const char byte = static_cast<char>(high * 16 + low);
    if (low < 0 || byte == '/') {
      out.push_back(text[i]);
    } else {
      out.push_back(byte);
      i += 2;
    }
  }
  return out;
}

std::string_view trim(std::string_view url) {
  constexpr std::string_view kBlanks = " \t\r\n\f";
  const std::size_t first = url.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return url.substr(first, url.find_last_not_of(kBlanks) - first + 1);
}

// `relative` seen from the folder of `page`; nothing if it climbs out of the site.
std::optional<std::string> join(std::string_view page, std::string_view relative) {
  std::string path(page.substr(0, page.rfind('/') + 1));
  std::string decoded;
  if (relative.find('%') != std::string_view::npos) {
    decoded = percent_decode(relative);  // which makes no slash
    relative = decoded;
  }
  for (std::size_t start = 0; start <= relative.size();) {
    const std::size_t end = std::min(relative.find('/', start), relative.size());
    const std::string_view part = relative.substr(start, end - start);
    if (part == "..") {
      if (path.empty()) return std::nullopt;
      path.pop_back();  // its slash
      path.erase(path.rfind('/') + 1);
    } else if (part != ".") {
      path += part;
      if (end < relative.size()) path += '/';
    }
    start = end + 1;
  }
  return path;
}

}  // namespace

std::optional<SiteLink> resolve_link(std::string_view url, std::string_view page) {
  const std::string_view whole = trim(url);
  if (has_scheme(whole) || whole.starts_with("//")) return std::nullopt;
  const std::size_t hash = std::min(whole.find('#'), whole.size());
  const std::size_t end = std::min(whole.find('?'), hash);
  const std::string_view path = whole.substr(0, end);
  std::string anchor = hash < whole.size() ? percent_decode(whole.substr(hash + 1)) : "";
  if (path.empty() && !page.empty()) return SiteLink{std::string(page), std::move(anchor)};
  auto inside = path.starts_with('/') ? std::nullopt : join(page, path);
  if (!inside || inside->empty()) return SiteLink{std::string(whole), {}};
  return SiteLink{*std::move(inside), std::move(anchor)};
}

}  // namespace gongshi
