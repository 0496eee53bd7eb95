// All records of all kinds, a sorted list a kind. The same container holds records as they were
// written and, wrapped, as they are published.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "model/bulletin.hpp"
#include "model/consultation.hpp"
#include "model/duty.hpp"
#include "model/feedback.hpp"
#include "model/find_record.hpp"
#include "model/holiday.hpp"
#include "model/institution.hpp"
#include "model/item.hpp"
#include "model/lookback.hpp"
#include "model/objective.hpp"
#include "model/opinion.hpp"
#include "model/page.hpp"
#include "model/phase.hpp"
#include "model/plan.hpp"
#include "model/survey.hpp"
#include "model/unit.hpp"

namespace gongshi {

/// What a list of `Held` is, which is a vector but where something else is said.
template <class Held>
struct ListOf {
  using Type = std::vector<Held>;
};

/// Place of the record with this id in a sorted list, or nothing.
template <class Held>
std::optional<std::uint32_t> index_of(const std::vector<Held>& list, std::string_view id) {
  const auto found =
      std::lower_bound(list.begin(), list.end(), id,
                       [](const Held& held, std::string_view wanted) { return held->id < wanted; });
  if (found == list.end() || (*found)->id != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - list.begin());
}

/// `Held<R>` is what a list holds for kind R; it converts to or dereferences as a record by `record_in`.
template <template <class> class Held>
class RecordLists {
 public:
  template <class R>
  using List = typename ListOf<Held<R>>::Type;
  /// A list a kind, in the order of kKinds. Each is sorted by id.
  using Lists = std::tuple<List<Phase>, List<Objective>, List<Unit>, List<Consultation>, List<Opinion>,
                           List<Plan>, List<Item>, List<Survey>, List<Lookback>, List<Institution>,
                           List<Duty>, List<Bulletin>, List<Feedback>, List<Page>, List<Holiday>>;

  template <class R>
  [[nodiscard]] const List<R>& all() const {
    return std::get<List<R>>(m_lists);
  }
  template <class R>
  [[nodiscard]] List<R>& all() {
    return std::get<List<R>>(m_lists);
  }

  /// Calls `visit.operator()<R>()` for each kind, in the order of kKinds.
  template <class Visit>
  static void for_each_kind(Visit&& visit) {
    (visit.template operator()<Phase>(), visit.template operator()<Objective>(),
     visit.template operator()<Unit>(), visit.template operator()<Consultation>(),
     visit.template operator()<Opinion>(), visit.template operator()<Plan>(),
     visit.template operator()<Item>(), visit.template operator()<Survey>(),
     visit.template operator()<Lookback>(), visit.template operator()<Institution>(),
     visit.template operator()<Duty>(), visit.template operator()<Bulletin>(),
     visit.template operator()<Feedback>(), visit.template operator()<Page>(),
     visit.template operator()<Holiday>());
  }

  /// Place of the record with this id in its list, or nothing.
  template <class R>
  [[nodiscard]] std::optional<std::uint32_t> find_index(std::string_view id) const {
    return index_of(all<R>(), id);
  }
  template <class R>
  [[nodiscard]] const Held<R>* find(std::string_view id) const {
    const auto index = find_index<R>(id);
    return index ? &all<R>()[*index] : nullptr;
  }

 private:
  Lists m_lists;
};

/// The table of a kind.
const FieldTable& fields_of(Kind kind);

}  // namespace gongshi
