// What is said of a poll is what its counts bear out: claims, reported rates, the threshold with its
// look-back, the words used, and what is too good to be true.
#include <algorithm>
#include <array>

#include "check/checks.hpp"
#include "check/key_place.hpp"
#include "derive/poll_claims.hpp"
#include "derive/poll_warnings.hpp"

namespace gongshi {
namespace {

constexpr std::array<std::string_view, 4> kSamplingWords = {"抽样误差", "置信", "±", "显著"};
constexpr std::array<std::string_view, 3> kEverybodyWords = {"群众满意率", "全体群众", "全体"};
constexpr std::array<std::string_view, 2> kPercentSigns = {"%", "％"};

class PollHonestyCheck {
 public:
  PollHonestyCheck(const Site& site, const PollSurroundings& around, Diagnostics& diagnostics)
      : m_site(site), m_around(around), m_diagnostics(diagnostics) {}

  void check(const Poll& poll) {
    check_claims(poll);
    check_threshold(poll);
    check_words(poll);
    for (const PollWarning& warning : poll_warnings(poll, m_around)) {
      const Position at =
          warning.results.empty() ? poll.survey->at : poll.survey->results[warning.results[0]].at;
      m_diagnostics.add(warning.code, at, warning.arguments, warning.related);
    }
  }

 private:
  void check_claims(const Poll& poll) {
    for (const Claim& claim : poll.survey->claims) {
      const auto rate_of_claim = scaled(claim.rate);
      if (!rate_of_claim) continue;
      const auto checked = check_claim(*poll.survey, poll.table, claim);
      const Position at = place_of(claim, "rate");
      if (!checked) {
        m_diagnostics.add("claim-unchecked", at, {claim.rate.text});
      } else if (!checked->is_true) {
        const int digits = std::min(9, rate_of_claim->decimals + 2);
        m_diagnostics.add(
            "poll-claim", at,
            {claim.rate.text, checked->x, checked->n,
             decimal_text(rate(checked->x, checked->n, digits), digits), ways(checked->would_give)});
      }
    }
  }

  // Other ways to reckon that give the claimed rate, as one remark.
  static Term ways(const std::vector<Term>& would_give) {
    Term all;
    for (const Term& way : would_give) {
      all.zh += (all.zh.empty() ? "这个比率可由以下算法得出：" : "，") + way.zh;
      all.en += (all.en.empty() ? "What would give it: " : ", ") + way.en;
    }
    if (!would_give.empty()) {
      all.zh += "。";
      all.en += ". ";
    }
    return all;
  }

  void check_threshold(const Poll& poll) {
    const Survey& survey = *poll.survey;
    const std::int64_t threshold = m_around.limits.satisfaction;
    if (survey.measures.value_or(Measured::satisfaction) != Measured::satisfaction) return;
    for (std::size_t i = 0; i < survey.results.size(); ++i) {
      const SurveyResult& result = survey.results[i];
      const PollRow& row = poll.table.rows[i];
      if (!result.unit.given() || verdict_of(survey, result, row, threshold) != Verdict::below) continue;
      if (has_lookback(survey.id, result.unit.id)) continue;
      const std::string stated = has_rate(row)
                                     ? rate_words(*row.positive, *row.valid)
                                     : plain_decimal(reported_rate(survey, result)->value, 9) + " %";
      m_diagnostics.add("lookback-missing", result.at, {stated, threshold, result.unit.id, survey.id});
    }
  }

  [[nodiscard]] bool has_lookback(std::string_view survey, std::string_view unit) const {
    const auto& all = m_site.records.all<Lookback>();
    return std::any_of(all.begin(), all.end(), [&](const Lookback& lookback) {
      return !lookback.withdrawn && lookback.survey.id == survey && lookback.unit.id == unit;
    });
  }

  void check_words(const Poll& poll) {
    const Survey& survey = *poll.survey;
    check_text(poll, survey.title.text, place_of(survey, "title"));
    for (const Claim& claim : survey.claims) {
      check_text(poll, claim.text, place_of(claim, "text"));
      const auto index = claim.unit.given() ? find_result(survey, claim.unit.id) : std::nullopt;
      if (index && is_too_small(poll.table.rows[*index]))
        add_percent(claim.rate.text + " %", place_of(claim, "rate"));
    }
    for (const Bulletin& bulletin : m_site.records.all<Bulletin>()) {
      if (!bulletin.withdrawn && names(bulletin, survey.id)) {
        check_text(poll, bulletin.title.text, place_of(bulletin, "title"));
        check_text(poll, bulletin.body, bulletin.body_at);
      }
    }
  }

  static bool names(const Bulletin& bulletin, const std::string& survey) {
    return bulletin.body.find("[[" + survey + "]]") != std::string::npos ||
           bulletin.body.find("[[surveys/" + survey + "]]") != std::string::npos;
  }

  void check_text(const Poll& poll, std::string_view text, Position at) {
    const Survey& survey = *poll.survey;
    if (!(survey.method == Method::random_sample)) {
      add_words(text, kSamplingWords, at,
                {"不是随机抽样，没有误差范围；删去这个词，只写人数和比率",
                 "it is no random sample and has no margin of error; take the word out and give numbers and "
                 "rates alone"});
    }
    const bool speaks_for_few = survey.method == Method::representatives ||
                                survey.method == Method::self_selected ||
                                survey.respondents == Respondents::own_staff;
    if (speaks_for_few) {
      add_words(text, kEverybodyWords, at,
                {"结果只说明作答的人，例如写“参加测评者的满意率”",
                 "the result speaks only for those who answered; write, say, `of those who answered`"});
    }
    const auto& rows = poll.table.rows;
    if (!rows.empty() && std::all_of(rows.begin(), rows.end(), is_too_small)) {
      for (const std::string_view sign : kPercentSigns) {
        if (text.find(sign) != std::string_view::npos) return add_percent(std::string(sign), at);
      }
    }
  }

  static bool is_too_small(const PollRow& row) { return row.valid && *row.valid < kPercentBase; }

  void add_percent(const std::string& word, Position at) {
    m_diagnostics.add(
        "word-method", at,
        {word, Term{"不足 20 人不写百分比，写几人中几人，例如“17 人中 16 人满意”",
                    "below 20 people write how many of how many, as in `16 of 17`, not a percentage"}});
  }

  // The first of the words that the text holds.
  void add_words(std::string_view text, std::span<const std::string_view> words, Position at,
                 const Term& cure) {
    for (const std::string_view word : words) {
      if (text.find(word) == std::string_view::npos) continue;
      return m_diagnostics.add("word-method", at, {std::string(word), cure});
    }
  }

  const Site& m_site;
  const PollSurroundings& m_around;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_poll_honesty(const Site& site, Diagnostics& diagnostics) {
  const auto& surveys = site.records.all<Survey>();
  const PollSurroundings around = poll_surroundings(site.records, limits_of(site.config), [&](std::size_t i) {
    return poll_table(surveys[i], surveys[i].results);
  });
  PollHonestyCheck check(site, around, diagnostics);
  for (const Poll& poll : around.polls) check.check(poll);
}

}  // namespace gongshi
