#include "views/duty_matrix.hpp"

#include <algorithm>
#include <set>

#include "views/build_pages.hpp"

namespace gongshi {
namespace {

/// So many units side by side can still be read; more of them make further tables.
constexpr std::size_t kUnitsInATable = 8;

// The units that any duty addresses or that fulfilled one, in order of their ids.
RecordPlaces units_of_duties(const PublishedSite& site) {
  RecordPlaces units;
  const auto add = [&](const std::string& id) {
    if (const auto index = site.records().find_index<Unit>(id)) units.push_back(*index);
  };
  for (const Published<Duty>& duty : site.records().all<Duty>()) {
    for (const auto& unit : duty->to) add(unit.id);
    for (const Fulfilment& fulfilment : duty->fulfilled) add(fulfilment.unit.id);
  }
  return each_once(std::move(units));
}

bool addresses(const Duty& duty, std::string_view unit) {
  return std::any_of(duty.to.begin(), duty.to.end(), [&](const auto& to) { return to.id == unit; });
}

class DutyMatrix {
 public:
  explicit DutyMatrix(const ViewContext& context)
      : m_context(context), m_site(context.site()), m_path(index_path(Kind::duty)) {}

  ViewList tables() {
    const RecordPlaces units = units_of_duties(m_site);
    ViewList all;
    for (std::size_t first = 0; first < std::max<std::size_t>(units.size(), 1); first += kUnitsInATable) {
      const std::size_t count = std::min(kUnitsInATable, units.size() - first);
      all.emplace_back(table({units.begin() + static_cast<std::ptrdiff_t>(first),
                              units.begin() + static_cast<std::ptrdiff_t>(first + count)}));
    }
    return all;
  }

  // Duties that somebody still owes: [{link, note}], the note naming them.
  ViewList owing() {
    ViewList entries;
    const auto& duties = m_site.records().all<Duty>();
    for (std::uint32_t i = 0; i < duties.size(); ++i) {
      std::string names;
      for (const std::string_view id : still_owing(*duties[i])) {
        const auto unit = m_site.records().find_index<Unit>(id);
        if (unit)
          names += (names.empty() ? "" : m_context.word("duties.and")) + m_context.title({Kind::unit, *unit});
      }
      if (!names.empty())
        entries.emplace_back(entry_of(m_context, {Kind::duty, i}, m_path, std::move(names)));
    }
    return entries;
  }

 private:
  ViewObject table(const RecordPlaces& units) {
    std::vector<std::string> headings = {m_context.word("duties.duty")};
    for (const std::uint32_t unit : units) headings.push_back(m_context.title({Kind::unit, unit}));
    TableView table(m_context.word("duties.caption"), std::move(headings));
    const auto& duties = m_site.records().all<Duty>();
    for (std::uint32_t i = 0; i < duties.size(); ++i) {
      if (duties[i]->withdrawn) continue;
      std::vector<TableCell> cells;
      for (const std::uint32_t unit : units)
        cells.push_back(cell_of(*duties[i], m_site.records().all<Unit>()[unit]->id));
      std::string note = duties[i]->trigger;
      if (others_came_first(m_site, *duties[i]))
        note += (note.empty() ? "" : " ") + m_context.word("duties.others_first");
      table.add(entry_of(m_context, {Kind::duty, i}, m_path, std::move(note)), std::move(cells));
    }
    return table.take();
  }

  // Done with its day and record, not done, or not asked.
  TableCell cell_of(const Duty& duty, const std::string& unit) {
    const Fulfilment* fulfilment = fulfilment_of(duty, unit);
    if (fulfilment == nullptr)
      return text_cell(m_context.word(addresses(duty, unit) ? "duties.not_done" : "duties.not_asked"));
    TableCell cell;
    const std::vector<RecordKey> shown = records_named(m_site.records(), fulfilment->record.id);
    cell.entries.emplace_back(
        entry_view(ViewContext::plain(m_context.word("duties.done")), fulfilment->date.text()));
    if (!shown.empty()) cell.entries.emplace_back(entry_of(m_context, shown.front(), m_path));
    return cell;
  }

  const ViewContext& m_context;
  const PublishedSite& m_site;
  std::string m_path;
};

}  // namespace

const Fulfilment* fulfilment_of(const Duty& duty, std::string_view unit) {
  const Fulfilment* found = nullptr;
  for (const Fulfilment& fulfilment : duty.fulfilled) {
    if (fulfilment.unit.id == unit) found = &fulfilment;
  }
  return found;
}

bool is_head_office(const PublishedSite& site, std::string_view unit) {
  std::set<std::string_view> seen;
  for (const auto* found = site.records().find<Unit>(unit);
       found != nullptr && seen.insert((*found)->id).second;
       found = site.records().find<Unit>((*found)->parent.id)) {
    if ((*found)->type == UnitType::office) return true;
  }
  return false;
}

bool others_came_first(const PublishedSite& site, const Duty& duty) {
  for (const auto& addressed : duty.to) {
    if (!is_head_office(site, addressed.id)) continue;
    const Fulfilment* own = fulfilment_of(duty, addressed.id);
    const bool before =
        std::any_of(duty.fulfilled.begin(), duty.fulfilled.end(), [&](const Fulfilment& other) {
          if (other.unit.id.empty() || is_head_office(site, other.unit.id)) return false;
          if (own == nullptr) return true;
          return own->date.known() && other.date.known() && other.date.last_day() < own->date.last_day();
        });
    if (before) return true;
  }
  return false;
}

std::vector<std::string_view> still_owing(const Duty& duty) {
  std::vector<std::string_view> units;
  for (const auto& addressed : duty.to) {
    if (fulfilment_of(duty, addressed.id) == nullptr) units.emplace_back(addressed.id);
  }
  return units;
}

PageView duty_matrix_page(const ViewContext& context) {
  const std::string path = index_path(Kind::duty);
  DutyMatrix matrix(context);
  PageView page;
  page.template_name = "pages/duties";
  page.title = context.word("kinds.duties");
  const std::string count = std::to_string(context.site().count(Kind::duty));
  page.description = context.sentence("index.description", {{"kind", page.title}, {"count", count}});
  page.view.set("title", page.title)
      .set("count", count)
      .set("tables", context.site().count(Kind::duty) == 0 ? ViewList() : matrix.tables())
      .set("owing", matrix.owing())
      .set("json", context.offers(OutputName::json) ? relative_address(path, table_json_path(Kind::duty))
                                                    : std::string());
  return page;
}

}  // namespace gongshi
