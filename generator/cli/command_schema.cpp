// schema: the JSON Schema of a kind of record, of site.yaml, or of all of them.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/unknown_kind.hpp"
#include "model/json_schema.hpp"
#include "model/records.hpp"
#include "model/site_config.hpp"

namespace gongshi {

ExitStatus run_schema(const Options& options, const Console& console) {
  if (options.arguments.empty()) {
    console.out << json_schema_of_all(options.language);
    return ExitStatus::fine;
  }
  const std::string& name = options.arguments.front();
  if (name == "site") {
    console.out << json_schema(fields_of(static_cast<const SiteConfig*>(nullptr)), options.language);
    return ExitStatus::fine;
  }
  if (const KindName* kind = find_kind(name)) {
    console.out << json_schema(fields_of(kind->kind), options.language);
    return ExitStatus::fine;
  }
  print_finding(console, options, unknown_kind(name, {"site"}).finding);
  return ExitStatus::usage;
}

}  // namespace gongshi
