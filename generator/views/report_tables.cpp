// The tables of a stage's report: what was done and what not, the rules made, what the body found in itself,
// and consultations and polls where they are too many to be told one by one.
#include <algorithm>

#include "views/build_pages.hpp"
#include "views/kind_table.hpp"
#include "views/stage.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

class ReportTables {
 public:
  ReportTables(const ViewContext& context, Stage stage, std::string path)
      : m_context(context), m_site(context.site()), m_stage(std::move(stage)), m_path(std::move(path)) {}

  LongTables make() {
    std::vector<LongTable> tables = {done(), not_done(), rules(), self_found()};
    tables.push_back(kind_table(m_context, Kind::consultation, m_path, "consultations",
                                records_of<Consultation>(m_site, m_stage), Kind::phase));
    tables.push_back(
        kind_table(m_context, Kind::survey, m_path, "surveys", records_of<Survey>(m_site, m_stage)));
    return share(std::move(tables));
  }

 private:
  [[nodiscard]] LongTable table(std::string section, const std::vector<std::string_view>& headings,
                                RecordPlaces rows) const {
    LongTable table;
    table.path = m_path;
    table.caption = m_context.word("report." + section + "_caption");
    table.section = std::move(section);
    for (const std::string_view heading : headings) table.headings.push_back(m_context.word(heading));
    table.rows = std::move(rows);
    return table;
  }

  [[nodiscard]] LongTable done() const {
    LongTable made = table("done", {"report.item", "report.measures", "report.effect"}, m_stage.settled);
    made.kind = Kind::item;
    made.add_row = [&context = m_context](std::uint32_t place, std::string_view from, TableView& view) {
      const Published<Item>& item = context.site().records().all<Item>()[place];
      view.add(entry_of(context, {Kind::item, place}, from,
                        closed_as(context, *item, context.site().state(place))),
               {measures_cell(context, item),
                text_cell(item->effect.empty() ? context.word("report.no_effect") : item->effect)});
    };
    return made;
  }

  // Overdue ones first.
  [[nodiscard]] LongTable not_done() const {
    RecordPlaces open;
    std::set_difference(m_stage.items.begin(), m_stage.items.end(), m_stage.settled.begin(),
                        m_stage.settled.end(), std::back_inserter(open));
    std::stable_partition(open.begin(), open.end(),
                          [&](std::uint32_t i) { return m_site.state(i).has(ItemFlag::overdue); });
    LongTable made = table("not_done", {"report.item", "report.measures", "report.next"}, std::move(open));
    made.kind = Kind::item;
    made.add_row = [&context = m_context](std::uint32_t place, std::string_view from, TableView& view) {
      const Published<Item>& item = context.site().records().all<Item>()[place];
      view.add(entry_of(context, {Kind::item, place}, from),
               {measures_cell(context, item),
                text_cell(item->next_step ? item->next_step->text : context.word("report.no_next"))});
    };
    return made;
  }

  // The rules that answer the stage's corrections.
  [[nodiscard]] LongTable rules() const {
    RecordPlaces rules;
    for (const std::uint32_t i : m_stage.items) {
      for (const std::uint32_t rule : institutions_of_item(m_site, i)) rules.push_back(rule);
    }
    LongTable made = table("rules", {"report.rule", "report.answers"}, each_once(std::move(rules)));
    made.add_row = [&context = m_context](std::uint32_t rule, std::string_view from, TableView& view) {
      TableCell answers;
      answers.entries = item_entries(context, items_of_institution(context.site(), rule), from);
      view.add(*institution_entries(context, {rule}, from).front().as<ViewObject>(), {std::move(answers)});
    };
    return made;
  }

  // Shortcomings that the body found in itself.
  [[nodiscard]] LongTable self_found() const {
    RecordPlaces places;
    for (const std::uint32_t i : m_stage.items) {
      if (m_site.records().all<Item>()[i]->origin == Origin::self_found) places.push_back(i);
    }
    LongTable made = kind_table(m_context, Kind::item, m_path, "self_found", std::move(places));
    made.caption = m_context.word("report.self_found");
    return made;
  }

  // Closed as something else than done, in words.
  static std::string closed_as(const ViewContext& context, const Item& item, const ItemState& state) {
    if (state.status != ItemStatus::closed || item.closed.empty()) return {};
    const ClosedAs as = item.closed.back().as.value_or(ClosedAs::done);
    return as == ClosedAs::done ? std::string()
                                : context.label(choices(ClosedAs{})[static_cast<std::size_t>(as)]);
  }

  static TableCell measures_cell(const ViewContext& context, const Published<Item>& item) {
    TableCell cell;
    cell.entries = measure_entries(context, item);
    return cell;
  }

  const ViewContext& m_context;
  const PublishedSite& m_site;
  Stage m_stage;
  std::string m_path;
};

}  // namespace

LongTables report_tables(const ViewContext& context, std::optional<std::uint32_t> phase,
                         const std::string& path) {
  return ReportTables(context, stage_of(context.site(), phase), path).make();
}

}  // namespace gongshi
