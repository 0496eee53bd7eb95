#include "render/template_set.hpp"

#include <kainjow/mustache.hpp>

#include <charconv>
#include <stdexcept>

#include "render/template_program.hpp"
#include "render/view_frames.hpp"
#include "text/html_escape.hpp"

namespace gongshi {
namespace {

namespace engine = kainjow::mustache;

std::size_t number_of(const std::string& name) {
  std::size_t number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

// Does the step only write, as against one where the engine has a way to choose?
bool is_writing(const TemplateStep& step) {
  return step.kind == TagKind::literal || step.kind == TagKind::variable || step.kind == TagKind::html;
}

// The engine's text of a program: {{{3}}} is step 3 and all that only write behind it, literals among them,
// so that the engine has no text of its own and drops no line; template_source.cpp has taken out the lines
// that go.
std::string engine_text(const TemplateProgram& program) {
  std::string text;
  for (std::size_t i = 0; i < program.steps.size(); ++i) {
    const TemplateStep& step = program.steps[i];
    if (is_writing(step) && i > 0 && is_writing(program.steps[i - 1])) continue;
    const std::string number = std::to_string(i);
    switch (step.kind) {
      case TagKind::section:
        text += "{{#" + number + "}}";
        break;
      case TagKind::inverted:
        text += "{{^" + number + "}}";
        break;
      case TagKind::end:
        text += "{{/" + std::to_string(step.section) + "}}";
        break;
      default:
        text += "{{{" + number + "}}}";
    }
  }
  return text;
}

// Answers the engine: it asks for a step by number and is told whether and how often to go on. Text is
// written on the way, and the engine, which would copy it twice, gets none. Entering a list, it walks a list
// of ours that is as long and empty; frames follow its steps.
class Answers : public engine::basic_context<std::string> {
 public:
  Answers(const TemplateProgram& program, const ViewObject& page, const MarkdownToHtml& markdown_to_html,
          Diagnostics& diagnostics)
      : m_program(program), m_markdown_to_html(markdown_to_html), m_frames(page, program, diagnostics) {}

  /// What was written.
  std::string take() { return std::move(m_written); }

  [[nodiscard]] bool has_errors() const { return m_frames.has_errors(); }

  const engine::data* get(const std::string& name) const override { return answer(number_of(name)); }
  const engine::data* get_partial(const std::string&) const override { return nullptr; }

  void push(const engine::data*) override {
    if (m_entering) {
      const ViewFrames::Section section = *m_entering;
      m_entering.reset();
      if (section.list != nullptr) {
        m_walks.push_back({section.list, 0, m_frames.depth()});
      } else if (section.object != nullptr) {
        return m_frames.enter_object(*section.object);
      } else {
        return m_frames.enter_nothing();
      }
    }
    Walk& walk = m_walks.back();
    m_frames.enter_item((*walk.list)[walk.next++]);
  }

  void pop() override {
    m_frames.leave();
    if (m_walks.empty()) return;
    const Walk& walk = m_walks.back();
    if (m_frames.depth() == walk.depth && walk.next == walk.list->size()) m_walks.pop_back();
  }

 private:
  // A list being walked: the item that comes next, and how deep the frames are between two items.
  struct Walk {
    const ViewList* list;
    std::size_t next;
    std::size_t depth;
  };

  const engine::data* answer(std::size_t number) const {
    const std::vector<TemplateStep>& steps = m_program.steps;
    if (!is_writing(steps[number])) return answer_section(steps[number]);
    for (; number < steps.size() && is_writing(steps[number]); ++number) write(steps[number]);
    return nullptr;
  }

  void write(const TemplateStep& step) const {
    if (step.kind == TagKind::literal) {
      m_written += step.text;
    } else if (step.kind == TagKind::variable) {
      append_escaped(m_written, m_frames.text(step));
    } else {
      write_html(m_frames.markup(step));
    }
  }

  void write_html(const ViewValue* value) const {
    if (value == nullptr) return;
    if (const auto* html = value->as<Html>()) {
      m_written += html->markup;
    } else {
      m_written += m_markdown_to_html(*value->as<Markdown>());
    }
  }

  const engine::data* answer_section(const TemplateStep& step) const {
    const bool inverted = step.kind == TagKind::inverted;
    const auto section = m_frames.section(step);
    // What is not there has been reported; neither side of it is shown.
    if (!section) return inverted ? &m_true : &m_false;
    // Only what will be entered is noted: between two items of a list there is nothing to enter.
    m_entering.reset();
    if (section->shown == inverted) return inverted ? &m_true : &m_false;
    m_entering = inverted ? ViewFrames::Section{} : *section;
    if (inverted) return &m_false;
    return section->list == nullptr ? &m_true : list_of(section->list->size());
  }

  const engine::data* list_of(std::size_t size) const {
    const auto [found, fresh] = m_lists.try_emplace(size, nullptr);
    if (fresh) found->second = std::make_unique<engine::data>(engine::list(size, engine::data(true)));
    return found->second.get();
  }

  const TemplateProgram& m_program;
  const MarkdownToHtml& m_markdown_to_html;
  const engine::data m_true{true};
  const engine::data m_false{false};
  // The engine's get() is const, and looking up is when everything here changes.
  mutable ViewFrames m_frames;
  mutable std::string m_written;
  mutable std::optional<ViewFrames::Section> m_entering;
  mutable std::map<std::size_t, std::unique_ptr<engine::data>> m_lists;
  std::vector<Walk> m_walks;
};

// Where the engine's own text goes, which is none.
struct Nowhere {
  Nowhere& operator<<(const std::string&) { return *this; }
};

}  // namespace

class TemplateSet::Compiled {
 public:
  explicit Compiled(TemplateProgram program)
      : m_program(std::move(program)), m_engine(engine_text(m_program)) {
    if (!m_engine.is_valid()) throw std::logic_error("template program: " + m_engine.error_message());
  }

