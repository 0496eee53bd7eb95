// One finding, as a value: which message, where, and the typed arguments its words need. It is
// worded only when printed, in the reader's language.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/messages.hpp"
#include "diagnostics/position.hpp"

namespace gongshi {

/// A word of ours that differs by language, such as the label of a kind.
struct Term {
  std::string zh;
  std::string en;
  friend auto operator<=>(const Term&, const Term&) = default;
};

using Argument = std::variant<std::string, std::int64_t, Term>;

struct Diagnostic {
  const Message* message = nullptr;
  Position at;
  std::vector<Argument> arguments;
  Position related;
  /// Place in words where there is no source position, such as an output path or an option.
  std::string place;
  /// What completes a code that stands for many, `missing-` for one: the key that is missing.
  std::string code_suffix;
  /// The level that the site chose for this rule, where it is not the message's own.
  std::optional<Severity> chosen_level = {};

  [[nodiscard]] Severity severity() const { return chosen_level.value_or(message->severity); }
  [[nodiscard]] std::string code() const { return std::string(message->code) + code_suffix; }
};

/// Collects the findings of a run. Safe to add to from several threads.
class Diagnostics {
 public:
  void add(Code code, Position at, std::vector<Argument> arguments = {}, Position related = {});
  void add_at_place(Code code, std::string place, std::vector<Argument> arguments = {});
  void add(Diagnostic diagnostic);

  /// Keeps the findings for which `judge` is true; it may set their level.
  void settle(const std::function<bool(Diagnostic&)>& judge);

  [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }
  [[nodiscard]] std::size_t count(Severity severity) const;

  /// All findings, each once, by source, offset and code.
  [[nodiscard]] std::vector<Diagnostic> sorted() const;

 private:
  mutable std::mutex m_mutex;
  std::vector<Diagnostic> m_all;
};

}  // namespace gongshi
