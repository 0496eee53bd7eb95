// Every call to the disk fails once, for every reason a disk has. After each: the old site is there
// to the byte, the failure was told, nothing is left, and the next run succeeds. Only a file that cannot be
// linked is no failure: it is copied.
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

#include "faults/counting_disk.hpp"
#include "faults/test_site.hpp"
#include "faults/wrong_publishers.hpp"

namespace gongshi::testing {
namespace {

constexpr int kErrors[] = {ENOSPC, EIO, EMFILE, EACCES, EROFS};

struct Outcome {
  std::string code;  ///< of the finding; empty if the site was published
  bool went_wrong = false;
  bool at_link = false;  ///< was it a link that failed?
};

Outcome try_to_publish(const Publisher& publish, const TestSite& site, Fault fault) {
  UnsyncedDisk sound;
  CountingDisk disk(sound, fault);
  try {
    publish(disk, site.output(), new_pages());
    const bool at_link =
        disk.went_wrong() && disk.calls()[static_cast<std::size_t>(fault.at) - 1] == "link_new";
    return {"", disk.went_wrong(), at_link};
  } catch (const IoError& error) {
    return {io_failed(error).code(), disk.went_wrong()};
  } catch (const OutputRefused& refused) {
    return {refused.finding().code(), disk.went_wrong()};
  }
}

SiteState before(TestSite::Start start) {
  return start == TestSite::Start::old_site ? SiteState::old_site : SiteState::none;
}

// k = 1, 2 … until a run passes without its fault; gives the number of calls of that run.
int fail_each_call(TestSite::Start start, Fault fault) {
  for (fault.at = 1; fault.at < 1000; ++fault.at) {
    SCOPED_TRACE("call " + std::to_string(fault.at) + " fails with errno " +
                 std::to_string(fault.error_number));
    TestSite site(start);
    const Outcome outcome = try_to_publish(publish_with_site_writer, site, fault);
    if (!outcome.went_wrong) {
      EXPECT_EQ(outcome.code, "");
      EXPECT_EQ(site.state(), SiteState::new_site);
      return fault.at - 1;
    }
    EXPECT_EQ(outcome.code, outcome.at_link ? "" : "io-failed");
    EXPECT_EQ(site.state(), outcome.at_link ? SiteState::new_site : before(start));
    EXPECT_FALSE(site.staging_left());
    site.expect_next_run_succeeds(publish_with_site_writer);
  }
  ADD_FAILURE() << "no run passes";
  return 0;
}

TEST(FailingCallTest, TheOldSiteStaysWhicheverCallFails) {
  for (const int error_number : kErrors) {
    EXPECT_GT(fail_each_call(TestSite::Start::old_site, {Fault::Kind::fail, 0, error_number, false, false}),
              20);
  }
}

TEST(FailingCallTest, NoHalfSiteIsPublishedWhereThereWasNone) {
  for (const int error_number : kErrors) {
    EXPECT_GT(fail_each_call(TestSite::Start::nothing, {Fault::Kind::fail, 0, error_number, false, false}),
              15);
  }
}

TEST(FailingCallTest, HalfWrittenFilesAndHalfRemovedFoldersAreNoneOfTheSite) {
  fail_each_call(TestSite::Start::old_site, {Fault::Kind::fail, 0, ENOSPC, false, true});
}

// A disk that fails and stays so. Nothing can be cleaned up or taken back then, but what is there is
// still whole, and it is said which site it is.
TEST(FailingCallTest, ADiskThatFailsForGoodLeavesOneWholeSite) {
  int unsettled = 0;
  for (int at = 1;; ++at) {
    SCOPED_TRACE("all calls from " + std::to_string(at) + " on fail");
    TestSite site(TestSite::Start::old_site);
    const Outcome outcome =
        try_to_publish(publish_with_site_writer, site, {Fault::Kind::fail, at, EIO, true, false});
    if (!outcome.went_wrong) break;
    EXPECT_EQ(site.state(), outcome.code == "output-unsettled" ? SiteState::new_site : SiteState::old_site);
    if (outcome.code == "output-unsettled") {
      ++unsettled;
    } else {
      EXPECT_EQ(outcome.code, "io-failed");
    }
    site.expect_next_run_succeeds(publish_with_site_writer);
  }
  EXPECT_EQ(unsettled, 2) << "the two calls after the exchange";
}

// Where the kernel knows no exchange, that is told, and no weaker way is taken.
TEST(FailingCallTest, AnExchangeThatTheKernelRefusesIsNotReplacedByAWeakerWay) {
  for (const auto start : {TestSite::Start::old_site, TestSite::Start::nothing}) {
    const char* step = start == TestSite::Start::old_site ? "exchange" : "rename_new";
    UnsyncedDisk sound;
    CountingDisk watched(sound);
    publish_with_site_writer(watched, TestSite(start).output(), new_pages());
    const auto found = std::find(watched.calls().begin(), watched.calls().end(), step);
    const auto at = static_cast<int>(found - watched.calls().begin()) + 1;
    for (const int error_number : {EINVAL, ENOSYS, EXDEV, EOPNOTSUPP, EBUSY}) {
      TestSite site(start);
      const Outcome outcome =
          try_to_publish(publish_with_site_writer, site, {Fault::Kind::fail, at, error_number, false, false});
      EXPECT_EQ(outcome.code, "output-exchange-refused") << error_number;
      EXPECT_EQ(site.state(), before(start));
      EXPECT_FALSE(site.staging_left());
    }
  }
}

TEST(FailingCallTest, TheTestCatchesAWriterThatWritesInPlace) {
  int torn = 0;
  for (int at = 1;; ++at) {
    TestSite site(TestSite::Start::old_site);
    const Outcome outcome =
        try_to_publish(publish_in_place, site, {Fault::Kind::fail, at, ENOSPC, false, true});
    if (!outcome.went_wrong) break;
    if (site.state() == SiteState::torn) ++torn;
  }
  EXPECT_GT(torn, 10);
}

}  // namespace
}  // namespace gongshi::testing
