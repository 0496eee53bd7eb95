// schema: the JSON Schema of a kind of record, of site.yaml, or of all of them.
#include <ostream>

#include "cli/commands.hpp"
#include "model/json_schema.hpp"
#include "model/records.hpp"
#include "model/site_config.hpp"
#include "model/type_words.hpp"

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
  std::vector<std::string_view> known = {"site"};
  std::string all = "site";
  for (const KindName& kind : kKinds) {
    known.push_back(kind.singular);
    known.push_back(kind.plural);
    all += ", " + std::string(kind.singular);
  }
  print_finding(
      console, options,
      {&Code("usage-unknown-kind").message(), {}, {name, nearest_hint(name, known), all}, {}, {}, {}});
  return ExitStatus::usage;
}

}  // namespace gongshi
