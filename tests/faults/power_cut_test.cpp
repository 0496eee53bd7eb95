// The power goes before every call to the disk and after the last, and everything that was not made
// safe by then is lost: bytes, whole files, renames. What is published is one whole site, and once
// publish has returned it is the new one.
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>

#include "faults/counting_disk.hpp"
#include "faults/test_site.hpp"
#include "faults/wrong_publishers.hpp"

namespace gongshi::testing {
namespace {

using Loss = CountingDisk::Loss;
constexpr Loss kLosses[] = {{false, false}, {true, false}, {false, true}, {true, true}};

struct CutOutcome {
  int torn = 0;          ///< runs cut short that left neither site
  int cuts = 0;          ///< runs cut short
  SiteState after = {};  ///< what is there when the power goes after publish has returned
};

CutOutcome cut_at_each_call(const Publisher& publish, TestSite::Start start, Loss loss) {
  CutOutcome outcome;
  const SiteState before = start == TestSite::Start::old_site ? SiteState::old_site : SiteState::none;
  for (int at = 1; at < 1000; ++at) {
    SCOPED_TRACE("power cut before call " + std::to_string(at));
    TestSite site(start);
    UnsyncedDisk sound;
    CountingDisk disk(sound, {Fault::Kind::power_cut, at, 0, false, true});
    try {
      publish(disk, site.output(), new_pages());
    } catch (const std::runtime_error&) {
      EXPECT_TRUE(disk.went_wrong());
    }
    disk.forget_unsafe(loss);
    if (!disk.went_wrong()) {
      outcome.after = site.state();
      return outcome;
    }
    ++outcome.cuts;
    if (site.state() != before && site.state() != SiteState::new_site) ++outcome.torn;
    site.expect_next_run_succeeds(publish);
  }
  ADD_FAILURE() << "no run passes";
  return outcome;
}

TEST(PowerCutTest, TheSiteIsTheOldOrTheNewOneAndTheNewOneOncePublished) {
  for (const auto start : {TestSite::Start::old_site, TestSite::Start::nothing}) {
    for (const Loss loss : kLosses) {
      const CutOutcome outcome = cut_at_each_call(publish_with_site_writer, start, loss);
      EXPECT_EQ(outcome.torn, 0);
      EXPECT_GT(outcome.cuts, 15);
      EXPECT_EQ(outcome.after, SiteState::new_site);
    }
  }
}

TEST(PowerCutTest, TheTestCatchesAWriterThatWritesInPlace) {
  EXPECT_GT(cut_at_each_call(publish_in_place, TestSite::Start::old_site, kLosses[0]).torn, 10);
}

TEST(PowerCutTest, TheTestCatchesAWriterThatNeverSyncs) {
  EXPECT_EQ(cut_at_each_call(publish_without_sync, TestSite::Start::old_site, {false, false}).after,
            SiteState::torn);
  EXPECT_EQ(cut_at_each_call(publish_without_sync, TestSite::Start::nothing, {true, false}).after,
            SiteState::torn);
  EXPECT_EQ(cut_at_each_call(publish_without_sync, TestSite::Start::nothing, {false, true}).after,
            SiteState::none);
}

// The number of the last call of this name in a run without faults.
int last_call(const char* name) {
  TestSite site(TestSite::Start::old_site);
  UnsyncedDisk sound;
  CountingDisk disk(sound);
  publish_with_site_writer(disk, site.output(), new_pages());
  const auto found = std::find(disk.calls().rbegin(), disk.calls().rend(), name);
  return static_cast<int>(disk.calls().rend() - found);
}

void expect_one_whole_site(const TestSite& site) {
  EXPECT_TRUE(site.state() == SiteState::old_site || site.state() == SiteState::new_site) << site.state();
}

// The process dies right after the exchange, and the power goes in the run after it: that one may
// remove the old site only when the exchange is safe.
TEST(PowerCutTest, AKillAndThenAPowerCutLeaveAWholeSite) {
  const int after_exchange = last_call("exchange") + 1;
  for (const Loss loss : kLosses) {
    bool cut = true;
    for (int at = 1; cut; ++at) {
      SCOPED_TRACE("power cut before call " + std::to_string(at) + " of the second run");
      TestSite site(TestSite::Start::old_site);
      UnsyncedDisk sound;
      CountingDisk disk(sound, {Fault::Kind::power_cut, after_exchange, 0, false, false});
      EXPECT_THROW(publish_with_site_writer(disk, site.output(), new_pages()), std::runtime_error);
      ASSERT_EQ(site.state(), SiteState::new_site);
      disk.next_process({Fault::Kind::power_cut, at, 0, false, true});
      try {
        publish_with_site_writer(disk, site.output(), new_pages());
      } catch (const std::runtime_error&) {
      }
      cut = disk.went_wrong();
      disk.forget_unsafe(loss);
      expect_one_whole_site(site);
    }
  }
}

// The last step fails, so that the exchange is taken back, and the power goes while that happens.
TEST(PowerCutTest, APowerCutWhileAnExchangeIsTakenBackLeavesAWholeSite) {
  const int last_step = last_call("sync_folder");
  for (const Loss loss : kLosses) {
    for (int at = last_step + 1; at < last_step + 6; ++at) {
      SCOPED_TRACE("power cut before call " + std::to_string(at));
      TestSite site(TestSite::Start::old_site);
      UnsyncedDisk sound;
      CountingDisk disk(sound, {Fault::Kind::fail, last_step, EIO, false, false});
      disk.add({Fault::Kind::power_cut, at, 0, false, true});
      EXPECT_THROW(publish_with_site_writer(disk, site.output(), new_pages()), std::runtime_error);
      disk.forget_unsafe(loss);
      expect_one_whole_site(site);
    }
  }
}

}  // namespace
}  // namespace gongshi::testing
