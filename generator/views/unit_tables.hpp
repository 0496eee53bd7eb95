// What a unit answers for, as the tables of its page: its own corrections, how it was polled, the rules that
// answer its corrections, its duties; and the corrections of others that it takes part in.
#pragma once

#include <vector>

#include "publish/traced_records.hpp"
#include "views/long_table.hpp"

namespace gongshi {

/// Corrections that this unit answers for; what left the ledger is among them.
RecordPlaces own_items(const PublishedSite& site, std::uint32_t unit);

/// The sections `own`, `polls`, `answers`, `owes` and `shared` of the page of the unit.
std::vector<LongTable> unit_tables(const ViewContext& context, std::uint32_t unit);

/// Do those sections tell of the record that names the unit?
bool is_in_unit_tables(const PublishedSite& site, std::uint32_t unit, RecordKey namer);

/// The index of units: how the corrections of each stand, in bars of one scale; the head office first, then
/// in the order that is given, never by figures.
LongTable unit_index_table(const ViewContext& context);

}  // namespace gongshi
