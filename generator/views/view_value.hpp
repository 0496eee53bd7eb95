// What a page has to say, as plain data: the only thing a template ever sees. Knows no template
// engine. Names are literals of the view code, so that a template's field list is an API.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "diagnostics/position.hpp"

namespace gongshi {

/// Markup made by our own code from escaped parts (a chart, a rendered body); never content as it came.
struct Html {
  std::string markup;
};

/// A body still in Markdown, with the place it begins at in its source; rendered on its way into a page.
struct Markdown {
  std::string text;
  Position at;
};

class ViewValue;
using ViewList = std::vector<ViewValue>;

/// Named values in the order they were set. A name is set once.
class ViewObject {
 public:
  /// `value` is what a ViewValue can be made of, and is made in its place.
  template <class Value>
  ViewObject& set(std::string_view name, Value&& value);
  /// A list, and before it a flag that tells whether anything is in it.
  ViewObject& set_list(std::string_view flag, std::string_view name, ViewList list);
  [[nodiscard]] const ViewValue* find(std::string_view name) const;
  [[nodiscard]] const std::vector<std::pair<std::string_view, ViewValue>>& members() const {
    return m_members;
  }

 private:
  std::vector<std::pair<std::string_view, ViewValue>> m_members;
};

class ViewValue {
 public:
  using Variant = std::variant<bool, std::string, Html, Markdown, ViewList, ViewObject>;

  // NOLINTBEGIN(google-explicit-constructor): views are written as nested values
  ViewValue(bool flag) : m_value(flag) {}
  ViewValue(std::string text) : m_value(std::move(text)) {}
  ViewValue(std::string_view text) : m_value(std::string(text)) {}
  ViewValue(const char* text) : m_value(std::string(text)) {}
  ViewValue(Html html) : m_value(std::move(html)) {}
  ViewValue(Markdown markdown) : m_value(std::move(markdown)) {}
  ViewValue(ViewList list) : m_value(std::move(list)) {}
  ViewValue(ViewObject object) : m_value(std::move(object)) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] const Variant& get() const { return m_value; }
  template <class T>
  [[nodiscard]] const T* as() const {
    return std::get_if<T>(&m_value);
  }

 private:
  Variant m_value;
};

template <class Value>
ViewObject& ViewObject::set(std::string_view name, Value&& value) {
  // Most have between three and eight members, and growing by ones moves them all three times over.
  constexpr std::size_t kUsualMembers = 8;
  if (m_members.empty()) m_members.reserve(kUsualMembers);
  m_members.emplace_back(name, std::forward<Value>(value));
  return *this;
}

inline ViewObject& ViewObject::set_list(std::string_view flag, std::string_view name, ViewList list) {
  set(flag, !list.empty());
  return set(name, std::move(list));
}

inline const ViewValue* ViewObject::find(std::string_view name) const {
  for (const auto& [key, value] : m_members) {
    if (key == name) return &value;
  }
  return nullptr;
}

}  // namespace gongshi
