#include "views/unit_tables.hpp"

#include <algorithm>

#include "views/build_pages.hpp"
#include "views/duty_matrix.hpp"
#include "views/kind_table.hpp"
#include "views/poll_rows.hpp"
#include "views/status_chart.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

const std::string& id_of(const PublishedSite& site, std::uint32_t unit) {
  return site.records().all<Unit>()[unit]->id;
}

std::optional<std::size_t> result_of(const PublishedSite& site, std::uint32_t survey, std::uint32_t unit) {
  const Survey& poll = *site.records().all<Survey>()[survey];
  return poll.withdrawn ? std::nullopt : find_result(poll, id_of(site, unit));
}

bool is_addressed(const Duty& duty, const std::string& unit) {
  return std::any_of(duty.to.begin(), duty.to.end(), [&](const auto& to) { return to.id == unit; });
}

LongTable empty_table(const ViewContext& context, std::uint32_t unit, std::string section,
                      const std::vector<std::string_view>& headings) {
  LongTable table;
  table.path = record_path(Kind::unit, id_of(context.site(), unit));
  table.caption = context.word("unit_page." + section + "_caption");
  table.section = std::move(section);
  for (const std::string_view heading : headings) table.headings.push_back(context.word(heading));
  return table;
}

// The text of a member of a poll's row.
TableCell row_cell(const ViewObject& row, std::string_view member) {
  TableCell cell = text_cell(*row.find(member)->as<std::string>());
  cell.number = true;
  return cell;
}

void add_poll(const ViewContext& context, std::uint32_t survey, std::uint32_t unit, std::string_view from,
              TableView& table) {
  const Published<Survey>& poll = context.site().records().all<Survey>()[survey];
  const ShownResults results{
      {Kind::survey, survey}, *poll, poll->results, shown_table(context.site(), survey)};
  const ViewObject row = poll_row(context, results, {from}, *result_of(context.site(), survey, unit));
  TableCell rate = row_cell(row, "rate_text");
  const std::string& missing = *row.find("missing")->as<std::string>();
  if (!missing.empty()) rate = text_cell(missing);
  table.add(*survey_entries(context, {survey}, from).front().as<ViewObject>(),
            {row_cell(row, "positive"), row_cell(row, "valid"), std::move(rate),
             text_cell(*row.find("method")->as<std::string>())});
}

LongTable poll_table_of(const ViewContext& context, std::uint32_t unit) {
  LongTable table = empty_table(context, unit, "polls",
                                {"unit_page.poll", "survey_page.positive_column", "survey_page.valid_column",
                                 "survey_page.rate_column", "survey_page.method_column"});
  for (const RecordKey& key : context.site().named_by({Kind::unit, unit})) {
    if (key.kind == Kind::survey && result_of(context.site(), key.index, unit))
      table.rows.push_back(key.index);
  }
  table.add_row = [&context, unit](std::uint32_t survey, std::string_view from, TableView& view) {
    add_poll(context, survey, unit, from, view);
  };
  return table;
}

// The rules that answer the unit's corrections.
LongTable rule_table(const ViewContext& context, std::uint32_t unit) {
  RecordPlaces rules;
  for (const std::uint32_t item : own_items(context.site(), unit)) {
    for (const std::uint32_t rule : institutions_of_item(context.site(), item)) rules.push_back(rule);
  }
  LongTable table =
      kind_table(context, Kind::institution, record_path(Kind::unit, id_of(context.site(), unit)), "answers",
                 each_once(std::move(rules)));
  table.caption = context.word("unit_page.answers_caption");
  return table;
}

