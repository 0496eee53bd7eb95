// The closed list of messages, in the order of the pipeline, and the look-up by code that happens
// while compiling.
#pragma once

#include <array>
#include <cstddef>

#include "diagnostics/message.hpp"
#include "diagnostics/messages/closing_rules.hpp"
#include "diagnostics/messages/ledger_rules.hpp"
#include "diagnostics/messages/output.hpp"
#include "diagnostics/messages/poll.hpp"
#include "diagnostics/messages/preview.hpp"
#include "diagnostics/messages/privacy.hpp"
#include "diagnostics/messages/record.hpp"
#include "diagnostics/messages/sheet.hpp"
#include "diagnostics/messages/site.hpp"
#include "diagnostics/messages/source.hpp"
#include "diagnostics/messages/theme.hpp"
#include "diagnostics/messages/usage.hpp"
#include "diagnostics/messages/waivers.hpp"

namespace gongshi {

namespace detail {

template <std::size_t... Sizes>
constexpr auto join(const Message (&... families)[Sizes]) {
  std::array<const Message*, (Sizes + ...)> all{};
  std::size_t next = 0;
  const auto add = [&](const auto& family) {
    for (const Message& message : family) all[next++] = &message;
  };
  (add(families), ...);
  return all;
}

}  // namespace detail

inline constexpr auto kMessages =
    detail::join(messages::kUsage, messages::kSheet, messages::kSource, messages::kRecord, messages::kPoll,
                 messages::kSite, messages::kWaivers, messages::kPrivacy, messages::kDeadlineRules,
                 messages::kIndependenceRules, messages::kClosingRules, messages::kNoticeRules,
                 messages::kOrderRules, messages::kLedgerRules, messages::kCauseRules, messages::kCountRules,
                 messages::kAnswerRules, messages::kTheme, messages::kOutput, messages::kPreview);

/// The entry with this code, or null.
constexpr const Message* find_message(std::string_view code) {
  for (const Message* message : kMessages) {
    if (message->code == code) return message;
  }
  return nullptr;
}

/// A message named by its code; a literal that names none is a compile error.
class Code {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): call sites write the bare code
  consteval Code(const char* code) : m_message(find_message(code)) {
    if (m_message == nullptr) throw "no message has this code";
  }
  [[nodiscard]] const Message& message() const { return *m_message; }

 private:
  const Message* m_message;
};

}  // namespace gongshi
