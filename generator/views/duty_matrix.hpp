// Who has done what was required of it. A duty that others fulfilled before the head office, of which it
// was required too, is marked: the head office does first what it asks of others.
#pragma once

#include <optional>

#include "views/trace.hpp"

namespace gongshi {

/// The newest word on a duty of one unit; null where nothing says that it is fulfilled.
const Fulfilment* fulfilment_of(const Duty& duty, std::string_view unit);

/// Is the unit the head office or part of it: of type office, or below one that is?
bool is_head_office(const PublishedSite& site, std::string_view unit);

/// Has another unit fulfilled the duty while a head office that it addresses too has not, or has later?
bool others_came_first(const PublishedSite& site, const Duty& duty);

/// The units addressed that have not fulfilled it.
std::vector<std::string_view> still_owing(const Duty& duty);

}  // namespace gongshi
