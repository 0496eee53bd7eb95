// How to object, to the site as a whole or to one record: by form, mail or telephone, whichever the site
// offers, each with the record's number, so that whoever answers knows what it is about.
#pragma once

#include "views/view_context.hpp"

namespace gongshi {

/// {any, form, mail, mail_text, phone, phone_text, address, hours, report}: addresses to link to and what
/// they are called; empty where the site has none. `id` and `title` are of the record, or empty. `report`
/// is the national error-report service for the page at `from`, where the site has a code and an address.
ViewObject objection_view(const ViewContext& context, std::string_view from, const std::string& id,
                          const std::string& title);

}  // namespace gongshi
