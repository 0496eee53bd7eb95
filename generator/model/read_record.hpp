// A parsed document becomes a record, by the table of its kind: typed values with their places, and a
// finding for whatever the table does not know, lacks or has otherwise.
#pragma once

#include <string>

#include "diagnostics/diagnostic.hpp"
#include "model/record.hpp"
#include "parse/document.hpp"

namespace gongshi {

/// Fills `mapping`, a struct described by `table`, from a mapping node. All findings are added, and
/// what could be read is there.
void read_mapping(const Document::Node& node, const FieldTable& table, void* mapping,
                  Diagnostics& diagnostics);

/// Reports required fields that are neither given nor listed as not stated, and lists of not_stated and
/// by_editor that name no field, a given field, or one that can never be unstated. `record` is of the
/// type that `table` describes; `common` is the same record.
void check_required(const FieldTable& table, const void* record, const Record& common,
                    Diagnostics& diagnostics);

/// The same for a mapping that is no record, such as site.yaml.
void check_required(const FieldTable& table, const void* mapping, Diagnostics& diagnostics);

/// May this be the id of a record? Gives what is wrong with it, or an empty term.
Term fault_of_id(std::string_view id);

}  // namespace gongshi
