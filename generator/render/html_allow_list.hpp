// The last check of HTML made from a body: whatever went wrong before, only known tags with known
// attributes and addresses get out.
#pragma once

#include <string_view>

namespace gongshi {

/// std::logic_error if `html` holds anything but balanced tags and attributes of the list.
void check_allowed_html(std::string_view html);

}  // namespace gongshi
