// A site of two states, old and new, and the question that all fault tests ask: which of the two is
// published, or is it neither?
#pragma once

#include <functional>
#include <map>
#include <ostream>
#include <string>

#include "files/disk.hpp"
#include "unit/temp_folder.hpp"
#include "write/output_place.hpp"

namespace gongshi::testing {

/// Bytes by path.
using Pages = std::map<std::string, std::string>;

/// The real disk, but for syncs: CountingDisk says what they are worth here, and the kernel's own
/// would take most of the time of these tests.
class UnsyncedDisk : public Disk {
 public:
  void sync_all(const std::string& /*path*/) override {}
  void sync_folder(const std::string& /*folder*/) override {}
};

/// What publishes `pages` in `output`: SiteWriter as the pipeline uses it, or one that does it wrong.
using Publisher = std::function<void(FileSystem& disk, const std::string& output, const Pages& pages)>;
void publish_with_site_writer(FileSystem& disk, const std::string& output, const Pages& pages);

/// Pages that the two sites share, differ in, and have alone.
const Pages& old_pages();
const Pages& new_pages();

enum class SiteState { none, old_site, new_site, torn };
std::ostream& operator<<(std::ostream& out, SiteState state);

/// A folder with the old site published in it, and what is there after something was tried.
class TestSite {
 public:
  enum class Start { nothing, old_site };
  explicit TestSite(Start start);

  [[nodiscard]] const std::string& output() const { return m_output; }
  /// Compares every file and folder by its bytes, the manifest's included.
  [[nodiscard]] SiteState state() const;
  /// Is a site in the making left?
  [[nodiscard]] bool staging_left() const;
  /// Publishes the new site on a sound disk: whatever happened before, this works, and leaves the new
  /// site alone with its predecessor.
  void expect_next_run_succeeds(const Publisher& publish);

 private:
  TempFolder m_temp;
  std::string m_output = m_temp / "public";
  UnsyncedDisk m_disk;
};

}  // namespace gongshi::testing