  [[nodiscard]] std::optional<std::string> render(const ViewObject& page,
                                                  const MarkdownToHtml& markdown_to_html,
                                                  Diagnostics& diagnostics) const {
    Answers answers(m_program, page, markdown_to_html, diagnostics);
    Nowhere nothing;
    m_engine.render(answers, nothing);
    if (answers.has_errors()) return std::nullopt;
    return answers.take();
  }

 private:
  TemplateProgram m_program;
  // render() is not const only because a bad partial or lambda would set the engine's error message;
  // programs have neither, so that threads share one engine. The thread sanitizer watches a test of it.
  mutable engine::mustache m_engine;
};

TemplateSet::TemplateSet() = default;
TemplateSet::TemplateSet(TemplateSet&&) noexcept = default;
TemplateSet& TemplateSet::operator=(TemplateSet&&) noexcept = default;
TemplateSet::~TemplateSet() = default;

std::optional<TemplateSet> TemplateSet::load(std::vector<TemplateSource> sources, const Words& words,
                                             Diagnostics& diagnostics) {
  const auto library = TemplateLibrary::load(sources, words, diagnostics);
  if (!library) return std::nullopt;
  TemplateSet set;
  bool clean = true;
  for (const TemplateLibrary::Entry& entry : library->entries()) {
    auto program = make_program(*library, entry, diagnostics);
    clean = clean && program.has_value();
    if (program && !entry.is_part())
      set.m_templates.emplace(entry.source->name, std::make_unique<Compiled>(*std::move(program)));
  }
  if (!clean) return std::nullopt;
  return set;
}

std::optional<std::string> TemplateSet::render(std::string_view name, const ViewObject& page,
                                               const MarkdownToHtml& markdown_to_html,
                                               Diagnostics& diagnostics) const {
  const auto found = m_templates.find(name);
  if (found == m_templates.end()) throw std::logic_error("no template " + std::string(name));
  return found->second->render(page, markdown_to_html, diagnostics);
}

}  // namespace gongshi
