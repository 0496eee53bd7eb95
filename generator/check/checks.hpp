// What must be true between the records of a site. Each check is a pure function from the site to
// findings; this table is the one list that `check`, the tests and the public page draw on.
#pragma once

#include <array>
#include <functional>
#include <string>

#include "check/rule_choices.hpp"
#include "diagnostics/diagnostic.hpp"
#include "model/site.hpp"

namespace gongshi {

void check_ids(const Site& site, Diagnostics& diagnostics);
void check_references(const Site& site, Diagnostics& diagnostics);
void check_vocabulary(const Site& site, Diagnostics& diagnostics);
void check_attachments(const Site& site, Diagnostics& diagnostics);
void check_poll_counts(const Site& site, Diagnostics& diagnostics);
void check_poll_honesty(const Site& site, Diagnostics& diagnostics);
void check_small_cells(const Site& site, Diagnostics& diagnostics);
void check_lookbacks(const Site& site, Diagnostics& diagnostics);
void check_deadlines(const Site& site, Diagnostics& diagnostics);
void check_independence(const Site& site, Diagnostics& diagnostics);
void check_closing(const Site& site, Diagnostics& diagnostics);
void check_notices(const Site& site, Diagnostics& diagnostics);
void check_events(const Site& site, Diagnostics& diagnostics);
void check_order(const Site& site, Diagnostics& diagnostics);
void check_ledger(const Site& site, Diagnostics& diagnostics);
void check_causes(const Site& site, Diagnostics& diagnostics);
void check_counts(const Site& site, Diagnostics& diagnostics);
void check_answers(const Site& site, Diagnostics& diagnostics);
void check_personal_data(const Site& site, Diagnostics& diagnostics);

struct Check {
  std::string_view name;
  void (*run)(const Site& site, Diagnostics& diagnostics);
};

inline constexpr auto kChecks = std::to_array<Check>({
    {"ids", check_ids},                  // duplicate-id, id-collision
    {"references", check_references},    // dangling-reference, ambiguous-reference
    {"vocabulary", check_vocabulary},    // unknown-scope, unknown-category
    {"attachments", check_attachments},  // file-missing
    {"personal-data", check_personal_data},
    {"poll-counts",
     check_poll_counts},  // poll-option-*, poll-*-sum, poll-more-than-asked, sample-is-census …
    {"poll-honesty", check_poll_honesty},  // poll-claim, lookback-missing, word-method, poll-unanimous …
    {"small-cells", check_small_cells},    // cell-already-public, cell-published-unknown
    {"lookbacks", check_lookbacks},        // lookback-unit, lookback-resurvey
    {"waivers", check_waivers},            // waiver-unknown-code, waiver-not-allowed, waiver-unknown-field
    // The rules, by family; diagnostics/rules.hpp says which each one has.
    {"deadlines", check_deadlines},
    {"independence", check_independence},
    {"closing", check_closing},
    {"notices", check_notices},
    {"events", check_events},
    {"order", check_order},
    {"ledger", check_ledger},
    {"causes", check_causes},
    {"counts", check_counts},
    {"answers", check_answers},
});

/// `not-public` for whatever is not for everybody, where site.yaml says public_only: asked by builds for
/// the widest audience, since narrower ones may have further folders laid over.
void check_public_only(const Site& site, Diagnostics& diagnostics);

/// The bytes of an attachment by its name below content/files/.
using ReadAttachment = std::function<std::string(const std::string& name)>;
/// Opens each attachment that a record names: `personal-data` in its text (xlsx, docx, pdf, csv, txt and
/// other text), `attachment-hidden`, `attachment-unreadable`. Asked after the other checks, since it reads
/// files.
void check_attachment_contents(const Site& site, const ReadAttachment& read, Diagnostics& diagnostics);

/// Runs all checks in the order of the table, then settles what they and reading found: what the site
/// lowers and records waive.
void run_checks(const Site& site, Diagnostics& diagnostics);

}  // namespace gongshi
