// XML as a sequence of elements and texts, for looking into office documents. The one place that includes
// libxml2; nothing is loaded from elsewhere and no entity is expanded.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace gongshi {

struct XmlVisitor {
  /// A start tag: its name and attributes without their prefixes.
  std::function<void(const std::string& name, const std::map<std::string, std::string>& attributes)> element;
  /// Text directly in the element of this name.
  std::function<void(const std::string& name, const std::string& text)> text;
  /// An end tag.
  std::function<void(const std::string& name)> end;
};

/// False if `xml` is not well formed; what came before has been visited then.
bool parse_xml(std::string_view xml, const XmlVisitor& visit);

}  // namespace gongshi
