#include "render/address_policy.hpp"

#include <algorithm>

#include "publish/routes.hpp"
#include "text/character_set.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

// What is not seen in the address bar can make one address look like another; browsers drop controls
// and read a backslash as a slash.
bool misleads(char32_t code) {
  return code < 0x20 || code == 0x7F || (code >= 0x80 && code < 0xA0) || code == '\\' ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

// Of ASCII, what does not mislead.
bool is_plain(char c) { return c >= 0x20 && c < 0x7F && c != '\\'; }

bool reads_as_written(std::string_view address) {
  if (std::all_of(address.begin(), address.end(), is_plain)) return true;  // nearly all are
  if (first_invalid_utf8(address)) return false;
  for (std::size_t i = 0; i < address.size();) {
    const Character c = character_at(address, i);
    if (misleads(c.code)) return false;
    i += c.length;
  }
  return true;
}

bool begins_with_scheme(std::string_view address, std::string_view scheme) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
  return address.size() >= scheme.size() && std::equal(scheme.begin(), scheme.end(), address.begin(),
                                                       [&](char a, char b) { return a == lower(b); });
}

bool has_plain_host(std::string_view after_scheme) {
  const std::string_view authority = after_scheme.substr(0, after_scheme.find_first_of("/?#"));
  return !authority.empty() && authority.find_first_of("@ ") == std::string_view::npos;
}

// What is asked of an address that reads as it is written.

bool has_published_form(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (begins_with_scheme(address, scheme)) return has_plain_host(address.substr(scheme.size()));
  }
  for (const std::string_view scheme : {"mailto:", "tel:"}) {
    if (begins_with_scheme(address, scheme)) return address.size() > scheme.size();
  }
  return address.size() > 1 && address.front() == '#';
}

bool has_site_form(std::string_view address) {
  static constexpr CharacterSet kMarks(":/?#");  // a scheme ends at the first of them, if that is a colon
  return !address.starts_with("//") && !address.substr(kMarks.find(address)).starts_with(':');
}

}  // namespace

bool is_external_address(std::string_view address) {
  return begins_with_scheme(address, "https://") || begins_with_scheme(address, "http://");
}

bool is_published_address(std::string_view address) {
  return reads_as_written(address) && has_published_form(address);
}

bool is_site_address(std::string_view address) { return reads_as_written(address) && has_site_form(address); }

bool is_page_address(std::string_view address) {
  return reads_as_written(address) && (has_site_form(address) || has_published_form(address));
}

bool is_files_path(std::string_view path) {
  if (!path.starts_with(kAttachmentFolder) || !reads_as_written(path)) return false;
  if (path.find_first_of("%?#:") != std::string_view::npos) return false;
  for (std::size_t start = kAttachmentFolder.size(); start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view part = path.substr(start, end - start);
    if (part.empty() || part == "." || part == "..") return false;
    start = end + 1;
  }
  return true;
}

std::string encode_address(std::string_view address) {
  constexpr char kHex[] = "0123456789ABCDEF";
  constexpr std::string_view kNeverInUri = " \"<>\\^`{|}";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && kNeverInUri.find(c) == std::string_view::npos) {
      out.push_back(c);
    } else {
      out.push_back('%');
      out.push_back(kHex[byte >> 4U]);
      out.push_back(kHex[byte & 0x0FU]);
    }
  }
  return out;
}

}  // namespace gongshi
