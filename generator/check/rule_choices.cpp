#include "check/rule_choices.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "check/places.hpp"
#include "diagnostics/rules.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

void add_keys(const FieldTable& table, std::set<std::string_view>& keys) {
  for (const Field& field : table.fields) {
    if (field.need == Need::required) keys.insert(field.key);
    const ValueType* type = field.type->element != nullptr ? field.type->element : field.type;
    if (type->shape == Shape::mapping) add_keys(type->table(), keys);
  }
}

// The keys that some record can lack.
const std::set<std::string_view>& required_keys() {
  static const std::set<std::string_view> keys = [] {
    std::set<std::string_view> all;
    for (const KindName& kind : kKinds) add_keys(fields_of(kind.kind), all);
    return all;
  }();
  return keys;
}

// The message with this code, missing-KEY being one of them where there is such a key.
const Message* message_of(std::string_view code) {
  if (const Message* exact = code == kMissing ? nullptr : find_message(code)) return exact;
  if (!code.starts_with(kMissing)) return nullptr;
  return required_keys().contains(code.substr(kMissing.size())) ? find_message(kMissing) : nullptr;
}

Term nearest_code(std::string_view code) {
  std::vector<std::string> missing;
  for (const std::string_view key : required_keys())
    missing.push_back(std::string(kMissing) + std::string(key));
  std::vector<std::string_view> known(missing.begin(), missing.end());
  for (const Message* message : kMessages) known.push_back(message->code);
  return nearest_hint(code, known);
}

const Field* find_field(const FieldTable& table, std::string_view dotted) {
  const std::size_t dot = dotted.find('.');
  const Field* field = table.find(dotted.substr(0, dot));
  if (field == nullptr || dot == std::string_view::npos) return field;
  const ValueType* type = field->type->element != nullptr ? field->type->element : field->type;
  return type->shape == Shape::mapping ? find_field(type->table(), dotted.substr(dot + 1)) : nullptr;
}

void check_waiver(const Waiver& waiver, const FieldTable& table, Diagnostics& diagnostics) {
  const Message* message = message_of(waiver.code);
  if (message == nullptr && !waiver.code.empty()) {
    diagnostics.add("waiver-unknown-code", place_of(waiver, "code"),
                    {waiver.code, nearest_code(waiver.code)});
  } else if (message != nullptr && !may_be_waived(*message)) {
    diagnostics.add("waiver-not-allowed", place_of(waiver, "code"), {waiver.code});
  }
  if (waiver.field.empty() || find_field(table, waiver.field) != nullptr) return;
  diagnostics.add("waiver-unknown-field", place_of(waiver, "field"),
                  {waiver.field, Term{std::string(table.label.zh), std::string(table.label.en)},
                   hint_of_key(waiver.field, table)});
}

struct WaivingRecord {
  const Record* record;
  const FieldTable* table;
};

// The outermost key of the record at whose value the place is, or null before the first one.
const Field* field_at(const WaivingRecord& waiving, Position at) {
  const Field* last = nullptr;
  for (const GivenKey& given : waiving.record->given) {
    if (given.key.offset > at.offset) break;
    last = &waiving.table->fields[given.field];
  }
  return last;
}

bool lifts(const Waiver& waiver, const Diagnostic& finding, const WaivingRecord& waiving) {
  if (waiver.code != finding.code() || !may_be_waived(*finding.message)) return false;
  if (waiver.field.empty()) return true;
  const std::size_t dot = waiver.field.rfind('.');
  const std::string_view innermost =
      std::string_view(waiver.field).substr(dot == std::string::npos ? 0 : dot + 1);
  if (innermost == finding.code_suffix) return true;
  const Field* waived = find_field(*waiving.table, waiver.field);
  if (waived != nullptr && waived->key == finding.code_suffix) return true;
  const Field* outermost = waiving.table->find(waiver.field.substr(0, waiver.field.find('.')));
  return outermost != nullptr && outermost == field_at(waiving, finding.at);
}

}  // namespace

void check_rule_choices(const SiteConfig& config, Diagnostics& diagnostics) {
  for (const Keyed<RuleChoice>& rule : config.rules) {
    const std::string& code = rule.key.value;
    const Message* message = message_of(code);
    if (message == nullptr) {
      diagnostics.add("rule-unknown-code", rule.key.at, {code, nearest_code(code)});
    } else if (!may_be_lowered(*message)) {
      diagnostics.add("rule-not-lowerable", rule.key.at, {code});
    }
  }
}

void check_waivers(const Site& site, Diagnostics& diagnostics) {
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      for (const Waiver& waiver : record.waivers) check_waiver(waiver, fields_of(&record), diagnostics);
    }
  });
}

void settle_findings(const Site& site, Diagnostics& diagnostics) {
  std::map<std::string, Severity, std::less<>> levels;
  for (const Keyed<RuleChoice>& rule : site.config.rules) {
    if (rule.value.level.given())
      levels[rule.key.value] = rule.value.level == RuleLevel::error ? Severity::error : Severity::warning;
  }
  std::map<std::uint32_t, WaivingRecord> waiving;  // by file
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      if (!record.waivers.empty()) waiving[record.at.file] = {&record, &fields_of(&record)};
    }
  });
  diagnostics.settle([&](Diagnostic& finding) {
    if (const auto level = levels.find(finding.code());
        level != levels.end() && may_be_lowered(*finding.message))
      finding.chosen_level = level->second;
    const auto record = finding.at.known() ? waiving.find(finding.at.file) : waiving.end();
    if (record == waiving.end()) return true;
    const auto& waivers = record->second.record->waivers;
    return std::none_of(waivers.begin(), waivers.end(),
                        [&](const Waiver& waiver) { return lifts(waiver, finding, record->second); });
  });
}

}  // namespace gongshi
