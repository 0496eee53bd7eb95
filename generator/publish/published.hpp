// What one audience may see of a site: made by publish() from an allow-list, record by record and
// field by field, and by nothing else. Pages, data, feeds, search and writers take these types only;
// the static_assert at the end of this file and those beside the views hold them to it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "derive/item_status.hpp"
#include "derive/small_cells.hpp"
#include "model/limits.hpp"
#include "model/site.hpp"
#include "publish/audience.hpp"
#include "publish/published_list.hpp"
#include "publish/run_all.hpp"
#include "publish/withheld_values.hpp"

namespace gongshi {

/// A published record of any kind, to be read through its table. Made by PublishedSite alone.
class PublishedRecord {
 public:
  [[nodiscard]] RecordKey key() const { return m_key; }
  [[nodiscard]] const FieldTable& table() const { return *m_table; }
  /// The struct that the table describes.
  [[nodiscard]] const void* fields() const { return m_fields; }
  [[nodiscard]] const Record& common() const { return *m_common; }
  [[nodiscard]] const std::string& hash() const { return *m_hash; }

 private:
  friend class PublishedSite;
  PublishedRecord() = default;

  RecordKey m_key;
  const FieldTable* m_table = nullptr;
  const void* m_fields = nullptr;
  const Record* m_common = nullptr;
  const std::string* m_hash = nullptr;
};

/// How much of the site this audience does not see.
struct Withheld {
  std::map<Kind, std::size_t> records;
  std::map<Kind, std::size_t> fields;
  std::size_t references = 0;  ///< links to withheld records that were taken out
};

/// All that can change from one view to another notes that it is read (ReadNotes).
class PublishedSite {
 public:
  [[nodiscard]] const SiteConfig& config() const { return m_config; }
  [[nodiscard]] const Audience& audience() const { return m_audience; }
  [[nodiscard]] Date as_of() const { return m_as_of; }
  [[nodiscard]] const Limits& limits() const { return m_limits; }
  [[nodiscard]] const RecordLists<Published>& records() const { return m_records; }
  [[nodiscard]] const Withheld& withheld() const { return noted(m_withheld); }
  /// What the search of the output looks for; no one else can look into it.
  [[nodiscard]] const WithheldValues& withheld_values() const { return noted(m_withheld_values); }
  /// Names below content/files/ that a record of this view names, sorted.
  [[nodiscard]] const std::vector<std::string>& attachments() const { return noted(m_attachments); }

  /// The records of a kind, in order of their ids.
  [[nodiscard]] std::size_t count(Kind kind) const;
  [[nodiscard]] PublishedRecord record(RecordKey key) const;

  /// State of the item at this place of its list.
  [[nodiscard]] const ItemState& state(std::size_t item) const {
    ReadNotes::note(ReadOf::state, Kind::item, item);
    return m_states[item];
  }
  /// Figures of the survey at this place of its list and of one of its aspects; places of results are those
  /// in the published record. What they do not hold must not be shown, nor anything worked out of it.
  [[nodiscard]] const PollTable& poll(std::size_t survey) const { return noted(m_polls)[survey].results; }
  [[nodiscard]] const PollTable& poll(std::size_t survey, std::size_t aspect) const {
    return noted(m_polls)[survey].aspects[aspect];
  }
  /// May a page tell whether this result is below the threshold of satisfaction? Where not, the group may
  /// or may not have a look-back, and no look-back for it is in this view.
  [[nodiscard]] bool tells_verdict(std::size_t survey, std::size_t result) const {
    return noted(m_polls)[survey].verdicts[result];
  }
  /// Records that name this one, sorted.
  [[nodiscard]] const std::vector<RecordKey>& named_by(RecordKey record) const;

 private:
  friend class Projection;
  PublishedSite() = default;

  template <class T>
  static const T& noted(const T& value) {
    ReadNotes::note(ReadOf::other, Kind::phase, 0);
    return value;
  }

  SiteConfig m_config;
  Audience m_audience;
  Date m_as_of;
  Limits m_limits;
  RecordLists<Published> m_records;
  std::vector<std::string> m_attachments;
  std::vector<ItemState> m_states;
  std::vector<ProtectedPoll> m_polls;
  std::map<RecordKey, std::vector<RecordKey>> m_named_by;
  Withheld m_withheld;
  WithheldValues m_withheld_values;
};

/// The view of `site` that `audience` may see. Withdrawn records keep their id, title (but not when
/// redacted) and the withdrawal; references to records that are not in the view are not in it either, and
/// [[links]] to them in a body are plain words.
///
/// The rule of links and counts: whatever is shown (a list, a link, who names whom, a state, a flag, a
/// count, a rate) is derived from the view alone and never from the site behind it, so that adding,
/// changing or removing what is withheld moves nothing. No page says how much was withheld; only the
/// person who builds is told. However `run_all` spreads the work, the view is the same.
PublishedSite publish(const Site& site, const Audience& audience, const RunAll& run_all = run_in_turn);

/// `before`, an earlier view of the same site by the same audience, after one record of this kind and id was
/// read anew; equal to publish() but for what a builder alone is told. Nothing, and `before` is used up,
/// where more than that record may have changed: where it decides what else is shown, or names files. Its
/// scope, its unit and its being withdrawn must be as they were.
std::optional<PublishedSite> republish(PublishedSite before, const Site& site, Kind kind,
                                       std::string_view id);

/// What the records of this view say of the item at this place of its list.
Surroundings surroundings_of(const PublishedSite& site, std::uint32_t item);

/// What may leave the program: a published site or record, and nothing raw.
template <class T>
inline constexpr bool kIsPublished = false;
template <>
inline constexpr bool kIsPublished<PublishedSite> = true;
template <>
inline constexpr bool kIsPublished<PublishedRecord> = true;
template <class R>
inline constexpr bool kIsPublished<Published<R>> = true;
template <class T>
concept Publishable = kIsPublished<T>;

static_assert(Publishable<PublishedSite> && Publishable<Published<Item>>);
static_assert(!Publishable<Site> && !Publishable<Item> && !Publishable<Written<Item>>);

}  // namespace gongshi
