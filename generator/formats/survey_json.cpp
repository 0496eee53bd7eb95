#include "formats/survey_json.hpp"

#include "derive/poll_figures.hpp"
#include "views/shown_polls.hpp"

namespace gongshi {
namespace {

ExtraMember number_or_null(std::string_view key, std::optional<std::string> number) {
  return {key, [number = std::move(number)](JsonWriter& json) {
            if (number) {
              json.number(*number);
            } else {
              json.null();
            }
          }};
}

void write_results(JsonWriter& json, const Survey& survey, const std::vector<SurveyResult>& results,
                   const PollTable& table) {
  json.begin_array();
  for (std::size_t i = 0; i < results.size(); ++i) {
    PollFigures figures = figures_of(survey, results, table.rows[i]);
    std::optional<std::string> satisfied;
    if (figures.satisfied) satisfied = std::to_string(*figures.satisfied);
    const std::string_view marker = choices(PollMarker{})[static_cast<std::size_t>(figures.marker)].key;
    write_mapping(json, fields_of(&results[i]), &results[i],
                  {number_or_null("satisfied", std::move(satisfied)),
                   number_or_null("rate", std::move(figures.rate)),
                   number_or_null("low", std::move(figures.low)),
                   number_or_null("high", std::move(figures.high)),
                   {"marker", [marker](JsonWriter& out) { out.text(marker); }}});
  }
  json.end_array();
}

}  // namespace

std::vector<ExtraMember> survey_members(const PublishedSite& site, std::size_t index) {
  const Survey& survey = *site.records().all<Survey>()[index];
  std::vector<ExtraMember> members;
  if (!survey.results.empty()) {
    members.push_back({"results", [&survey, table = shown_table(site, index)](JsonWriter& json) {
                         write_results(json, survey, survey.results, table);
                       }});
  }
  if (!survey.aspects.empty()) {
    members.push_back({"aspects", [&site, &survey, index](JsonWriter& json) {
                         json.begin_array();
                         for (std::size_t i = 0; i < survey.aspects.size(); ++i) {
                           const Aspect& aspect = survey.aspects[i];
                           std::vector<ExtraMember> results;
                           if (!aspect.results.empty()) {
                             results.push_back({"results", [&](JsonWriter& out) {
                                                  write_results(out, survey, aspect.results,
                                                                shown_aspect(site, index, i));
                                                }});
                           }
                           write_mapping(json, fields_of(&aspect), &aspect, results);
                         }
                         json.end_array();
                       }});
  }
  return members;
}

}  // namespace gongshi
