#include "derive/timeline.hpp"

#include <algorithm>

namespace gongshi {
namespace {

class Timeline {
 public:
  explicit Timeline(Date as_of) : m_as_of(as_of) {}

  void add(Happening what, Date date, std::string text, const std::vector<Ref<Kind::unit>>& actors = {},
           const std::vector<Evidence>& evidence = {}) {
    if (!date.known() || date.first_day() > m_as_of.last_day()) return;
    m_events.push_back({what, date, std::move(text), actors, evidence});
  }

  std::vector<Event> take() {
    std::stable_sort(m_events.begin(), m_events.end(), [](const Event& a, const Event& b) {
      return std::pair(a.date.last_day(), a.what) < std::pair(b.date.last_day(), b.what);
    });
    return std::move(m_events);
  }

 private:
  Date m_as_of;
  std::vector<Event> m_events;
};

Happening happening_of(const Acceptance& acceptance) {
  return acceptance.result == AcceptanceResult::returned ? Happening::returned : Happening::accepted;
}

Happening happening_of(const Extension& extension) {
  switch (extension.state.value_or(ExtensionState::granted)) {
    case ExtensionState::asked:
      return Happening::extension_asked;
    case ExtensionState::refused:
      return Happening::extension_refused;
    case ExtensionState::granted:
      break;
  }
  return Happening::extended;
}

void add_work(const Item& item, Timeline& line) {
  if (item.raised) line.add(Happening::raised, item.raised->date, item.raised->number, item.raised->by);
  if (item.response) line.add(Happening::responded, item.response->date, item.response->text);
  line.add(Happening::started, item.started, {});
  for (const Progress& progress : item.progress)
    line.add(Happening::progressed, progress.date, progress.text, {}, progress.evidence);
  for (const Measure& measure : item.measures) line.add(Happening::measure_done, measure.done, measure.text);
}

void add_verdicts(const Item& item, Timeline& line) {
  for (const CompletionClaim& claim : item.claimed) line.add(Happening::claimed, claim.date, claim.text);
  for (const Acceptance& verdict : item.acceptance)
    line.add(happening_of(verdict), verdict.date, verdict.note, verdict.by, verdict.evidence);
  for (const Inspection& inspection : item.inspections)
    line.add(Happening::inspected, inspection.date, inspection.note, inspection.by);
  for (const Notice& notice : item.notice) line.add(Happening::noticed, notice.from, notice.to.text());
  for (const Closing& closing : item.closed)
    line.add(Happening::closed, closing.date, closing.reason, closing.by);
  for (const Reopening& reopening : item.reopened)
    line.add(Happening::reopened, reopening.date, reopening.reason);
}

void add_changes(const Item& item, Timeline& line) {
  for (const Extension& extension : item.extensions)
    line.add(happening_of(extension), extension.date, extension.to.text(), extension.by);
  for (const Move& move : item.moves) line.add(Happening::moved, move.date, move.reason, move.by);
  for (const Revision& revision : item.revisions)
    line.add(Happening::revised, revision.date, revision.reason, revision.by);
  if (item.merged_into) line.add(Happening::merged, item.merged_into->date, item.merged_into->reason);
  if (item.split_into) line.add(Happening::split, item.split_into->date, item.split_into->reason);
}

}  // namespace

std::span<const ChoiceWord> choices(Happening) {
  static constexpr ChoiceWord kWords[] = {
      {"raised", {"提出问题", "raised"}},
      {"responded", {"责任单位回应", "unit responded"}},
      {"started", {"开始整改", "work began"}},
      {"progressed", {"进展", "progress"}},
      {"measure-done", {"完成一项措施", "a measure done"}},
      {"claimed", {"单位自报完成", "unit reports completion"}},
      {"accepted", {"验收通过", "accepted"}},
      {"returned", {"验收退回", "returned"}},
      {"inspected", {"督查", "inspected"}},
      {"noticed", {"开始公示", "posted for objections"}},
      {"closed", {"销号", "closed"}},
      {"reopened", {"重新整改", "reopened"}},
      {"extension-asked", {"申请延期", "extension asked for"}},
      {"extended", {"批准延期", "deadline extended"}},
      {"extension-refused", {"未批准延期", "extension refused"}},
      {"moved", {"变更", "moved"}},
      {"revised", {"修订公布内容", "published text changed"}},
      {"merged", {"并入另一项", "merged into another"}},
      {"split", {"拆分", "split"}},
  };
  return kWords;
}

std::vector<Event> timeline_of(const Item& item, Date as_of) {
  Timeline line(as_of);
  add_work(item, line);
  add_verdicts(item, line);
  add_changes(item, line);
  return line.take();
}

}  // namespace gongshi
