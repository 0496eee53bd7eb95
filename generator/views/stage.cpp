#include "views/stage.hpp"

namespace gongshi {
namespace {

bool is_settled(ItemStatus status) {
  return status == ItemStatus::accepted || status == ItemStatus::in_notice ||
         status == ItemStatus::notice_over || status == ItemStatus::closed;
}

}  // namespace

Stage stage_of(const PublishedSite& site, std::optional<std::uint32_t> phase) {
  Stage stage;
  if (phase) stage.phase = &site.records().all<Phase>()[*phase];
  const auto& items = site.records().all<Item>();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (site.state(i).left != ItemState::Left::no) continue;
    if (!stage.holds(*items[i])) {
      if (!items[i]->phase.given()) ++stage.without_phase;
      continue;
    }
    stage.items.push_back(i);
    if (is_settled(site.state(i).status)) stage.settled.push_back(i);
  }
  return stage;
}

RecordPlaces told_opinions(const PublishedSite& site, const Stage& stage) {
  const auto& opinions = site.records().all<Opinion>();
  RecordPlaces places;
  for (std::uint32_t i = 0; i < opinions.size(); ++i) {
    if (opinions[i]->withdrawn) continue;
    const auto* consultation = site.records().find<Consultation>(opinions[i]->consultation.id);
    if (stage.phase == nullptr || (consultation != nullptr && stage.holds(**consultation)))
      places.push_back(i);
  }
  return places;
}

}  // namespace gongshi
