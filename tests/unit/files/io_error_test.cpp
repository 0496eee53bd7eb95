// A disk that refuses, in the words of both languages.
#include "files/io_error.hpp"

#include <gtest/gtest.h>

#include <cerrno>

#include "diagnostics/print_diagnostics.hpp"

namespace gongshi {
namespace {

std::string printed(const Diagnostic& finding, Language language) {
  const SourceText no_text = [](std::uint32_t) { return std::nullopt; };
  return print_diagnostics({finding}, SourceNames(), no_text, {language, DiagnosticFormat::text});
}

TEST(IoErrorTest, SaysWhatFailedAndWhatToDo) {
  const Diagnostic finding = io_failed(IoError({"写入", "write"}, "/srv/public", ENOSPC));
  EXPECT_EQ(printed(finding, Language::en),
            "error: cannot write /srv/public: the disk is full [io-failed]\n"
            "  cure: Free some space and run again. The published site was not touched.\n");
  EXPECT_EQ(printed(finding, Language::zh),
            "错误: 不能写入 /srv/public：磁盘已满 [io-failed]\n"
            "  解决: 腾出空间后再运行。已公布的站点没有改动。\n");
}

TEST(IoErrorTest, ReasonsWithoutACureOfTheirOwnAndUnknownOnesStillSayAll) {
  EXPECT_EQ(printed(io_failed(IoError({"读取", "read"}, "/x", EFBIG)), Language::en),
            "error: cannot read /x: the file is too large [io-failed]\n"
            "  cure: The published site was not touched.\n");
  EXPECT_EQ(io_reason(ESTALE).en, "Stale file handle");
  EXPECT_EQ(io_reason(ESTALE).zh, "Stale file handle");
}

}  // namespace
}  // namespace gongshi
