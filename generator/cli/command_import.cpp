// import: what a spreadsheet says, put into the records. First it is shown what would change.
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/guarded_run.hpp"
#include "cli/new_files.hpp"
#include "cli/raw_site.hpp"
#include "cli/site_request.hpp"
#include "cli/source_quotes.hpp"
#include "files/disk.hpp"
#include "parse/read_csv.hpp"
#include "parse/read_xlsx.hpp"
#include "sheets/import_plan.hpp"
#include "sheets/marked_workbook.hpp"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestSpreadsheet = std::uint64_t{64} << 20U;

// All sheets, or why the file cannot be read.
std::variant<std::vector<Sheet>, Term> read_sheets(FileSystem& files, const fs::path& path) {
  const std::string bytes =
      files.read(path.parent_path().string(), path.filename().string(), kLargestSpreadsheet);
  if (path.extension() != ".csv") return read_xlsx(bytes);
  auto sheet = read_csv(bytes, path.stem().string());
  if (Term* why = std::get_if<Term>(&sheet)) return std::move(*why);
  return std::vector<Sheet>{std::get<Sheet>(std::move(sheet))};
}

void show(const Options& options, const Console& console, const std::vector<PlannedRecord>& plan) {
  const auto in_words = [&](Bilingual words) { return words.in(options.language); };
  const auto value = [&](std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    const Bilingual words = text.empty() ? Bilingual{"（空）", "(empty)"} : Bilingual{"{1}", "{1}"};
    return word(in_words(words), {text}, options.language);  // controls can't reach the terminal
  };
  std::int64_t added = 0;
  std::int64_t fields = 0;
  for (const PlannedRecord& record : plan) {
    added += record.is_new ? 1 : 0;
    console.out << record.name << "  "
                << (record.is_new ? in_words({"新建", "new"}) : in_words({"修改", "changed"})) << "\n";
    for (const PlannedChange& change : record.changes) {
      ++fields;
      console.out << "  " << change.label << ": ";
      if (!record.is_new) console.out << value(change.before) << " → ";
      console.out << value(change.after) << "\n";
    }
  }
  const auto all = static_cast<std::int64_t>(plan.size());
  const Bilingual sum = {"新建 {1} 条，修改 {2} 条，共 {3} 处", "new: {1}, changed: {2}, fields: {3}"};
  console.out << word(in_words(sum), {added, all - added, fields}, options.language) << "\n";
}

// A record is the old one or the new one at every instant.
void write(FileSystem& files, const PlannedRecord& record) {
  if (record.is_new) return write_new_file(files, record.path, record.new_text, record.name);
  const fs::path path = record.path;
  const std::string beside = (path.parent_path() / ("." + path.filename().string() + ".new")).string();
  files.remove_tree(beside);
  files.write_new(beside, record.new_text);
  files.sync_all(beside);
  files.exchange(beside, record.path);
  files.remove_tree(beside);
  files.sync_folder(path.parent_path().string());
}

class Import {
 public:
  Import(const Options& options, const Console& console)
      : m_options(options), m_console(console), m_raw(m_disk, options, console) {}

  ExitStatus run() {
    if (!m_raw.load(false)) return m_raw.status();
    if (!read()) return ExitStatus::content_errors;
    const ImportTarget target{m_raw.site(), m_raw.names(), m_disk, m_raw.request().site_folder + "/content"};
    Diagnostics diagnostics;
    const std::vector<PlannedRecord> plan = plan_import(target, m_sheets, diagnostics);
    print_findings(m_console, m_options, diagnostics, m_raw.names(),
                   quoting_source_text(m_disk, m_raw.names(), true));
    if (!m_options.report.empty()) write_report(diagnostics);
    const bool denied = m_options.deny_warnings && diagnostics.count(Severity::warning) > 0;
    if (diagnostics.has_errors() || denied) return ExitStatus::content_errors;
    if (m_options.format == "text" || m_options.format == "short") show(m_options, m_console, plan);
    if (plan.empty() || m_options.dry_run) return ExitStatus::fine;
    if (!m_options.yes) {
      m_console.err << Bilingual{"什么都还没写。看过没问题，加上 --yes 再运行一次。",
                                 "Nothing has been written. If this is right, run it again with --yes."}
                           .in(m_options.language)
                    << "\n";
      return ExitStatus::fine;
    }
    for (const PlannedRecord& record : plan) write(m_disk, record);
    return ExitStatus::fine;
  }

 private:
  void write_report(const Diagnostics& diagnostics) {
    write_new_file(m_disk, absolute_path(m_options.report),
                   marked_workbook(m_sheets, diagnostics.sorted(), m_options.language), m_options.report);
  }

  bool read() {
    const std::string& typed = m_options.arguments.front();
    const fs::path path = absolute_path(typed);
    auto sheets = read_sheets(m_disk, path);
    if (const Term* why = std::get_if<Term>(&sheets)) {
      print_finding(m_console, m_options,
                    {&Code("sheet-unreadable").message(), {}, {typed, *why}, {}, {}, {}});
      return false;
    }
    const std::string file = path.filename().string();
    for (Sheet& sheet : std::get<std::vector<Sheet>>(sheets)) {
      const std::string name = path.extension() == ".csv" ? file : file + " › " + sheet.name;
      m_sheets.push_back({std::move(sheet), m_raw.names().add_sheet(name)});
    }
    return true;
  }

  const Options& m_options;
  const Console& m_console;
  Disk m_disk;
  RawSite m_raw;
  std::vector<ImportedSheet> m_sheets;
};

}  // namespace

ExitStatus run_import(const Options& options, const Console& console) {
  return run_guarded(options, console, [&] { return Import(options, console).run(); });
}

}  // namespace gongshi
