#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace gongshi {

void Diagnostics::add(Code code, Position at, std::vector<Argument> arguments, Position related) {
  add(Diagnostic{&code.message(), at, std::move(arguments), related, {}, {}});
}

void Diagnostics::add_at_place(Code code, std::string place, std::vector<Argument> arguments) {
  add(Diagnostic{&code.message(), {}, std::move(arguments), {}, std::move(place), {}});
}

void Diagnostics::add(Diagnostic diagnostic) {
  const std::scoped_lock lock(m_mutex);
  m_all.push_back(std::move(diagnostic));
}

void Diagnostics::settle(const std::function<bool(Diagnostic&)>& judge) {
  const std::scoped_lock lock(m_mutex);
  std::erase_if(m_all, [&](Diagnostic& d) { return !judge(d); });
}

std::size_t Diagnostics::count(Severity severity) const {
  const std::scoped_lock lock(m_mutex);
  return static_cast<std::size_t>(std::count_if(
      m_all.begin(), m_all.end(), [=](const Diagnostic& d) { return d.severity() == severity; }));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.at.file, d.at.offset, d.place, d.message->code, d.code_suffix, d.related.file,
                    d.related.offset, d.arguments);
  };
  std::vector<Diagnostic> all;
  {
    const std::scoped_lock lock(m_mutex);
    all = m_all;
  }
  std::stable_sort(all.begin(), all.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto same = [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

}  // namespace gongshi
