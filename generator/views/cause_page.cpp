// The corrections of one institutional cause and the rules that answer it: strongly felt, long-standing
// and recurrent problems first. Each cause has its cure: what is not kept is enforced, what is incomplete
// is revised, what is missing is made.
#include <algorithm>
#include <array>

#include "views/build_pages.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

constexpr std::array<Cause, 3> kCauses = {Cause::not_kept, Cause::incomplete, Cause::no_rule};

bool weighs(const Item& item) { return item.pressure.given() || item.recurrent == std::optional(true); }

// Strongly felt, long-standing, recurrent, then the rest.
int rank_of(const Item& item) {
  if (item.pressure == Pressure::strong) return 0;
  if (item.pressure == Pressure::long_standing) return 1;
  return item.recurrent == std::optional(true) ? 2 : 3;
}

RecordPlaces items_with(const PublishedSite& site, Cause cause) {
  const auto& items = site.records().all<Item>();
  RecordPlaces places;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[i]->cause == cause) places.push_back(i);
  }
  std::stable_sort(places.begin(), places.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return rank_of(*items[a]) < rank_of(*items[b]); });
  return places;
}

TableCell weight_cell(const ViewContext& context, const Item& item) {
  TableCell cell;
  const auto add = [&](std::string words) {
    cell.entries.emplace_back(entry_view(ViewContext::plain(std::move(words))));
  };
  if (item.pressure.given()) add(context.label(choices(Pressure{})[item.pressure.index]));
  if (item.recurrent == std::optional(true)) add(context.word("causes.recurrent"));
  return cell;
}

ViewList unit_entry(const ViewContext& context, const std::string& id, std::string_view from) {
  ViewList entries;
  if (const auto unit = context.site().records().find_index<Unit>(id))
    entries.emplace_back(entry_view(context.link({Kind::unit, *unit}, from)));
  return entries;
}

// The rules that answer the problem, or why there is none.
TableCell answer_cell(const ViewContext& context, std::uint32_t place, std::string_view from) {
  const Item& item = *context.site().records().all<Item>()[place];
  TableCell cell;
  cell.entries = institution_entries(context, institutions_of_item(context.site(), place), from);
  if (!cell.entries.empty()) return cell;
  return text_cell(item.no_institution.empty() ? context.word("causes.no_answer") : item.no_institution);
}

LongTable item_table(const ViewContext& context, std::string path, RecordPlaces items) {
  LongTable table{std::move(path),
                  "items",
                  context.word("causes.items_caption"),
                  {context.word("causes.item"), context.word("causes.weight"), context.word("causes.unit"),
                   context.word("causes.answer")},
                  std::move(items),
                  {}};
  table.add_row = [&context](std::uint32_t place, std::string_view from, TableView& view) {
    const Item& item = *context.site().records().all<Item>()[place];
    view.add(entry_of(context, {Kind::item, place}, from), {weight_cell(context, item),
                                                            {unit_entry(context, item.unit.id, from)},
                                                            answer_cell(context, place, from)});
  };
  return table;
}

// The rules that name this cause, and those that corrections of this cause name.
RecordPlaces rules_of(const PublishedSite& site, const RecordPlaces& items, Cause cause) {
  const auto& institutions = site.records().all<Institution>();
  RecordPlaces rules;
  for (std::uint32_t i = 0; i < institutions.size(); ++i) {
    if (institutions[i]->cause == cause) rules.push_back(i);
  }
  for (const std::uint32_t item : items) {
    for (const std::uint32_t rule : institutions_of_item(site, item)) rules.push_back(rule);
  }
  return each_once(std::move(rules));
}

LongTable rule_table(const ViewContext& context, std::string path, RecordPlaces rules) {
  LongTable table{std::move(path),
                  "rules",
                  context.word("causes.rules_caption"),
                  {context.word("causes.rule"), context.word("causes.action"), context.word("causes.items")},
                  std::move(rules),
                  {}};
  table.add_row = [&context](std::uint32_t rule, std::string_view from, TableView& view) {
    const auto& action = context.site().records().all<Institution>()[rule]->action;
    TableCell answers;
    answers.entries = item_entries(context, items_of_institution(context.site(), rule), from);
    view.add(*institution_entries(context, {rule}, from).front().as<ViewObject>(),
             {text_cell(action.given() ? context.label(choices(InstitutionAction{})[action.index])
                                       : context.word("causes.no_action")),
              std::move(answers)});
  };
  return table;
}

// Corrections that must name their cause and do not.
LongTable unexplained_table(const ViewContext& context, std::string path) {
  LongTable table{std::move(path),
                  "unexplained",
                  context.word("causes.unexplained"),
                  {context.word("causes.item"), context.word("causes.weight"), context.word("causes.unit")},
                  {},
                  {}};
  const auto& items = context.site().records().all<Item>();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (weighs(*items[i]) && !items[i]->cause.given()) table.rows.push_back(i);
  }
  table.add_row = [&context](std::uint32_t place, std::string_view from, TableView& view) {
    const Item& item = *context.site().records().all<Item>()[place];
    view.add(entry_of(context, {Kind::item, place}, from),
             {weight_cell(context, item), {unit_entry(context, item.unit.id, from)}});
  };
  return table;
}

const ChoiceWord& word_of(Cause cause) { return choices(cause)[static_cast<std::size_t>(cause)]; }

ViewList other_causes(const ViewContext& context, std::string_view from) {
  ViewList links;
  for (const Cause cause : kCauses) {
    const ChoiceWord& word = choices(Cause{})[static_cast<std::size_t>(cause)];
    const std::string path = cause_path(word.key);
    ViewObject link;
    link.set("text", context.label(word))
        .set("href", relative_address(from, path))
        .set("is_link", path != from);
    links.emplace_back(std::move(link));
  }
  return links;
}

}  // namespace

bool has_causes(const PublishedSite& site) {
  const auto& items = site.records().all<Item>();
  return site.count(Kind::institution) > 0 ||
         std::any_of(items.begin(), items.end(),
                     [](const Published<Item>& item) { return item->cause.given() || weighs(*item); });
}

std::string cause_title(const ViewContext& context, Cause cause) {
  return context.sentence("causes.title", {{"cause", context.label(word_of(cause))}});
}

LongTables cause_tables(const ViewContext& context, Cause cause) {
  const std::string path = cause_path(word_of(cause).key);
  const RecordPlaces items = items_with(context.site(), cause);
  return share({item_table(context, path, items),
                rule_table(context, path, rules_of(context.site(), items, cause)),
                unexplained_table(context, path)});
}

PageView cause_page(const ViewContext& context, Cause cause, const LongTables& tables) {
  const std::string_view key = word_of(cause).key;
  PageView page;
  page.template_name = "pages/cause";
  page.title = cause_title(context, cause);
  page.description = context.word("causes.cure." + std::string(key));
  page.view.set("title", page.title)
      .set("cure", page.description)
      .set("causes", other_causes(context, cause_path(key)))
      .set("items", table_start(context, *tables, "items"))
      .set("rules", table_start(context, *tables, "rules"))
      .set("unexplained", table_start(context, *tables, "unexplained"));
  return page;
}

}  // namespace gongshi
