#include "views/state_view.hpp"

namespace gongshi {

ViewObject state_view(const ViewContext& context, const ItemState& state) {
  const ChoiceWord& status = choices(ItemStatus{})[static_cast<std::size_t>(state.status)];
  ViewList flags;
  for (const ItemFlag flag : state.flags) {
    const ChoiceWord& word = choices(ItemFlag{})[static_cast<std::size_t>(flag)];
    ViewObject one;
    one.set("flag", word.key).set("label", context.label(word));
    flags.emplace_back(std::move(one));
  }
  const bool moved = !(state.original_deadline == state.current_deadline);
  ViewObject view;
  view.set("status", status.key)
      .set("status_label", context.label(status))
      .set("flags", std::move(flags))
      .set("reported_in_time", state.reported_in_time)
      .set("deadline", state.current_deadline.text())
      .set("original_deadline", moved ? state.original_deadline.text() : std::string());
  return view;
}

}  // namespace gongshi
