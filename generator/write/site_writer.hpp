// Publishes a site whole: everything is written to a folder beside the output, and one atomic
// exchange puts it in place. At every instant, through failures, kills and power cuts, the output
// folder is entirely the old or entirely the new site; whatever throws leaves the old one.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "files/file_system.hpp"
#include "publish/run_all.hpp"
#include "write/manifest.hpp"
#include "write/output_paths.hpp"
#include "write/output_place.hpp"
#include "write/page_store.hpp"
#include "write/site_sink.hpp"

namespace gongshi {

class SiteWriter : public SiteSink {
 public:
  /// Prepares, to be done before any other work: finds the place, takes its lock, removes what a
  /// build that died left there, and makes an empty staging folder. Throws OutputRefused or IoError.
  SiteWriter(FileSystem& disk, const OutputRequest& request, const LockHolder& about);
  /// Without publish: staging is removed, the old site stays.
  ~SiteWriter() override;
  SiteWriter(const SiteWriter&) = delete;
  SiteWriter& operator=(const SiteWriter&) = delete;

  void write(const std::string& path, std::string bytes) override;

  /// What is kept beside the site of those published here.
  [[nodiscard]] PageStore& store() { return m_store; }
  /// Takes a file that the store holds into the new site, where it has the same bytes and is not written
  /// again. As write(), but nothing is done before publish(): what comes to nothing leaves the file with the
  /// version that it has.
  void take_over(StoredFile file);

  /// Puts a text beside the site, never into it, in place of an earlier one; none if it is empty.
  void put_beside(std::string_view review);

  /// Adds the manifest and puts the site in place, once, after every write has returned. When it
  /// returns, the new site survives a power cut; when it throws, the old site is in place (but for
  /// OutputRefused `output-unsettled`).
  void publish(const Edition& edition, const RunAll& run_all = run_in_turn);

  /// The file at `path` of what was written and taken over; null if there is none.
  [[nodiscard]] const ManifestEntry* find(const std::string& path) const;

  /// The published folder, without symlinks.
  [[nodiscard]] const std::string& output() const { return m_place.output; }

 private:
  void add_path(const std::string& path);
  void take_lock(const LockHolder& about);
  void put_taken_over(const RunAll& run_all);
  void put_taken_over(const StoredFile& file);
  void put_in_place();
  /// Undoes the exchange (or first rename) after a later step failed. The old site, if one was
  /// `replaced`, lies at `old_site`, where the new one lies afterwards and is removed.
  void take_back(bool replaced, const std::string& old_site, const IoError& cause);

  FileSystem& m_disk;
  OutputPlace m_place;
  PageStore m_store;
  std::unique_ptr<FolderLock> m_lock;
  std::mutex m_mutex;  // guards the next three
  OutputPaths m_paths;
  std::unordered_map<std::string, ManifestEntry> m_files;
  std::vector<StoredFile> m_taken_over;
  bool m_staging_is_ours = true;  // may still be removed
};

}  // namespace gongshi
