// Looks names of a template up in the view, strictly: in the innermost frame and nowhere else. A field
// that a record lacks is an error, never the field of the same name further out.
//
// A frame is the page, an object that a section entered, or an item of a list. A section over text or
// a flag shows or hides and enters nothing. `page.name` is the page's own `name` from anywhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "render/template_program.hpp"
#include "views/view_value.hpp"

namespace gongshi {

class ViewFrames {
 public:
  ViewFrames(const ViewObject& page, const TemplateProgram& program, Diagnostics& diagnostics)
      : m_page(page), m_program(program), m_diagnostics(diagnostics), m_frames{{&page, nullptr}} {}

  /// The text of a variable, not escaped, which lives as long as the page; empty, and a finding, if it has
  /// none or must not be shown.
  std::string_view text(const TemplateStep& step);
  /// The value of {{{name}}}: Html or Markdown; null, and a finding, if it is neither.
  const ViewValue* markup(const TemplateStep& step);

  /// What a section stands over. Nothing, and a finding, if there is no such name.
  struct Section {
    bool shown = false;
    const ViewList* list = nullptr;      ///< enter each of its items
    const ViewObject* object = nullptr;  ///< enter it
  };
  std::optional<Section> section(const TemplateStep& step);

  void enter_object(const ViewObject& object) { m_frames.push_back({&object, nullptr}); }
  void enter_item(const ViewValue& item) { m_frames.push_back({item.as<ViewObject>(), &item}); }
  void enter_nothing() { m_frames.push_back(m_frames.back()); }
  void leave() { m_frames.pop_back(); }
  [[nodiscard]] std::size_t depth() const { return m_frames.size(); }

  [[nodiscard]] bool has_errors() const { return m_has_errors; }

 private:
  struct Frame {
    const ViewObject* object;  // null where the item of a list is no object
    const ViewValue* item;
  };

  const ViewValue* find(const TemplateStep& step);
  const ViewValue* find_path(const TemplateStep& step);
  const ViewValue* find_member(const TemplateStep& step, const ViewObject* object, std::string_view name);
  void report_unknown(const TemplateStep& step, std::string_view name, const ViewObject* among);
  void report_type(const TemplateStep& step, std::string_view name, Term type);

  const ViewObject& m_page;
  const TemplateProgram& m_program;
  Diagnostics& m_diagnostics;
  std::vector<Frame> m_frames;
  bool m_has_errors = false;
};

}  // namespace gongshi
