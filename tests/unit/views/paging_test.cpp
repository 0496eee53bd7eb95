// Rows over several pages: every row on one page, and no page without rows but the first.
#include "views/paging.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(Paging, OnePageHoldsWhatFits) {
  EXPECT_EQ(pages_of({"a.html", "", 0, 20}), 1U);
  EXPECT_EQ(pages_of({"a.html", "", 20, 20}), 1U);
  EXPECT_EQ(pages_of({"a.html", "", 21, 20}), 2U);
  EXPECT_EQ(rows_on({"a.html", "", 0, 20}, 1).last, 0U);
}

TEST(Paging, EveryRowStandsOnOnePage) {
  const Paging paging{"a.html", "", 45, 20};
  std::size_t next = 0;
  for (std::size_t number = 1; number <= pages_of(paging); ++number) {
    EXPECT_EQ(rows_on(paging, number).first, next);
    next = rows_on(paging, number).last;
  }
  EXPECT_EQ(next, 45U);
}

TEST(Paging, AddressesLieBelowTheFirstPage) {
  EXPECT_EQ(page_path({"oversight/trace.html", "pending", 45, 20}, 1), "oversight/trace.html");
  EXPECT_EQ(page_path({"oversight/trace.html", "pending", 45, 20}, 2), "oversight/trace/pending/2.html");
  EXPECT_EQ(page_path({"opinions/index.html", "all", 45, 20}, 3), "opinions/list/all/3.html");
  EXPECT_EQ(page_path({"items/list/flag/overdue.html", "", 45, 20}, 2), "items/list/flag/overdue/2.html");
}

}  // namespace
}  // namespace gongshi
