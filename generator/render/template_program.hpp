// A template with its parts put in and the words of the theme filled in: one flat list of steps, each
// of which knows where it was written and by way of which parts it got here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "render/template_library.hpp"

namespace gongshi {

struct TemplateStep {
  TagKind kind = TagKind::literal;  ///< never a part
  std::string text;                 ///< a literal's text, a tag's name
  Position at;
  std::uint32_t chain = 0;    ///< in TemplateProgram::chains
  std::uint32_t section = 0;  ///< of an end: the step that it ends
  bool is_address = false;    ///< of a variable: its value decides where a link leads
  bool is_path = false;       ///< of a tag: its name has dots, or is one
};

struct TemplateProgram {
  std::vector<TemplateStep> steps;
  std::vector<std::string> chains;  ///< "pages/record → parts/facts"
};

namespace template_limits {
inline constexpr std::size_t kPartDepth = 32;
inline constexpr std::size_t kSectionDepth = 64;
inline constexpr std::size_t kParts = 4096;  // put in, counted each time
inline constexpr std::size_t kSteps = 65'536;
inline constexpr std::size_t kBytes = 1'048'576;
}  // namespace template_limits

/// The program of one template, or nothing and findings: too large when put together, or a tag where
/// no value is safe.
std::optional<TemplateProgram> make_program(const TemplateLibrary& library,
                                            const TemplateLibrary::Entry& entry, Diagnostics& diagnostics);

}  // namespace gongshi
