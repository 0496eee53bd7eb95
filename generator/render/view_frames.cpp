#include "render/view_frames.hpp"

#include "render/address_policy.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kPagePrefix = "page.";

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

Term type_of(const ViewValue& value) {
  return std::visit(Overloaded{
                        [](bool) {
                          return Term{"是与否", "a flag"};
                        },
                        [](const std::string&) {
                          return Term{"文字", "text"};
                        },
                        [](const Html&) {
                          return Term{"HTML", "HTML"};
                        },
                        [](const Markdown&) {
                          return Term{"正文", "a body"};
                        },
                        [](const ViewList&) {
                          return Term{"列表", "a list"};
                        },
                        [](const ViewObject&) {
                          return Term{"一组字段", "a group of fields"};
                        },
                    },
                    value.get());
}

}  // namespace

std::string_view ViewFrames::text(const TemplateStep& step) {
  const ViewValue* value = find(step);
  if (value == nullptr) return {};
  if (const bool* flag = value->as<bool>()) return *flag ? "true" : "false";
  const auto* text = value->as<std::string>();
  if (text == nullptr) {
    report_type(step, step.text, type_of(*value));
    return {};
  }
  if (step.is_address && !is_page_address(*text)) {
    m_has_errors = true;
    m_diagnostics.add("template-unsafe-address", step.at, {step.text, *text, m_program.chains[step.chain]});
    return {};
  }
  return *text;
}

const ViewValue* ViewFrames::markup(const TemplateStep& step) {
  const ViewValue* value = find(step);
  if (value == nullptr || value->as<Html>() != nullptr || value->as<Markdown>() != nullptr) return value;
  report_type(step, step.text, type_of(*value));
  return nullptr;
}

std::optional<ViewFrames::Section> ViewFrames::section(const TemplateStep& step) {
  const ViewValue* value = find(step);
  if (value == nullptr) return std::nullopt;
  return std::visit(Overloaded{
                        [](bool flag) { return Section{flag}; },
                        [](const std::string& text) { return Section{!text.empty()}; },
                        [](const Html& html) { return Section{!html.markup.empty()}; },
                        [](const Markdown& body) { return Section{!body.text.empty()}; },
                        [](const ViewList& list) {
                          return Section{!list.empty(), &list, nullptr};
                        },
                        [](const ViewObject& object) {
                          return Section{true, nullptr, &object};
                        },
                    },
                    value->get());
}

const ViewValue* ViewFrames::find(const TemplateStep& step) {
  if (!step.is_path) return find_member(step, m_frames.back().object, step.text);
  if (step.text != ".") return find_path(step);
  const ViewValue* item = m_frames.back().item;
  if (item == nullptr || item->as<ViewObject>() != nullptr) {
    report_type(step, ".", {"一组字段", "a group of fields"});
    return nullptr;
  }
  return item;
}

const ViewValue* ViewFrames::find_path(const TemplateStep& step) {
  std::string_view rest = step.text;
  const ViewObject* object = m_frames.back().object;
  if (rest.starts_with(kPagePrefix)) {
    rest.remove_prefix(kPagePrefix.size());
    object = &m_page;
  }
  while (true) {
    const std::size_t dot = rest.find('.');
    const std::string_view name = rest.substr(0, dot);
    const ViewValue* value = find_member(step, object, name);
    if (value == nullptr || dot == std::string_view::npos) return value;
    object = value->as<ViewObject>();
    if (object == nullptr) {
      report_type(step, name, type_of(*value));
      return nullptr;
    }
    rest.remove_prefix(dot + 1);
  }
}

const ViewValue* ViewFrames::find_member(const TemplateStep& step, const ViewObject* object,
                                         std::string_view name) {
  const ViewValue* value = object == nullptr ? nullptr : object->find(name);
  if (value == nullptr) report_unknown(step, name, object);
  return value;
}

void ViewFrames::report_unknown(const TemplateStep& step, std::string_view name, const ViewObject* among) {
  std::vector<std::string_view> known;
  if (among != nullptr) {
    for (const auto& [member, value] : among->members()) known.push_back(member);
  }
  m_has_errors = true;
  m_diagnostics.add("template-unknown-name", step.at,
                    {step.text, did_you_mean(name, known), m_program.chains[step.chain]});
}

void ViewFrames::report_type(const TemplateStep& step, std::string_view name, Term type) {
  m_has_errors = true;
  m_diagnostics.add("template-wrong-type", step.at,
                    {std::string(name), std::move(type), m_program.chains[step.chain]});
}

}  // namespace gongshi
