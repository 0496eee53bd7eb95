// Which files of a content folder are records, which are attachments, and what is said of the rest.
#include "parse/find_sources.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unit/memory_disk.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kFolders[] = {"items", "units"};
const Term kAllFolders = {"items（事项）、units（单位）", "items, units"};

Term fault_of(std::string_view id) {
  return id.find(' ') == std::string_view::npos ? Term{} : Term{"有空格", "it holds a blank"};
}

class FindSources : public ::testing::Test {
 protected:
  void find() {
    find_sources(m_disk, {"/site/content", "content"}, {kFolders, fault_of, kAllFolders}, m_names, m_found,
                 m_diagnostics);
  }
  std::vector<std::string> records() const {
    std::vector<std::string> paths;
    for (const SourceFile& source : m_found.records) paths.push_back(source.relative);
    return paths;
  }
  std::vector<std::string> findings() const {
    std::vector<std::string> all;
    for (const Diagnostic& finding : m_diagnostics.sorted())
      all.push_back(finding.code() + " " + finding.place);
    std::sort(all.begin(), all.end());
    return all;
  }
  void put(const std::string& path) { m_disk.put("/site/content/" + path, "x"); }

  testing::MemoryDisk m_disk;
  SourceNames m_names;
  FoundSources m_found;
  Diagnostics m_diagnostics;
};

using Names = std::vector<std::string>;

TEST_F(FindSources, RecordsInOrder) {
  for (const char* path : {"units/b.yaml", "items/zg-2.yaml", "items/zg-1.md", "items/2026/五月/整改.md"})
    put(path);
  find();
  EXPECT_EQ(records(),
            (Names{"items/2026/五月/整改.md", "items/zg-1.md", "items/zg-2.yaml", "units/b.yaml"}));
  EXPECT_EQ(findings(), Names{});
  const SourceFile& first = m_found.records[0];
  EXPECT_EQ(first.root, "/site/content");
  EXPECT_EQ(first.folder, "items");
  EXPECT_EQ(first.id, "整改");
  EXPECT_TRUE(first.markdown);
  EXPECT_FALSE(m_found.records[2].markdown);
  EXPECT_EQ(m_names.name(first.file), "content/items/2026/五月/整改.md");
  EXPECT_EQ(m_names.path(first.file), "/site/content/items/2026/五月/整改.md");
  EXPECT_EQ(m_names.size(), 4U);
}

TEST_F(FindSources, SeveralFoldersAreLaidOver) {
  put("items/a.yaml");
  find();
  m_disk.put("/more/items/b.yaml", "x");
  find_sources(m_disk, {"/more", "../more"}, {kFolders, fault_of}, m_names, m_found, m_diagnostics);
  EXPECT_EQ(records(), (Names{"items/a.yaml", "items/b.yaml"}));
  EXPECT_EQ(m_found.records[1].root, "/more");
  EXPECT_EQ(m_names.name(m_found.records[1].file), "../more/items/b.yaml");
}

TEST_F(FindSources, WhatIsNoRecordIsLeftAlone) {
  for (const char* path : {"README.md", "note.txt", ".git/config", "items/README.md", "items/.a.yaml.swp",
                           "items/a.yaml~", "items/.hidden/b.yaml"}) {
    put(path);
  }
  find();
  EXPECT_EQ(records(), Names{});
  EXPECT_EQ(findings(), Names{});
}

TEST_F(FindSources, LinksAndOddFiles) {
  m_disk.put_link("/site/content/units");
  m_disk.put_link("/site/content/items/link.yaml");
  m_disk.put_link("/site/content/items/folder");
  m_disk.put_other("/site/content/items/fifo.yaml");
  m_disk.put_link("/site/content/files/photo.jpg");
  m_disk.put_other("/site/content/files/socket");
  find();
  EXPECT_EQ(records(), Names{});
  EXPECT_EQ(m_found.attachments, Names{});
  EXPECT_EQ(findings(),
            (Names{"source-not-regular content/files/socket", "source-not-regular content/items/fifo.yaml",
                   "source-symlink content/files/photo.jpg", "source-symlink content/items/folder",
                   "source-symlink content/items/link.yaml", "source-symlink content/units"}));
}

TEST_F(FindSources, UnknownFolder) {
  put("item/a.yaml");
  find();
  EXPECT_EQ(records(), Names{});
  ASSERT_EQ(findings(), (Names{"unknown-folder content/item"}));
  EXPECT_EQ(m_diagnostics.sorted()[0].arguments,
            (std::vector<Argument>{"item", Term{"是不是“items”？", "Did you mean `items`? "}, kAllFolders}));
}

TEST_F(FindSources, FolderLikeNothing) {
  put("schemata/a.yaml");
  find();
  EXPECT_EQ(m_diagnostics.sorted().at(0).arguments.at(1), Argument(Term{}));
}

TEST_F(FindSources, TypesAndNames) {
  for (const char* path : {"items/a.yml", "items/b.txt", "items/c", "items/a b.yaml", "items/a b.md",
                           "items/d.YAML", "items/x.yaml.md"}) {
    put(path);
  }
  find();
  EXPECT_EQ(records(), (Names{"items/x.yaml.md"}));
  EXPECT_EQ(findings(),
            (Names{"bad-file-name content/items/a b.md", "bad-file-name content/items/a b.yaml",
                   "unknown-file-type content/items/a.yml", "unknown-file-type content/items/b.txt",
                   "unknown-file-type content/items/c", "unknown-file-type content/items/d.YAML"}));
}

TEST_F(FindSources, Attachments) {
  for (const char* path : {"files/b.jpg", "files/2026/a.pdf", "files/.thumbs", "files/README.md"}) put(path);
  find();
  EXPECT_EQ(m_found.attachments, (Names{"2026/a.pdf", "README.md", "b.jpg"}));
  EXPECT_EQ(records(), Names{});
}

TEST_F(FindSources, NothingThere) {
  m_disk.put_folder("/site/content");
  find();
  EXPECT_EQ(findings(), Names{});
  EXPECT_THROW(find_sources(m_disk, {"/none", "none"}, {kFolders, fault_of}, m_names, m_found, m_diagnostics),
               IoError);
}

}  // namespace
}  // namespace gongshi
