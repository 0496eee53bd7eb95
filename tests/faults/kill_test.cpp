// The process is killed at every one of its calls to the disk, and in the middle of the longer ones.
// What is published afterwards is one whole site, and the next run clears up by itself.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "faults/counting_disk.hpp"
#include "faults/test_site.hpp"
#include "faults/wrong_publishers.hpp"

namespace gongshi::testing {
namespace {

enum class End { by_itself, killed, failed };

End publish_in_child(const Publisher& publish, const TestSite& site, Fault fault) {
  const pid_t child = ::fork();
  if (child == 0) {
    try {
      UnsyncedDisk sound;
      CountingDisk disk(sound, fault);
      publish(disk, site.output(), new_pages());
      ::_exit(0);
    } catch (...) {
      ::_exit(1);
    }
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) return End::killed;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? End::by_itself : End::failed;
}

/// How often each state was found after a kill.
using States = std::map<SiteState, int>;

States kill_at_each_call(const Publisher& publish, TestSite::Start start, bool torn) {
  States states;
  for (int at = 1; at < 1000; ++at) {
    SCOPED_TRACE("killed at call " + std::to_string(at));
    TestSite site(start);
    const End end = publish_in_child(publish, site, {Fault::Kind::kill, at, 0, false, torn});
    EXPECT_NE(end, End::failed);
    if (end != End::killed) {
      EXPECT_EQ(site.state(), SiteState::new_site);
      return states;
    }
    ++states[site.state()];
    site.expect_next_run_succeeds(publish);
  }
  ADD_FAILURE() << "no run ends by itself";
  return states;
}

TEST(KillTest, TheSiteIsTheOldOrTheNewOne) {
  for (const bool torn : {false, true}) {
    const States states = kill_at_each_call(publish_with_site_writer, TestSite::Start::old_site, torn);
    EXPECT_EQ(states.count(SiteState::torn), 0U);
    EXPECT_EQ(states.count(SiteState::none), 0U);
    EXPECT_GT(states.at(SiteState::old_site), 15);
    EXPECT_EQ(states.at(SiteState::new_site), 2) << "the two calls after the exchange";
  }
}

TEST(KillTest, TheFirstSiteIsThereWholeOrNotAtAll) {
  for (const bool torn : {false, true}) {
    const States states = kill_at_each_call(publish_with_site_writer, TestSite::Start::nothing, torn);
    EXPECT_EQ(states.count(SiteState::torn), 0U);
    EXPECT_GT(states.at(SiteState::none), 15);
    EXPECT_EQ(states.at(SiteState::new_site), 1);
  }
}

TEST(KillTest, TheTestCatchesAWriterThatWritesInPlace) {
  for (const bool torn : {false, true}) {
    const States states = kill_at_each_call(publish_in_place, TestSite::Start::old_site, torn);
    EXPECT_GT(states.at(SiteState::torn), 10);
  }
}

// The lock of a build that was killed holds nobody up; that of one at work does, and names it.
TEST(KillTest, ALockLivesAsLongAsItsProcess) {
  const TempFolder temp;
  const std::string path = temp / ".public.lock";
  int ready[2] = {};
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    LockHolder nobody;
    const auto held = Disk().lock(path, {std::to_string(::getpid()), "2026-06-30T08:00:00Z"}, nobody);
    const char byte = held == nullptr ? 'n' : 'y';
    if (::write(ready[1], &byte, 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  EXPECT_EQ(byte, 'y');
  LockHolder holder;
  EXPECT_EQ(Disk().lock(path, {"4712", "later"}, holder), nullptr);
  EXPECT_EQ(holder.process, std::to_string(child));
  EXPECT_EQ(holder.since, "2026-06-30T08:00:00Z");
  ::kill(child, SIGKILL);
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  EXPECT_NE(Disk().lock(path, {"4712", "later"}, holder), nullptr);
  ::close(ready[0]);
  ::close(ready[1]);
}

}  // namespace
}  // namespace gongshi::testing
