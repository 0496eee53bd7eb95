// new: a record's file, with every field of its kind explained.
#include <filesystem>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/guarded_run.hpp"
#include "cli/new_files.hpp"
#include "cli/raw_site.hpp"
#include "cli/site_request.hpp"
#include "cli/unknown_kind.hpp"
#include "files/disk.hpp"
#include "model/next_id.hpp"
#include "model/read_record.hpp"
#include "model/record_scaffold.hpp"

namespace gongshi {
namespace {

std::vector<std::string> ids_of(const Site& site, Kind kind) {
  std::vector<std::string> ids;
  site.records.for_each_kind([&]<class R>() {
    if (R::kKind != kind) return;
    for (const auto& record : site.records.all<R>()) ids.push_back(record.id);
  });
  return ids;
}

// References name records that are there, and dates are not in the future, so that the new record builds.
std::optional<std::string> fitting_value(const Site& site, const ValueType& type) {
  if (type.shape == Shape::date) return site.as_of.text();
  if (type.shape == Shape::any_record) {
    const auto items = ids_of(site, Kind::item);
    if (!items.empty()) return std::string(name_of(Kind::item).plural) + "/" + items.front();
  }
  if (type.shape == Shape::list && type.element->shape != Shape::mapping) {
    if (const auto one = fitting_value(site, *type.element)) return "[" + *one + "]";
  }
  for (const Kind target : type.targets) {
    const auto ids = ids_of(site, target);
    if (!ids.empty()) return ids.front();
  }
  return std::nullopt;
}

std::string text_of(const Site& site, const KindName& kind, const std::string& id) {
  const Language language = site.config.language == PageLanguage::en ? Language::en : Language::zh;
  const Bilingual opening{
      "# 新的{1}，编号就是文件名 {2}。“#”后面是说明，不起作用。\n"
      "# 先把必填的逐项改成真实内容；选填的要用时，去掉行首的“#”再改。改完运行 gongshi check。\n\n",
      "# A new {1}; its id is the name of the file, {2}. What follows a `#` is explanation.\n"
      "# First put true values into what is required; take the `#` off whatever else you need. Then run "
      "gongshi check.\n\n"};
  Scaffold scaffold;
  scaffold.language = language;
  scaffold.example = [&](const ValueType& type) { return fitting_value(site, type); };
  const std::string label(kind.label.in(language));
  const std::string yaml =
      word(opening.in(language), {label, id}, language) + record_scaffold(fields_of(kind.kind), scaffold);
  return is_mostly_text(kind.kind) ? "---\n" + yaml + "---\n" : yaml;
}

std::string chosen_id(const Options& options, const Site& site, const KindName& kind) {
  const std::vector<std::string> ids = ids_of(site, kind.kind);
  std::string next = next_id(ids, kind.kind);
  if (options.arguments.size() < 2) return next;
  const std::string& id = options.arguments[1];
  const Term fault = fault_of_id(id);
  if (!fault.en.empty()) throw mistake("bad-new-id", {id, fault, next});
  if (std::find(ids.begin(), ids.end(), id) != ids.end())
    throw mistake("file-exists", {std::string(kind.plural) + "/" + id});
  return id;
}

}  // namespace

ExitStatus run_new(const Options& options, const Console& console) {
  return run_guarded(options, console, [&] {
    const KindName* kind = find_kind(options.arguments.front());
    if (kind == nullptr) throw unknown_kind(options.arguments.front(), {});
    Disk disk;
    RawSite raw(disk, options, console);
    if (!raw.load(true)) return raw.status();
    const Site& site = raw.site();
    const std::string id = chosen_id(options, site, *kind);
    const std::string relative =
        "content/" + std::string(kind->plural) + "/" + id + (is_mostly_text(kind->kind) ? ".md" : ".yaml");
    write_new_file(disk, raw.request().site_folder + "/" + relative, text_of(site, *kind, id), relative);
    console.out << relative << "\n";
    return ExitStatus::fine;
  });
}

}  // namespace gongshi
