// One parsed YAML document: our own compact tree, every value with its place, without a trace of the
// YAML library. It is read once into a record and freed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/position.hpp"

namespace gongshi {

class Document {
 public:
  enum class Kind : std::uint8_t { null, scalar, list, mapping };

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  struct Cell {
    std::uint32_t offset = 0;
    std::uint32_t text_start = 0;
    std::uint32_t text_size = 0;
    std::uint32_t first_child = kNone;
    std::uint32_t next_sibling = kNone;
    Kind kind = Kind::null;
    bool quoted = false;
  };

 public:
  /// A value of the document; valid as long as the document is. Children are visited by first() and
  /// next(); those of a mapping alternate: key, value, key, value …
  class Node {
   public:
    [[nodiscard]] Kind kind() const { return cell().kind; }
    /// The scalar's text exactly as written (quotes and escapes resolved); empty for other kinds.
    [[nodiscard]] std::string_view text() const {
      return std::string_view(m_document->m_text).substr(cell().text_start, cell().text_size);
    }
    /// Was the scalar quoted or a block? Then it is text and nothing else.
    [[nodiscard]] bool quoted() const { return cell().quoted; }
    [[nodiscard]] Position position() const { return {m_document->m_file, cell().offset}; }
    /// The first child, or a node that is not valid.
    [[nodiscard]] Node first() const { return {m_document, cell().first_child}; }
    /// The next sibling, or a node that is not valid.
    [[nodiscard]] Node next() const { return {m_document, cell().next_sibling}; }
    [[nodiscard]] bool valid() const { return m_index != kNone; }

   private:
    friend class Document;
    Node(const Document* document, std::uint32_t index) : m_document(document), m_index(index) {}
    [[nodiscard]] const Cell& cell() const { return m_document->m_cells[m_index]; }

    const Document* m_document;
    std::uint32_t m_index;
  };

  explicit Document(std::uint32_t file) : m_file(file) {}

  /// The document's outermost value; not valid while nothing was added.
  [[nodiscard]] Node root() const { return {this, m_cells.empty() ? kNone : 0}; }
  [[nodiscard]] std::size_t size() const { return m_cells.size(); }

  /// Makes room for so many values, and so much text of them in all.
  void reserve(std::size_t values, std::size_t text) {
    m_cells.reserve(values);
    m_text.reserve(text);
  }
  /// Builds the tree in document order: values added between begin() and end() are its children.
  void add(Kind kind, std::uint32_t offset, std::string_view text = {}, bool quoted = false);
  void begin(Kind kind, std::uint32_t offset);
  void end() { m_open.pop_back(); }
  [[nodiscard]] std::size_t depth() const { return m_open.size(); }

 private:
  struct Open {
    std::uint32_t cell;
    std::uint32_t last_child;
  };

  std::uint32_t m_file;
  std::vector<Cell> m_cells;
  std::vector<Open> m_open;
  std::string m_text;
};

}  // namespace gongshi
