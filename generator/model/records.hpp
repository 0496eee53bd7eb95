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

/// `Held<R>` is what a list holds for kind R; it converts to or dereferences as a record by `record_in`.
template <template <class> class Held>
class RecordLists {
 public:
  /// A list a kind, in the order of kKinds. Each is sorted by id.
  using Lists =
      std::tuple<std::vector<Held<Phase>>, std::vector<Held<Objective>>, std::vector<Held<Unit>>,
                 std::vector<Held<Consultation>>, std::vector<Held<Opinion>>, std::vector<Held<Plan>>,
                 std::vector<Held<Item>>, std::vector<Held<Survey>>, std::vector<Held<Lookback>>,
                 std::vector<Held<Institution>>, std::vector<Held<Duty>>, std::vector<Held<Bulletin>>,
                 std::vector<Held<Feedback>>, std::vector<Held<Page>>, std::vector<Held<Holiday>>>;

  template <class R>
  [[nodiscard]] const std::vector<Held<R>>& all() const {
    return std::get<std::vector<Held<R>>>(m_lists);
  }
  template <class R>
  [[nodiscard]] std::vector<Held<R>>& all() {
    return std::get<std::vector<Held<R>>>(m_lists);
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
    const auto& list = all<R>();
    const auto found =
        std::lower_bound(list.begin(), list.end(), id,
                         [](const Held<R>& held, std::string_view wanted) { return held->id < wanted; });
    if (found == list.end() || (*found)->id != id) return std::nullopt;
    return static_cast<std::uint32_t>(found - list.begin());
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
