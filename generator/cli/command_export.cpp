// export: the records, or an empty template for them, as a spreadsheet.
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/guarded_run.hpp"
#include "cli/new_files.hpp"
#include "cli/raw_site.hpp"
#include "cli/site_request.hpp"
#include "files/disk.hpp"
#include "model/type_words.hpp"
#include "sheets/desk_workbook.hpp"

namespace gongshi {
namespace {

UsageMistake bad_name(Term what, Term hint = {}) {
  return mistake("usage-arguments", {std::move(what), std::move(hint), std::string("export")});
}

// A CSV file holds one table, the one that it is called like.
std::string csv_of(const Site& site, const std::string& name) {
  std::vector<std::string> known;
  for (const KindName& kind : kKinds) {
    for (const TableShape& shape : table_shapes(kind.kind, ShapeUse::desk)) {
      if (name == shape.name || name == shape.label) return desk_csv(site, shape);
      known.push_back(shape.name);
    }
  }
  const std::vector<std::string_view> names(known.begin(), known.end());
  throw bad_name(
      {"CSV 只装一张表，文件名要是表名，如 items.csv 或 items-measures.csv；没有 " + name + " 这张表",
       "a CSV file holds one table and is called like it, such as items.csv or items-measures.csv; "
       "there is no table " +
           name},
      nearest_hint(name, names));
}

std::string sheet_of(const Options& options, const Site& site, const std::filesystem::path& file) {
  if (file.extension() == ".xlsx")
    return desk_workbook(site, options.blank_template ? DeskContent::blank_template : DeskContent::records);
  if (file.extension() == ".csv" && !options.blank_template) return csv_of(site, file.stem().string());
  throw bad_name({options.blank_template ? "模板的文件名要以 .xlsx 结尾" : "文件名要以 .xlsx 或 .csv 结尾",
                  options.blank_template ? "a template is called something.xlsx"
                                         : "the file is called something.xlsx or something.csv"});
}

}  // namespace

ExitStatus run_export(const Options& options, const Console& console) {
  return run_guarded(options, console, [&] {
    Disk disk;
    RawSite raw(disk, options, console);
    if (!raw.load(options.blank_template)) return raw.status();
    const std::string& typed = options.arguments.front();
    const std::string bytes = sheet_of(options, raw.site(), typed);
    write_new_file(disk, absolute_path(typed), bytes, typed);
    console.out << typed << "\n";
    return ExitStatus::fine;
  });
}

}  // namespace gongshi
