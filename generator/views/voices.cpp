#include "views/voices.hpp"

#include <algorithm>

namespace gongshi {
namespace {

/// What one voice said, before it is sorted in among the rest.
struct Saying {
  Date date;
  std::string verdict;
  std::string tone;
  std::string text;
  ViewList by = {};
  ViewValue link = false;
  ViewList notes = {};
};

ViewValue note(std::string text) {
  ViewObject one;
  one.set("text", std::move(text));
  return one;
}

class Voices {
 public:
  Voices(const ViewContext& context, std::uint32_t item, std::string_view from)
      : m_context(context),
        m_index(item),
        m_item(*context.site().records().all<Item>()[item]),
        m_from(from) {}

  ViewList all() {
    ViewList voices;
    voices.emplace_back(voice("unit", unit_says()));
    voices.emplace_back(voice("inspector", inspector_says()));
    voices.emplace_back(voice("public", public_says()));
    return voices;
  }

 private:
  std::vector<Saying> unit_says() {
    std::vector<Saying> said;
    if (m_item.response)
      said.push_back(
          {m_item.response->date, choice(m_item.response->position), "plain", m_item.response->text});
    for (const CompletionClaim& claim : m_item.claimed) {
      const ClaimExtent extent = claim.extent.value_or(ClaimExtent::full);
      said.push_back({claim.date, verdict("claim", choice(Choice<ClaimExtent>(extent))),
                      extent == ClaimExtent::full ? "claimed" : "partial", claim.text});
    }
    return said;
  }

  std::vector<Saying> inspector_says() {
    std::vector<Saying> said;
    said.reserve(m_item.inspections.size() + m_item.acceptance.size());
    for (const Inspection& inspection : m_item.inspections)
      said.push_back({inspection.date, verdict("inspection", choice(inspection.result)), "plain",
                      inspection.note, m_context.links(inspection.by, m_from)});
    for (const Acceptance& acceptance : m_item.acceptance) {
      Saying one{acceptance.date, verdict("acceptance", choice(acceptance.result)),
                 acceptance.result == AcceptanceResult::returned ? "returned" : "accepted", acceptance.note,
                 m_context.links(acceptance.by, m_from)};
      if (acceptance.method.given()) one.notes.push_back(note(choice(acceptance.method)));
      said.push_back(std::move(one));
    }
    for (const Closing& closing : m_item.closed)
      said.push_back({closing.date,
                      verdict("closing", choice(Choice<ClosedAs>(closing.as.value_or(ClosedAs::done)))),
                      "closed", closing.reason, m_context.links(closing.by, m_from)});
    return said;
  }

  std::vector<Saying> public_says() {
    std::vector<Saying> said;
    for (const RecordKey& key : m_context.site().named_by({Kind::item, m_index})) {
      if (key.kind != Kind::feedback) continue;
      const Feedback& feedback = *m_context.site().records().all<Feedback>()[key.index];
      if (feedback.withdrawn) continue;
      Saying one{feedback.received, choice(feedback.kind), tone_of(feedback), feedback.summary};
      one.link = m_context.link(key, m_from);
      one.notes.push_back(note(choice(feedback.status) +
                               (feedback.replied_on.known() ? " " + feedback.replied_on.text() : "")));
      if (feedback.satisfied)
        one.notes.push_back(
            note(m_context.word(*feedback.satisfied ? "voices.satisfied" : "voices.dissatisfied")));
      said.push_back(std::move(one));
    }
    return said;
  }

  static std::string tone_of(const Feedback& feedback) {
    const bool open = !(feedback.status == FeedbackStatus::answered) || feedback.satisfied == false;
    return feedback.kind == FeedbackKind::objection && open ? "overdue" : "plain";
  }

  ViewObject voice(std::string_view key, std::vector<Saying> said) const {
    std::stable_sort(said.begin(), said.end(), [](const Saying& a, const Saying& b) {
      if (a.date.known() != b.date.known()) return b.date.known();
      return a.date.known() && a.date.last_day() < b.date.last_day();
    });
    ViewList entries;
    for (Saying& one : said) {
      ViewObject entry;
      entry.set("date", one.date.text())
          .set("not_stated", !one.date.known())
          .set("verdict", std::move(one.verdict))
          .set("tone", std::move(one.tone))
          .set("by", std::move(one.by))
          .set("text", std::move(one.text))
          .set("link", std::move(one.link))
          .set("notes", std::move(one.notes));
      entries.emplace_back(std::move(entry));
    }
    ViewObject view;
    view.set("key", key)
        .set("heading", m_context.word("voices." + std::string(key)))
        .set("nothing", m_context.word("voices.nothing_" + std::string(key)))
        .set("entries", std::move(entries));
    return view;
  }

  [[nodiscard]] std::string verdict(std::string_view what, const std::string& words) const {
    return m_context.sentence("voices." + std::string(what), {{"what", words}});
  }

  template <class E>
  [[nodiscard]] std::string choice(const Choice<E>& value) const {
    return value.given() ? m_context.label(choices(E{})[value.index]) : std::string();
  }

  const ViewContext& m_context;
  std::uint32_t m_index;
  const Item& m_item;
  std::string_view m_from;
};

}  // namespace

ViewList voices_of(const ViewContext& context, std::uint32_t item, std::string_view from) {
  return Voices(context, item, from).all();
}

}  // namespace gongshi
