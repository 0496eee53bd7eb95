// The audit reads hand-written files that leak, as no projection should write them; and the worked
// examples of the notes on honest figures with a cover taken away.
#include "gate/cell_audit.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "unit/findings.hpp"

namespace gongshi {
namespace {

using testing::Findings;

constexpr const char* kUnits =
    R"([{"id":"A","parent":"D"},{"id":"B","parent":"D"},{"id":"C","parent":"D"},{"id":"D"},{"id":"E","parent":"D"}])";

std::string survey(const std::string& mode, const std::string& results, const std::string& more = "") {
  return R"([{"id":"s","options":["满意","基本满意","不满意"],"positive":["满意","基本满意"],"small_cell":{"mode":")" +
         mode + R"("},"results":[)" + results + "]" + more + "}]";
}
std::string shown(const std::string& unit, int satisfied, int rather, int not_satisfied) {
  return R"({"unit":")" + unit + R"(","valid":)" + std::to_string(satisfied + rather + not_satisfied) +
         R"(,"counts":{"满意":)" + std::to_string(satisfied) + R"(,"基本满意":)" + std::to_string(rather) +
         R"(,"不满意":)" + std::to_string(not_satisfied) + "}}";
}
std::string with(const std::string& unit, const std::string& members) {
  return R"({"unit":")" + unit + "\"" + (members.empty() ? "" : ",") + members + "}";
}

// Each finding as `row column`, in English.
Findings audited(const std::string& surveys, const std::string& units = kUnits) {
  Diagnostics diagnostics;
  const bool clean = audit_cells(surveys, units, 5, diagnostics);
  Findings all;
  for (const Diagnostic& finding : diagnostics.sorted()) {
    EXPECT_EQ(finding.code(), "cell-derivable");
    EXPECT_EQ(finding.place, "data/surveys.json");
    EXPECT_EQ(std::get<std::string>(finding.arguments[0]), "s");
    all.push_back(std::get<std::string>(finding.arguments[1]) + " " +
                  std::get<Term>(finding.arguments[2]).en);
  }
  EXPECT_EQ(clean, all.empty());
  return all;
}

TEST(CellAudit, ARowThatShowsASmallNumber) {
  EXPECT_EQ(audited(survey("cells", shown("A", 100, 25, 3))), (Findings{"A 不满意", "A not positive"}));
  EXPECT_EQ(audited(survey("cells", shown("A", 100, 3, 25))), (Findings{"A 基本满意"}));
  EXPECT_EQ(audited(survey("cells", shown("A", 0, 0, 25))), (Findings{"A positive"}));
  EXPECT_EQ(audited(survey("cells", with("A", R"("valid":128,"satisfied":125)"))),
            (Findings{"A not positive"}));
  EXPECT_EQ(audited(survey("cells", shown("A", 100, 25, 5))), Findings{});
  EXPECT_EQ(audited(survey("cells", shown("A", 100, 25, 0))), Findings{});
}

TEST(CellAudit, ByBaseOnlyTheGroupsSizeCounts) {
  EXPECT_EQ(audited(survey("base", shown("A", 100, 25, 3))), Findings{});
  EXPECT_EQ(audited(survey("base", shown("A", 2, 1, 1))), (Findings{"A valid"}));
  EXPECT_EQ(audited(survey("base", with("A", R"("returned":5,"void":1)"))), (Findings{"A valid"}));
  EXPECT_EQ(audited(survey("base", with("A", R"("participants":4)"))), (Findings{"A valid"}));
  EXPECT_EQ(audited(survey("base", with("A", R"("invited":4)"))), (Findings{"A valid"}));
  EXPECT_EQ(audited(survey("base", with("A", R"("invited":5)"))), Findings{});
  EXPECT_EQ(audited(survey("base", with("A", ""))), Findings{});
  EXPECT_EQ(audited(survey("none", shown("A", 2, 1, 1))), Findings{});
}

TEST(CellAudit, Example3WithoutItsCover) {
  const std::string others = "," + shown("C", 70, 30, 12) + "," + shown("D", 220, 75, 23);
  EXPECT_EQ(audited(survey("cells", with("A", R"("valid":128)") + "," + shown("B", 50, 20, 8) + others)),
            (Findings{"A 不满意", "A not positive"}));
  EXPECT_EQ(audited(survey("cells", with("A", R"("valid":128)") + "," + with("B", R"("valid":78)") + others)),
            Findings{});
  // The total of the rest printed beside it, as by an aspect or an earlier release, undoes the cover.
  EXPECT_EQ(audited(survey("cells", with("A", R"("valid":128)") + "," +
                                        with("B", R"("valid":78,"satisfied":70)") + others)),
            (Findings{"A not positive"}));
}

