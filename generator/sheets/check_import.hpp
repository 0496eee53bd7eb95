// The rules between records, asked of a site as an import would leave it.
#pragma once

#include <span>
#include <string>

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"
#include "sheets/record_draft.hpp"

namespace gongshi {

/// A record as it would be.
struct ImportedRecord {
  Kind kind = Kind::phase;
  const RecordDraft* draft = nullptr;
  std::string text;
  bool markdown = false;
  std::uint32_t old_file = Position::kNowhere;  ///< source of the record as it is; nowhere if it is new
};

/// Adds what the checks find in these records and did not find before, each in the cell that it comes from.
void check_import(const Site& site, std::span<const ImportedRecord> records, Diagnostics& diagnostics);

}  // namespace gongshi
