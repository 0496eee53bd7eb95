#include "parse/kept_tree.hpp"

#include "text/packed.hpp"

namespace gongshi {
namespace {

// What each value begins with, and what ends a list or mapping.
enum class Mark : std::uint8_t { null, bare, quoted, list, mapping, end };

void append_node(std::string& out, const Document::Node& node, std::uint32_t start) {
  const bool quoted = node.quoted();
  const auto begin = [&](Mark mark) {
    out.push_back(static_cast<char>(mark));
    append_packed(out, std::uint64_t{node.position().offset - start});
  };
  switch (node.kind()) {
    case Document::Kind::null:
      return begin(Mark::null);
    case Document::Kind::scalar:
      begin(quoted ? Mark::quoted : Mark::bare);
      return append_packed(out, node.text());
    case Document::Kind::list:
    case Document::Kind::mapping:
      begin(node.kind() == Document::Kind::list ? Mark::list : Mark::mapping);
      for (auto child = node.first(); child.valid(); child = child.next()) append_node(out, child, start);
      out.push_back(static_cast<char>(Mark::end));
  }
}

class TreeReader {
 public:
  TreeReader(std::string_view bytes, Position start)
      : m_bytes(bytes), m_start(start), m_document(start.file) {}

  std::optional<Document> read() {
    const std::uint64_t values = m_bytes.number();
    // Each value takes two bytes at least, so that damage cannot ask for more memory than there are bytes.
    if (values == 0 || values > m_bytes.rest().size() / 2) return std::nullopt;
    m_document.reserve(values, m_bytes.rest().size());
    do {
      if (!read_value()) return std::nullopt;
    } while (m_document.depth() > 0);
    if (!m_bytes.rest().empty() || m_document.size() != values) return std::nullopt;
    return std::move(m_document);
  }

 private:
  bool read_value() {
    const std::string_view next = m_bytes.take(1);
    if (next.empty()) return false;
    const auto mark = static_cast<Mark>(next.front());
    if (mark == Mark::end) {
      if (m_document.depth() == 0) return false;
      m_document.end();
      return true;
    }
    const std::uint32_t offset = m_start.offset + static_cast<std::uint32_t>(m_bytes.number());
    switch (mark) {
      case Mark::null:
        m_document.add(Document::Kind::null, offset);
        return true;
      case Mark::bare:
      case Mark::quoted: {
        const std::string_view text = m_bytes.text();
        if (m_bytes.broken()) return false;
        m_document.add(Document::Kind::scalar, offset, text, mark == Mark::quoted);
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

  PackedReader m_bytes;
  Position m_start;
  Document m_document;
};

}  // namespace

std::string bytes_of_tree(const Document& document, Position start) {
  std::string bytes;
  append_packed(bytes, std::uint64_t{document.size()});
  append_node(bytes, document.root(), start.offset);
  return bytes;
}

std::optional<Document> tree_of_bytes(std::string_view bytes, Position start) {
  return TreeReader(bytes, start).read();
}

}  // namespace gongshi
