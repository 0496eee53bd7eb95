// Who accepts, extends or closes is not the one that corrects, nor depends on it.
#include <algorithm>
#include <optional>

#include "check/checks.hpp"
#include "check/places.hpp"

namespace gongshi {
namespace {

constexpr int kDeepestTree = 64;  // a circle of units is reported by check_ledger

class IndependenceCheck {
 public:
  IndependenceCheck(const Site& site, Diagnostics& diagnostics) : m_site(site), m_diagnostics(diagnostics) {}

  void check(const Item& item) {
    for (const Acceptance& acceptance : item.acceptance)
      check_bodies("acceptance-not-independent", item, acceptance.by);
    for (const Extension& extension : item.extensions) {
      if (extension.state.value_or(ExtensionState::granted) == ExtensionState::granted)
        check_bodies("extension-not-independent", item, extension.by);
    }
    for (const Closing& closing : item.closed) {
      if (closing.as.value_or(ClosedAs::done) != ClosedAs::done)
        check_bodies("closing-not-independent", item, closing.by);
    }
  }

 private:
  void check_bodies(Code code, const Item& item, const std::vector<Ref<Kind::unit>>& bodies) {
    for (const Ref<Kind::unit>& body : bodies) {
      if (const auto tie = tie_to(item, body.id))
        m_diagnostics.add(code, body.at, {body.id, *tie}, place_of(item, "unit"));
    }
  }

  static bool is_partner(const Item& item, std::string_view id) {
    return std::any_of(item.partners.begin(), item.partners.end(),
                       [&](const Ref<Kind::unit>& partner) { return partner.id == id; });
  }

  // How the body depends on who corrects, if it does.
  [[nodiscard]] std::optional<Term> tie_to(const Item& item, const std::string& body) const {
    if (body.empty()) return std::nullopt;
    if (body == item.unit.id) return Term{"就是责任单位", "is the unit that answers for it"};
    if (is_partner(item, body)) return Term{"是配合单位", "is a partner"};
    std::string above = body;
    for (int depth = 0; depth < kDeepestTree; ++depth) {
      const Unit* unit = m_site.records.find<Unit>(above);
      if (unit == nullptr || !unit->parent.given()) return std::nullopt;
      above = unit->parent.id;
      if (above == item.unit.id || is_partner(item, above))
        return Term{"在“" + above + "”之下", "is below `" + above + "`"};
    }
    return std::nullopt;
  }

  const Site& m_site;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_independence(const Site& site, Diagnostics& diagnostics) {
  IndependenceCheck check(site, diagnostics);
  for (const Item& item : site.records.all<Item>()) {
    if (!item.withdrawn) check.check(item);
  }
}

}  // namespace gongshi
