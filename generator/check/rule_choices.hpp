// What a site lowers and a record waives: whether it may, and what it does to the findings.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"

namespace gongshi {

/// Rules of site.yaml that there are not, or that cannot be lowered. Exit status 2.
void check_rule_choices(const SiteConfig& config, Diagnostics& diagnostics);

/// Waivers of records that name no code, none that can be waived, or no field.
void check_waivers(const Site& site, Diagnostics& diagnostics);

/// Gives findings the level that the site chose for their rule, and takes out those that their record
/// waives: of the waived code, and under the waived field, where the waiver names one. A finding is under
/// the field at whose value it stands, and one of a missing key under that key. May be called again
/// when findings were added.
void settle_findings(const Site& site, Diagnostics& diagnostics);

}  // namespace gongshi
