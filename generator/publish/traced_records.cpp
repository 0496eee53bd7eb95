#include "publish/traced_records.hpp"

#include <algorithm>

namespace gongshi {
namespace {

// What `self` names in `references`, and the records of kind R that name `self`.
template <class R, class References>
RecordPlaces linked(const PublishedSite& site, RecordKey self, const References& references) {
  RecordPlaces places;
  for (const Reference& reference : references) {
    if (const auto index = site.records().find_index<R>(reference.id)) places.push_back(*index);
  }
  for (const RecordKey& key : site.named_by(self)) {
    if (key.kind == R::kKind) places.push_back(key.index);
  }
  return each_once(std::move(places));
}

// The poll in which people judged the correction, if the item names one: `surveys/cp-1` or `cp-1`.
std::optional<std::uint32_t> judging_survey(const PublishedSite& site, const Item& item) {
  if (!item.participation || !item.participation->judging.given()) return std::nullopt;
  return site.records().find_index<Survey>(split_name(item.participation->judging.id).id);
}

}  // namespace

RecordPlaces each_once(RecordPlaces places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

RecordPlaces items_of_opinion(const PublishedSite& site, std::uint32_t opinion) {
  return linked<Item>(site, {Kind::opinion, opinion}, site.records().all<Opinion>()[opinion]->items);
}
RecordPlaces opinions_of_item(const PublishedSite& site, std::uint32_t item) {
  return linked<Opinion>(site, {Kind::item, item}, site.records().all<Item>()[item]->opinions);
}
RecordPlaces institutions_of_item(const PublishedSite& site, std::uint32_t item) {
  return linked<Institution>(site, {Kind::item, item}, site.records().all<Item>()[item]->institutions);
}
RecordPlaces items_of_institution(const PublishedSite& site, std::uint32_t institution) {
  return linked<Item>(site, {Kind::institution, institution},
                      site.records().all<Institution>()[institution]->items);
}

RecordPlaces surveys_of_item(const PublishedSite& site, std::uint32_t item) {
  RecordPlaces places = linked<Survey>(site, {Kind::item, item}, std::vector<Reference>());
  if (const auto judging = judging_survey(site, *site.records().all<Item>()[item]))
    places.push_back(*judging);
  return each_once(std::move(places));
}

RecordPlaces items_of_survey(const PublishedSite& site, std::uint32_t survey) {
  RecordPlaces places =
      linked<Item>(site, {Kind::survey, survey}, site.records().all<Survey>()[survey]->items);
  const auto& judged = site.records().all<Survey>()[survey]->items;
  // An item may name a poll for another reason than that it was judged in it.
  std::erase_if(places, [&](std::uint32_t place) {
    const Published<Item>& item = site.records().all<Item>()[place];
    return judging_survey(site, *item) != survey &&
           std::none_of(judged.begin(), judged.end(),
                        [&](const auto& named) { return named.id == item->id; });
  });
  return places;
}

}  // namespace gongshi
