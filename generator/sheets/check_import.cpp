#include "sheets/check_import.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "check/checks.hpp"
#include "diagnostics/print_diagnostics.hpp"
#include "model/load_record.hpp"

namespace gongshi {
namespace {

// Sources of the records as they would be: behind all that have a name.
constexpr std::uint32_t kFirstFile = 0x80000000;

// What a finding says, wherever it is.
std::string said_by(const Diagnostic& finding) {
  return finding.code() + " " + word(finding.message->text.en, finding.arguments, Language::en);
}

template <class R>
void put(const ImportedRecord& imported, std::uint32_t file, std::vector<Written<R>>& list) {
  SourceFile source;
  source.id = imported.draft->id();
  source.markdown = imported.markdown;
  source.file = file;
  Diagnostics ignored;  // the text was read back before
  Written<R> record;
  R& fields = record;
  load_record(source, imported.text, fields_of(static_cast<const R*>(nullptr)), &fields, record, ignored);
  const auto place = std::lower_bound(list.begin(), list.end(), source.id,
                                      [](const R& known, const std::string& id) { return known.id < id; });
  if (place != list.end() && place->id == source.id)
    *place = std::move(record);
  else
    list.insert(place, std::move(record));
}

Site with_records(const Site& site, std::span<const ImportedRecord> records) {
  Site after = site;
  for (std::size_t i = 0; i < records.size(); ++i) {
    after.records.for_each_kind([&]<class R>() {
      if (R::kKind == records[i].kind)
        put<R>(records[i], kFirstFile + static_cast<std::uint32_t>(i), after.records.all<R>());
    });
  }
  return after;
}

}  // namespace

void check_import(const Site& site, std::span<const ImportedRecord> records, Diagnostics& diagnostics) {
  Diagnostics before;
  run_checks(site, before);
  std::map<std::uint32_t, std::set<std::string>> known;  // by source
  for (const Diagnostic& finding : before.sorted()) known[finding.at.file].insert(said_by(finding));
  Diagnostics after;
  run_checks(with_records(site, records), after);
  for (const Diagnostic& finding : after.sorted()) {
    if (!finding.at.known() || finding.at.file < kFirstFile) continue;
    const ImportedRecord& record = records[finding.at.file - kFirstFile];
    if (known[record.old_file].contains(said_by(finding))) continue;
    record.draft->report(finding, diagnostics);
  }
}

}  // namespace gongshi
