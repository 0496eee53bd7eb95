#include "pipeline/page_key.hpp"

#include <variant>

#include "text/packed.hpp"
#include "text/sha256.hpp"

namespace gongshi {
namespace {

// Each value begins with its type, each list and object with its size, so that no two views read alike.
class KeyWriter {
 public:
  explicit KeyWriter(std::string_view references) : m_references(references) {}

  void add(std::string_view text) { append_packed(m_bytes, text); }

  void add(const ViewObject& object) {
    append_packed(m_bytes, std::uint64_t{object.members().size()});
    for (const auto& [name, value] : object.members()) {
      add(name);
      add_value(value);
    }
  }

  [[nodiscard]] std::string key() const { return sha256(m_bytes); }

 private:
  void add_value(const ViewValue& value) {
    append_packed(m_bytes, std::uint64_t{value.get().index()});
    std::visit([this](const auto& held) { add_held(held); }, value.get());
  }

  void add_held(bool flag) { m_bytes.push_back(flag ? '1' : '0'); }
  void add_held(const std::string& text) { add(text); }
  void add_held(const Html& html) { add(html.markup); }
  void add_held(const Markdown& body) {
    add(body.text);
    if (body.text.find("[[") != std::string::npos) add(m_references);
  }
  void add_held(const ViewList& list) {
    append_packed(m_bytes, std::uint64_t{list.size()});
    for (const ViewValue& item : list) add_value(item);
  }
  void add_held(const ViewObject& object) { add(object); }

  std::string_view m_references;
  std::string m_bytes;
};

}  // namespace

std::string page_key(const std::string& path, const ComposedPage& composed, std::string_view references) {
  KeyWriter writer(references);
  writer.add(path);
  writer.add(composed.page.template_name);
  writer.add(composed.page.view);
  if (composed.frame) writer.add(*composed.frame);
  return writer.key();
}

std::string reference_key(const Site& site, const PublishedSite& published) {
  std::string all;
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      append_packed(all, name_of(R::kKind).plural);
      append_packed(all, record.id);
      const auto* in_view = published.records().find<R>(record.id);
      append_packed(all, in_view == nullptr ? std::string_view() : std::string_view((*in_view)->title.text));
      append_packed(all, std::uint64_t{in_view != nullptr});
    }
  });
  return sha256(all);
}

}  // namespace gongshi
