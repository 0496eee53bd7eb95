// A poll made of what its results say, for the tests of figures.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "derive/poll_waves.hpp"
#include "unit/model/loaded.hpp"

namespace gongshi::testing {

/// A census on three options, the first two positive, with `more` keys and these `results`.
inline Survey survey_of(const std::string& results, const std::string& more = "method: census\n") {
  Loaded<Survey> loaded(
      "title: 测评\nconductor: a\nrelation: superior\nperiod: {from: 2026-05-13, to: 2026-05-17}\n"
      "question: 您满意吗？\noptions: [满意, 基本满意, 不满意]\npositive: [满意, 基本满意]\n"
      "population: 来办事的人\n" +
      more + "results: [" + results + "]\n");
  EXPECT_EQ(loaded.findings, Findings{}) << results;
  return std::move(loaded.record);
}

inline std::string counts_of(int a, int b, int c, const std::string& more = "") {
  return "{unit: a, " + more + "valid: " + std::to_string(a + b + c) +
         ", counts: {满意: " + std::to_string(a) + ", 基本满意: " + std::to_string(b) +
         ", 不满意: " + std::to_string(c) + "}}";
}

inline Poll poll_of(const Survey& survey) { return {&survey, poll_table(survey, survey.results)}; }

}  // namespace gongshi::testing
