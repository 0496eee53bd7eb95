#include "tables/derived_cells.hpp"

#include <stdexcept>

#include "derive/poll_figures.hpp"
#include "publish/figure_levels.hpp"
#include "publish/routes.hpp"
#include "tables/cells.hpp"

namespace gongshi {
namespace {

struct ResultPlace {
  const Survey& survey;
  const std::vector<SurveyResult>& results;
  const PollRow& row;
};

// Results stand in the survey itself, or in one of its aspects.
ResultPlace result_at(const PublishedSite& site, const RowPlace& place) {
  const std::size_t index = place.record.key().index;
  const Survey& survey = *site.records().all<Survey>()[index];
  if (place.parts.size() == 1) return {survey, survey.results, site.poll(index).rows[place.parts[0]]};
  return {survey, survey.aspects[place.parts[0]].results,
          site.poll(index, place.parts[0]).rows[place.parts[1]]};
}

Cell cell_of_date(Date date) { return date.known() ? given_cell(date.text()) : Cell{}; }

Cell cell_of_figure(const std::optional<std::string>& figure) {
  return figure ? given_cell(*figure) : Cell{};
}

std::string flags_of(const ItemState& state) {
  std::string all;
  for (const ItemFlag flag : state.flags) {
    if (!all.empty()) all += kListSeparator;
    all += choices(ItemFlag{})[static_cast<std::size_t>(flag)].key;
  }
  return all;
}

Cell state_cell(const ItemState& state, std::string_view key) {
  if (key == "status")
    return given_cell(std::string(choices(ItemStatus{})[static_cast<std::size_t>(state.status)].key));
  if (key == "original_deadline") return cell_of_date(state.original_deadline);
  if (key == "current_deadline") return cell_of_date(state.current_deadline);
  std::string flags = flags_of(state);
  return flags.empty() ? Cell{} : given_cell(std::move(flags));
}

Cell figure_cell(const ResultPlace& place, std::string_view key) {
  const PollFigures figures = figures_of(place.survey, place.results, place.row);
  if (key == "satisfied") return figures.satisfied ? given_cell(std::to_string(*figures.satisfied)) : Cell{};
  if (key == "rate") return cell_of_figure(figures.rate);
  if (key == "low") return cell_of_figure(figures.low);
  if (key == "high") return cell_of_figure(figures.high);
  return given_cell(std::string(choices(PollMarker{})[static_cast<std::size_t>(figures.marker)].key));
}

bool is_of_result(const Field& field) {
  const std::vector<Field>& fields = fields_of(static_cast<const SurveyResult*>(nullptr)).fields;
  return &field >= fields.data() && &field < fields.data() + fields.size();
}

}  // namespace

Cell derived_cell(const PublishedSite& site, const RowPlace& place, const Field& field) {
  const RecordKey key = place.record.key();
  if (field.key == "url") return given_cell(record_path(key.kind, place.record.common().id));
  if (field.key == "sha256") return given_cell(place.record.hash());
  if (is_of_result(field)) return figure_cell(result_at(site, place), field.key);
  if (key.kind != Kind::item) throw std::logic_error("a derived field that no table knows");
  return place.record.common().withdrawn ? Cell{} : state_cell(site.state(key.index), field.key);
}

bool is_withheld(const PublishedSite& site, const RowPlace& place, const Field& field) {
  return is_of_result(field) && needs_level(field.key) > result_at(site, place).row.level;
}

}  // namespace gongshi
