// The columns that follow from records and are never typed: where a record's page is, its hash, the state
// of an item, the figures of a poll.
#pragma once

#include "tables/table.hpp"

namespace gongshi {

/// A row's record, and the place of each part on the way to it: {2} is the third of its list.
struct RowPlace {
  PublishedRecord record;
  std::vector<std::size_t> parts;
};

/// The cell of a derived field of a record, or of a result of a survey or of one of its aspects.
Cell derived_cell(const PublishedSite& site, const RowPlace& place, const Field& field);

/// Is this field of a row not there because a small group is protected? It says so of every figure of a
/// survey's result that a group as small does not show, recorded or not.
bool is_withheld(const PublishedSite& site, const RowPlace& place, const Field& field);

}  // namespace gongshi
