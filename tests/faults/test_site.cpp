#include "faults/test_site.hpp"

#include <gtest/gtest.h>

#include "text/sha256.hpp"
#include "write/site_writer.hpp"

namespace gongshi::testing {
namespace {

namespace fs = std::filesystem;

const Edition kEdition{"0.1.0", "2026-06-30", "public"};

// Everything below `folder`; a folder is a path ending in a slash.
Pages read_tree(const std::string& folder) {
  Pages tree;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string path = entry.path().lexically_relative(folder);
    if (entry.is_directory()) {
      tree[path + "/"] = "";
    } else {
      tree[path] = get(entry.path());
    }
  }
  return tree;
}

// What a flawless run publishes, made once on a disk of its own.
Pages tree_of(const Pages& pages) {
  const TempFolder temp;
  UnsyncedDisk disk;
  publish_with_site_writer(disk, temp / "public", pages);
  return read_tree(temp / "public");
}

}  // namespace

void publish_with_site_writer(FileSystem& disk, const std::string& output, const Pages& pages) {
  Disk undisturbed;  // what is kept beside the site came there before, and is no part of it
  PageStore kept(undisturbed, fs::path(output).parent_path() / ".public.kept");
  SiteWriter writer(disk, {output, {}, {}}, {"4711", "2026-06-30T08:00:00Z"});
  for (const auto& [path, bytes] : pages) {
    // As a build does with a page that says the same.
    if (fs::is_regular_file(output + "/" + path) && get(output + "/" + path) == bytes) {
      writer.take_over(kept.put(output, path, {bytes.size(), sha256_hex(bytes)}).value());
    } else {
      writer.write(path, bytes);
    }
  }
  writer.publish(kEdition);
}

const Pages& old_pages() {
  static const Pages pages = {{"index.html", "<p>旧</p>"},
                              {"items/zg-1.html", "one, as it was"},
                              {"items/withdrawn.html", "gone from the new site"},
                              {"same.css", "p {}"}};
  return pages;
}

const Pages& new_pages() {
  static const Pages pages = {{"index.html", "<p>新</p>"},
                              {"items/zg-1.html", "one, as it is"},
                              {"items/zg-2.html", "two"},
                              {"same.css", "p {}"},
                              {"units/厅直/a.html", "in folders of its own"}};
  return pages;
}

std::ostream& operator<<(std::ostream& out, SiteState state) {
  constexpr const char* kNames[] = {"no site", "the old site", "the new site", "a torn site"};
  return out << kNames[static_cast<int>(state)];
}

TestSite::TestSite(Start start) {
  if (start == Start::old_site) publish_with_site_writer(m_disk, m_output, old_pages());
}

SiteState TestSite::state() const {
  static const Pages old_tree = tree_of(old_pages());
  static const Pages new_tree = tree_of(new_pages());
  if (!fs::exists(m_output)) return SiteState::none;
  const Pages tree = read_tree(m_output);
  if (tree == old_tree) return SiteState::old_site;
  return tree == new_tree ? SiteState::new_site : SiteState::torn;
}

bool TestSite::staging_left() const { return fs::exists(m_temp / ".public.new"); }

void TestSite::expect_next_run_succeeds(const Publisher& publish) {
  EXPECT_NO_THROW(publish(m_disk, m_output, new_pages()));
  EXPECT_EQ(state(), SiteState::new_site);
  for (const auto& entry : fs::directory_iterator(m_temp.path())) {
    const std::string name = entry.path().filename();
    EXPECT_TRUE(name == "public" || name == ".public.lock" || name == ".public.old" || name == ".public.kept")
        << name << " is left";
  }
}

}  // namespace gongshi::testing
