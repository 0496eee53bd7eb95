// What belongs to a stage: its corrections and opinions, and the tables of its report.
#pragma once

#include <optional>

#include "publish/traced_records.hpp"
#include "views/long_table.hpp"

namespace gongshi {

/// A stage with its corrections; the whole work where `phase` is null.
struct Stage {
  const Published<Phase>* phase = nullptr;
  RecordPlaces items;             ///< of the stage, without those that left the ledger
  RecordPlaces settled;           ///< of these, what is accepted or later
  std::size_t without_phase = 0;  ///< corrections that name no stage

  template <class R>
  [[nodiscard]] bool holds(const R& record) const {
    return phase == nullptr || record.phase.id == (*phase)->id;
  }
};
Stage stage_of(const PublishedSite& site, std::optional<std::uint32_t> phase);

/// Opinions of the stage's consultations that are told one by one.
RecordPlaces told_opinions(const PublishedSite& site, const Stage& stage);

/// Places of records of the kind `R` that belong to the stage, without withdrawn ones.
template <class R>
RecordPlaces records_of(const PublishedSite& site, const Stage& stage) {
  RecordPlaces places;
  const auto& records = site.records().all<R>();
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    if (!records[i]->withdrawn && stage.holds(*records[i])) places.push_back(i);
  }
  return places;
}

}  // namespace gongshi
