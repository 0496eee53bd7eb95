#include "parse/kept_tree.hpp"

namespace gongshi {
namespace {

// What each value begins with, and what ends a list or mapping.
enum class Mark : std::uint8_t { null, bare, quoted, list, mapping, end };

// Seven bits a byte, the lowest first; the highest bit says that more follow.
void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7U) out.push_back(static_cast<char>((number & 0x7FU) | 0x80U));
  out.push_back(static_cast<char>(number));
}

void append_node(std::string& out, const Document::Node& node, std::uint32_t start) {
  const bool quoted = node.quoted();
  const auto begin = [&](Mark mark) {
    out.push_back(static_cast<char>(mark));
    append_number(out, node.position().offset - start);
  };
  switch (node.kind()) {
    case Document::Kind::null:
      return begin(Mark::null);
    case Document::Kind::scalar:
      begin(quoted ? Mark::quoted : Mark::bare);
      append_number(out, static_cast<std::uint32_t>(node.text().size()));
      out += node.text();
      return;
    case Document::Kind::list:
    case Document::Kind::mapping:
      begin(node.kind() == Document::Kind::list ? Mark::list : Mark::mapping);
      for (auto child = node.first(); child.valid(); child = child.next()) append_node(out, child, start);
      out.push_back(static_cast<char>(Mark::end));
  }
}

class Reader {
 public:
  Reader(std::string_view bytes, Position start) : m_rest(bytes), m_start(start), m_document(start.file) {}

  std::optional<Document> read() {
    const std::uint32_t values = number();
    // Each value takes two bytes at least, so that damage cannot ask for more memory than there are bytes.
    if (values == 0 || values > m_rest.size() / 2) return std::nullopt;
    m_document.reserve(values, m_rest.size());
    do {
      if (!read_value()) return std::nullopt;
    } while (m_document.depth() > 0);
    if (!m_rest.empty() || m_document.size() != values) return std::nullopt;
    return std::move(m_document);
  }

 private:
  bool read_value() {
    if (m_rest.empty()) return false;
    const auto mark = static_cast<Mark>(m_rest.front());
    m_rest.remove_prefix(1);
    if (mark == Mark::end) {
      if (m_document.depth() == 0) return false;
      m_document.end();
      return true;
    }
    const std::uint32_t offset = m_start.offset + number();
    switch (mark) {
      case Mark::null:
        m_document.add(Document::Kind::null, offset);
        return true;
      case Mark::bare:
      case Mark::quoted: {
        const std::uint32_t size = number();
        if (size > m_rest.size()) return false;
        m_document.add(Document::Kind::scalar, offset, m_rest.substr(0, size), mark == Mark::quoted);
        m_rest.remove_prefix(size);
        return true;
      }
      case Mark::list:
      case Mark::mapping:
        m_document.begin(mark == Mark::list ? Document::Kind::list : Document::Kind::mapping, offset);
        return true;
      default:
        return false;
    }
  }

  // Too large a number, or one that breaks off, does not matter here: what it counts is not there.
  std::uint32_t number() {
    std::uint32_t number = 0;
    for (unsigned shift = 0; !m_rest.empty() && shift < 32; shift += 7) {
      const auto byte = static_cast<unsigned char>(m_rest.front());
      m_rest.remove_prefix(1);
      number |= (byte & 0x7FU) << shift;
      if (byte < 0x80) break;
    }
    return number;
  }

  std::string_view m_rest;
  Position m_start;
  Document m_document;
};

}  // namespace

std::string bytes_of_tree(const Document& document, Position start) {
  std::string bytes;
  append_number(bytes, static_cast<std::uint32_t>(document.size()));
  append_node(bytes, document.root(), start.offset);
  return bytes;
}

std::optional<Document> tree_of_bytes(std::string_view bytes, Position start) {
  return Reader(bytes, start).read();
}

}  // namespace gongshi
