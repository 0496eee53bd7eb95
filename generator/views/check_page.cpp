// How this site is checked: every rule with its level, the thresholds, what was lowered or waived and why,
// how much the sources do not say. What the office let pass stands where everybody can read it.
#include <map>
#include <set>

#include "derive/working_days.hpp"
#include "diagnostics/rules.hpp"
#include "views/build_pages.hpp"

namespace gongshi {
namespace {

constexpr Bilingual kLevels[] = {{"错误", "error"}, {"警告", "warning"}};

std::string level_word(const ViewContext& context, Severity severity) {
  return std::string(kLevels[static_cast<std::size_t>(severity)].in(context.language()));
}

const RuleChoice* choice_of(const SiteConfig& config, std::string_view code) {
  for (const Keyed<RuleChoice>& rule : config.rules) {
    if (rule.key.value == code) return &rule.value;
  }
  return nullptr;
}

Severity level_of(const SiteConfig& config, const Message& message, std::string_view code) {
  const RuleChoice* choice = choice_of(config, code);
  if (choice == nullptr || !choice->level.given()) return message.severity;
  return choice->level == RuleLevel::error ? Severity::error : Severity::warning;
}

ViewList families_view(const ViewContext& context) {
  ViewList families;
  for (const RuleFamily& family : kRuleFamilies) {
    ViewList rules;
    for (const Message& message : family.rules) {
      const Severity level = level_of(context.site().config(), message, message.code);
      ViewObject rule;
      rule.set("code", message.code)
          .set("sentence", message.rule.in(context.language()))
          .set("level", level_word(context, level))
          .set("changed", level != message.severity);
      rules.emplace_back(std::move(rule));
    }
    ViewObject view;
    view.set("label", family.label.in(context.language())).set("rules", std::move(rules));
    families.emplace_back(std::move(view));
  }
  return families;
}

ViewList chosen_view(const ViewContext& context) {
  ViewList chosen;
  for (const Keyed<RuleChoice>& rule : context.site().config().rules) {
    const Message* message = find_message(rule.key.value);
    if (message == nullptr) message = find_message(kMissing);
    const Severity level = level_of(context.site().config(), *message, rule.key.value);
    ViewObject view;
    view.set("code", rule.key.value)
        .set("sentence", message->rule.in(context.language()))
        .set("level", level_word(context, level))
        .set("reason", rule.value.reason);
    chosen.emplace_back(std::move(view));
  }
  return chosen;
}

ViewList thresholds_view(const ViewContext& context) {
  const Limits& limits = context.site().limits();
  const Thresholds* given = context.site().config().thresholds.get();
  const FieldTable& table = fields_of(given);
  ViewList rows;
  const auto add = [&](std::string_view key, std::int64_t value) {
    const Field& field = *table.find(key);
    ViewObject row;
    row.set("label", context.label(field))
        .set("value", std::to_string(value))
        .set("meaning", field.meaning.in(context.language()))
        .set("by_site", given != nullptr && field.type->given(field.in(given)));
    rows.emplace_back(std::move(row));
  };
  add("satisfaction", limits.satisfaction);
  add("small_cell", limits.small_cell);
  add("headline_base", limits.headline_base);
  add("stale_days", limits.stale_days);
  add("start_days", limits.start_days);
  add("notice_days", limits.notice_days);
  return rows;
}

// Calls `visit` with every published record, kind by kind.
template <class Visit>
void each_record(const PublishedSite& site, const Visit& visit) {
  for (const KindName& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) visit(site.record({kind.kind, i}));
  }
}

ViewList waivers_view(const ViewContext& context) {
  ViewList waivers;
  each_record(context.site(), [&](const PublishedRecord& record) {
    for (const Waiver& waiver : record.common().waivers) {
      ViewObject view;
      view.set("link", context.link(record.key(), kCheckPath))
          .set("code", waiver.code)
          .set("field", waiver.field)
          .set("reason", waiver.reason);
      waivers.emplace_back(std::move(view));
    }
  });
  return waivers;
}

// A dotted key by the labels of its parts.
std::string label_of_path(const ViewContext& context, const FieldTable& table, std::string_view dotted) {
  const std::size_t dot = dotted.find('.');
  const Field* field = table.find(dotted.substr(0, dot));
  if (field == nullptr) return std::string(dotted);
  std::string label = context.label(*field);
  const ValueType* type = field->type->element != nullptr ? field->type->element : field->type;
  if (dot == std::string_view::npos || type->shape != Shape::mapping) return label;
  return label + " · " + label_of_path(context, type->table(), dotted.substr(dot + 1));
}

// How many published records of a kind list a field as not stated.
ViewList unstated_view(const ViewContext& context) {
  std::map<Kind, std::map<std::string, std::size_t>> counts;
  each_record(context.site(), [&](const PublishedRecord& record) {
    std::set<std::string> labels;
    for (const Placed<std::string>& name : record.common().not_stated)
      labels.insert(label_of_path(context, record.table(), name.value));
    for (const std::string& label : labels) ++counts[record.key().kind][label];
  });
  ViewList rows;
  for (const auto& [kind, by_label] : counts) {
    for (const auto& [label, count] : by_label) {
      ViewObject row;
      row.set("kind", context.label(kind)).set("label", label).set("count", std::to_string(count));
      rows.emplace_back(std::move(row));
    }
  }
  return rows;
}

// The years that a published notice runs through and that no published record of holidays names.
ViewList years_view(const ViewContext& context) {
  const WorkingDays days = working_days_of(context.site().records());
  std::set<int> years;
  for (const Published<Item>& item : context.site().records().all<Item>()) {
    for (const Notice& notice : item->notice) {
      if (!notice.from.known() || !notice.to.known()) continue;
      for (const int year : {int{notice.from.year}, int{notice.to.year}}) {
        if (days.lacks(year)) years.insert(year);
      }
    }
  }
  ViewList list;
  for (const int year : years) list.emplace_back(std::to_string(year));
  return list;
}

}  // namespace

PageView check_page(const ViewContext& context) {
  PageView page;
  page.template_name = "pages/check";
  page.title = context.word("check_page.title");
  page.description = context.word("check_page.description");
  page.view.set("title", page.title)
      .set("as_of", context.site().as_of().text())
      .set("notice", context.site().config().notice)
      .set("families", families_view(context))
      .set("thresholds", thresholds_view(context));
  page.view.set_list("has_chosen", "chosen", chosen_view(context));
  page.view.set_list("has_waivers", "waivers", waivers_view(context));
  page.view.set_list("has_unstated", "unstated", unstated_view(context));
  page.view.set_list("has_years", "years", years_view(context));
  return page;
}

}  // namespace gongshi