TEST(CellAudit, Example4WithTheCheaperCoverOfZero) {
  EXPECT_EQ(audited(survey("cells", with("A", R"("valid":128)") + "," + with("B", R"("valid":50)") + "," +
                                        shown("C", 70, 30, 12) + "," + shown("D", 210, 65, 15))),
            (Findings{"A、B 不满意", "A、B not positive"}));
}

TEST(CellAudit, Example6WithOnlyTheBranchHidden) {
  const std::string units =
      R"([{"id":"S"},{"id":"J1","parent":"S"},{"id":"J2","parent":"S"},{"id":"A","parent":"J1"},)"
      R"({"id":"B","parent":"J1"},{"id":"C","parent":"J2"},{"id":"D","parent":"J2"}])";
  const std::string start = shown("S", 250, 75, 19) + "," + with("J1", R"("valid":198)") + "," +
                            with("A", R"("valid":128)") + "," + shown("B", 50, 20, 0) + "," +
                            shown("C", 60, 20, 9) + ",";
  EXPECT_EQ(audited(survey("cells", start + shown("J2", 100, 30, 16) + "," + shown("D", 40, 10, 7)), units),
            (Findings{"A 不满意", "A not positive"}));
  EXPECT_EQ(audited(survey("cells", start + with("J2", R"("valid":146)") + "," + with("D", R"("valid":57)")),
                    units),
            Findings{});
}

TEST(CellAudit, Example7WithOneSmallGroupShown) {
  const std::string others = "," + shown("C", 70, 30, 12) + "," + shown("E", 60, 10, 6) + ",";
  EXPECT_EQ(audited(survey("base", with("A", "") + "," + with("B", "") + others + shown("D", 135, 42, 18))),
            Findings{});
  EXPECT_EQ(audited(survey("base", with("A", "") + others + shown("D", 133, 41, 18))), (Findings{"A valid"}));
}

TEST(CellAudit, TheTotalsOwnPartAndRowsThatContradictIt) {
  EXPECT_EQ(audited(survey("base", shown("A", 100, 25, 3) + "," + shown("D", 102, 25, 3))),
            (Findings{"D valid"}));
  EXPECT_EQ(audited(survey("base", shown("A", 100, 25, 3) + "," + shown("B", 100, 25, 3) + "," +
                                       shown("D", 102, 25, 3))),
            Findings{});
}

TEST(CellAudit, OneCountLeftOut) {
  EXPECT_EQ(audited(survey("cells", with("A", R"("valid":128,"counts":{"满意":100,"不满意":25})"))),
            (Findings{"A 基本满意"}));
}

TEST(CellAudit, ReportedRates) {
  const auto rate = [](const char* text) {
    return with("A", std::string(R"("participants":128,"reported_rate":)") + text);
  };
  EXPECT_EQ(audited(survey("cells", rate("99"))), (Findings{"A not positive"}));
  EXPECT_EQ(audited(survey("cells", rate("1.0"))), Findings{});  // nobody's rate
  EXPECT_EQ(audited(survey("cells", rate("1"))), (Findings{"A not positive"}));
  EXPECT_EQ(audited(survey("cells", rate("100"))), Findings{});
  EXPECT_EQ(audited(survey("cells", rate("90"))), Findings{});
  EXPECT_EQ(audited(survey("base", rate("99"))), Findings{});
  EXPECT_EQ(audited(survey("cells", rate("99"), R"(,"announced":{"where":"x"})")), Findings{});
}

TEST(CellAudit, AspectsToo) {
  EXPECT_EQ(audited(survey("base", shown("A", 100, 25, 3),
                           R"(,"aspects":[{"title":"x","results":[)" + shown("B", 1, 1, 0) + "]}]")),
            (Findings{"B valid"}));
}

TEST(CellAudit, NoJsonIsABug) {
  Diagnostics diagnostics;
  EXPECT_THROW(audit_cells("[", "[]", 5, diagnostics), std::logic_error);
  EXPECT_THROW(audit_cells("[]", "", 5, diagnostics), std::logic_error);
  EXPECT_TRUE(audit_cells("[]", "[]", 5, diagnostics));
}

}  // namespace
}  // namespace gongshi
