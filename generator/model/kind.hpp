// The kinds of records: their names in commands and folders, and in both languages.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "diagnostics/message.hpp"

namespace gongshi {

enum class Kind : std::uint8_t {
  phase,
  objective,
  unit,
  consultation,
  opinion,
  plan,
  item,
  survey,
  lookback,
  institution,
  duty,
  bulletin,
  feedback,
  page,
  holiday,
};

struct KindName {
  Kind kind;
  std::string_view singular;
  std::string_view plural;  ///< folder, output folder, table and prefix of references
  Bilingual label;
};

inline constexpr std::array<KindName, 15> kKinds = {{
    {Kind::phase, "phase", "phases", {"阶段", "phase"}},
    {Kind::objective, "objective", "objectives", {"整改目标", "objective"}},
    {Kind::unit, "unit", "units", {"单位", "unit"}},
    {Kind::consultation, "consultation", "consultations", {"征求意见", "consultation"}},
    {Kind::opinion, "opinion", "opinions", {"意见", "opinion"}},
    {Kind::plan, "plan", "plans", {"整改方案", "plan"}},
    {Kind::item, "item", "items", {"整改事项", "item"}},
    {Kind::survey, "survey", "surveys", {"满意度测评", "survey"}},
    {Kind::lookback, "lookback", "lookbacks", {"回头看", "look-back"}},
    {Kind::institution, "institution", "institutions", {"制度", "institution"}},
    {Kind::duty, "duty", "duties", {"要求", "duty"}},
    {Kind::bulletin, "bulletin", "bulletins", {"通报简报", "bulletin"}},
    {Kind::feedback, "feedback", "feedback", {"群众反馈", "feedback"}},
    {Kind::page, "page", "pages", {"说明", "page"}},
    {Kind::holiday, "holiday", "holidays", {"节假日", "holidays"}},
}};

constexpr const KindName& name_of(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

/// Are records of the kind mostly text, which stands below the front matter of a .md file?
constexpr bool is_mostly_text(Kind kind) {
  return kind == Kind::item || kind == Kind::institution || kind == Kind::bulletin || kind == Kind::page;
}

/// The kind with this singular or plural name or Chinese label, or null.
constexpr const KindName* find_kind(std::string_view name) {
  for (const KindName& known : kKinds) {
    if (name == known.singular || name == known.plural || name == known.label.zh) return &known;
  }
  return nullptr;
}

}  // namespace gongshi