LongTable duty_table(const ViewContext& context, std::uint32_t unit) {
  LongTable table = empty_table(context, unit, "owes", {"duties.duty", "unit_page.fulfilled"});
  const auto& duties = context.site().records().all<Duty>();
  const std::string& id = id_of(context.site(), unit);
  for (std::uint32_t i = 0; i < duties.size(); ++i) {
    if (!duties[i]->withdrawn && is_addressed(*duties[i], id)) table.rows.push_back(i);
  }
  table.add_row = [&context, id](std::uint32_t place, std::string_view from, TableView& view) {
    const Duty& duty = *context.site().records().all<Duty>()[place];
    const Fulfilment* fulfilled = fulfilment_of(duty, id);
    TableCell cell = text_cell(context.word(fulfilled == nullptr ? "duties.not_done" : "duties.done"));
    if (fulfilled != nullptr && fulfilled->date.known())
      cell = text_cell(context.word("duties.done") + " " + fulfilled->date.text());
    view.add(entry_of(context, {Kind::duty, place}, from, duty.trigger), {std::move(cell)});
  };
  return table;
}

}  // namespace

RecordPlaces own_items(const PublishedSite& site, std::uint32_t unit) {
  RecordPlaces places;
  for (const RecordKey& key : site.named_by({Kind::unit, unit})) {
    if (key.kind == Kind::item && site.records().all<Item>()[key.index]->unit.id == id_of(site, unit))
      places.push_back(key.index);
  }
  return places;
}

std::vector<LongTable> unit_tables(const ViewContext& context, std::uint32_t unit) {
  const std::string path = record_path(Kind::unit, id_of(context.site(), unit));
  const RecordPlaces own = own_items(context.site(), unit);
  RecordPlaces shared;
  for (const RecordKey& key : context.site().named_by({Kind::unit, unit})) {
    if (key.kind == Kind::item && !std::binary_search(own.begin(), own.end(), key.index))
      shared.push_back(key.index);
  }
  LongTable mine = kind_table(context, Kind::item, path, "own", own, Kind::unit);
  mine.caption = context.word("unit_page.own_caption");
  LongTable others = kind_table(context, Kind::item, path, "shared", std::move(shared));
  others.caption = context.word("unit_page.shared_caption");
  return {std::move(mine), poll_table_of(context, unit), rule_table(context, unit), duty_table(context, unit),
          std::move(others)};
}

bool is_in_unit_tables(const PublishedSite& site, std::uint32_t unit, RecordKey namer) {
  if (namer.kind == Kind::item || namer.kind == Kind::plan) return true;
  if (namer.kind == Kind::survey) return result_of(site, namer.index, unit).has_value();
  return namer.kind == Kind::duty &&
         is_addressed(*site.records().all<Duty>()[namer.index], id_of(site, unit));
}

LongTable unit_index_table(const ViewContext& context) {
  const PublishedSite& site = context.site();
  const std::vector<std::uint32_t> order = units_in_order(site);
  std::vector<ItemTally> tallies(order.size());
  std::size_t scale = 1;
  for (const std::uint32_t unit : order) {
    tallies[unit] = tally_of(site, own_items(site, unit));
    scale = std::max(scale, tallies[unit].total);
  }
  LongTable table;
  table.path = index_path(Kind::unit);
  table.section = "all";
  table.caption = context.word("kinds.units");
  table.headings = {context.word("index.title_column"),
                    context.label(*fields_of(static_cast<const Unit*>(nullptr)).find("type")),
                    context.word("unit_page.total_column"),
                    context.word("unit_page.bar_column"),
                    context.word("unit_page.closed_column"),
                    context.word("unit_page.overdue_column")};
  table.rows = order;
  table.on_page = 50;
  table.add_row = [&context, tallies, scale](std::uint32_t unit, std::string_view from, TableView& view) {
    const ItemTally& tally = tallies[unit];
    const Choice<UnitType>& type = context.site().records().all<Unit>()[unit]->type;
    const auto number = [](std::size_t count) { return number_cell(static_cast<std::int64_t>(count)); };
    TableCell bar;
    bar.chart = status_bar(context, tally, scale);
    view.add(entry_of(context, {Kind::unit, unit}, from),
             {text_cell(type.given() ? context.label(choices(UnitType{})[type.index]) : std::string()),
              number(tally.total), std::move(bar), number(tally.of(ItemStatus::closed)),
              number(tally.of(ItemFlag::overdue))});
  };
  return table;
}

}  // namespace gongshi
