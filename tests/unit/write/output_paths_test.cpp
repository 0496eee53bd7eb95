// Paths of outputs: each once, inside the site, never both file and folder.
#include "write/output_paths.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "write/discarding_sink.hpp"

namespace gongshi {
namespace {

using Folders = std::vector<std::string>;

TEST(OutputPathsTest, GivesEachNewFolderOnceOutermostFirst) {
  OutputPaths paths;
  EXPECT_EQ(paths.add("index.html"), Folders());
  EXPECT_EQ(paths.add("a/b/甲.html"), (Folders{"a", "a/b"}));
  EXPECT_EQ(paths.add("a/b/乙.html"), Folders());
  EXPECT_EQ(paths.add("a/c/x"), Folders{"a/c"});
  EXPECT_EQ(paths.files(), 4U);
}

TEST(OutputPathsTest, RefusesWhatLeavesTheSite) {
  OutputPaths paths;
  for (const std::string path :
       {"", "/", "/x", "a//b", "a/", "..", "../x", "a/../b", "a/..", ".", "./x", "a/./b"}) {
    EXPECT_THROW(paths.add(path), std::logic_error) << path;
  }
  EXPECT_THROW(paths.add(std::string("a\0b", 3)), std::logic_error);
  EXPECT_EQ(paths.files(), 0U);
  EXPECT_NO_THROW(paths.add("..a/b..c/...d"));
}

TEST(OutputPathsTest, RefusesASecondUseAndAFileForAFolder) {
  OutputPaths paths;
  paths.add("a/b");
  EXPECT_THROW(paths.add("a/b"), std::logic_error);
  EXPECT_THROW(paths.add("a"), std::logic_error);
  EXPECT_THROW(paths.add("a/b/c"), std::logic_error);
  EXPECT_EQ(paths.files(), 1U);
}

TEST(DiscardingSinkTest, MindsThePathsAndNothingElse) {
  DiscardingSink sink;
  sink.write("a/b.html", "bytes");
  EXPECT_THROW(sink.write("a/b.html", "bytes"), std::logic_error);
  EXPECT_THROW(sink.write("../b.html", "bytes"), std::logic_error);
}

}  // namespace
}  // namespace gongshi
