// What each class of correction must carry, and that a deadline is moved by extensions alone.
#include "check/checks.hpp"
#include "check/places.hpp"
#include "derive/deadlines.hpp"

namespace gongshi {
namespace {

void check_class(const Item& item, Diagnostics& diagnostics) {
  const auto missing = [&](Code code, std::string_view key) {
    diagnostics.add(code, place_of(item, "class"), {name_of_key(item, item, key)});
  };
  if (item.item_class == ItemClass::by_deadline && !is_written(item, "deadline")) {
    const Placed<std::string>* entry = unstated(item, "deadline");
    if (entry == nullptr) missing("deadline-missing", "deadline");
    if (entry != nullptr && !item.source) diagnostics.add("deadline-not-stated", entry->at, {entry->value});
  }
  if (item.item_class == ItemClass::stepwise) {
    if (item.explanation.empty() && unstated(item, "explanation") == nullptr)
      missing("explanation-missing", "explanation");
    if (!is_written(item, "next_step") && unstated(item, "next_step") == nullptr)
      missing("next-step-missing", "next_step");
  }
}

// Where the deadline that an extension replaced was written.
Position place_before(const Item& item, const DeadlineHistory& history, const DeadlineChange& change) {
  Position place = place_of(item, "deadline");
  for (const DeadlineChange& earlier : history.changes) {
    if (earlier.extension == change.extension) break;
    if (earlier.granted) place = place_of(*earlier.extension, "to");
  }
  return place;
}

void check_extensions(const Item& item, Date as_of, Diagnostics& diagnostics) {
  if (!item.extensions.empty() && !is_written(item, "deadline") && unstated(item, "deadline") == nullptr) {
    diagnostics.add("extension-without-deadline", item.extensions.front().at,
                    {name_of_key(item, item, "deadline")});
  }
  const DeadlineHistory history = deadlines_of(item, as_of);
  for (const DeadlineChange& change : history.changes) {
    if (!change.granted || !change.before.known() || !change.extension->to.known()) continue;
    if (change.extension->to.last_day() > change.before.last_day()) continue;
    diagnostics.add("extension-not-later", place_of(*change.extension, "to"),
                    {change.extension->to.text(), change.before.text()}, place_before(item, history, change));
  }
}

void check_revisions(const Item& item, Diagnostics& diagnostics) {
  const Field& deadline = *fields_of(&item).find("deadline");
  for (const Revision& revision : item.revisions) {
    if (!(revision.kind == RevisionKind::revision)) continue;
    for (const Placed<std::string>& field : revision.fields) {
      if (field.value == deadline.key || field.value == deadline.label)
        diagnostics.add("deadline-overwritten", field.at, {field.value});
    }
  }
}

}  // namespace

void check_deadlines(const Site& site, Diagnostics& diagnostics) {
  for (const Item& item : site.records.all<Item>()) {
    if (item.withdrawn) continue;
    check_class(item, diagnostics);
    check_extensions(item, site.as_of, diagnostics);
    check_revisions(item, diagnostics);
  }
}

}  // namespace gongshi
