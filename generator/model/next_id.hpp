// The id of the next record of a kind.
#pragma once

#include <span>
#include <string>

#include "model/kind.hpp"

namespace gongshi {

/// One more than the highest number among `ids`, ids of records of `kind`, that end in one, written as that
/// one is: zg-009 is followed by zg-010. Where none ends in a number, the kind's usual first id.
std::string next_id(std::span<const std::string> ids, Kind kind);

}  // namespace gongshi
