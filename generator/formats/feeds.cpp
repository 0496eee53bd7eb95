#include "formats/feeds.hpp"

#include <algorithm>

#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// The last event of the record: a plain date is one, a planned date is not.
std::optional<Date> updated_on(const PublishedRecord& record, Date as_of) {
  std::optional<sys_days> last;
  walk_values(record.table(), record.fields(), [&](const Field&, const ValueType& type, const void* value) {
    if (type.shape != Shape::date || type.planned) return;
    const Date& date = *static_cast<const Date*>(value);
    if (date.first_day() > as_of.last_day()) return;
    const sys_days day = std::min(date.last_day(), as_of.last_day());
    last = last ? std::max(*last, day) : day;
  });
  return last ? std::optional(date_of(*last)) : std::nullopt;
}

std::string unit_of(const PublishedRecord& record) {
  if (record.key().kind == Kind::unit) return record.common().id;
  const Field* field = record.table().find("unit");
  const bool named = field != nullptr && field->type->shape == Shape::reference;
  return named ? static_cast<const Reference*>(field->in(record.fields()))->id : std::string();
}

std::string summary_of(const ViewContext& context, RecordKey key) {
  const auto& records = context.site().records();
  if (context.site().record(key).common().withdrawn) return context.word("withdrawn.tag");
  if (key.kind == Kind::item) return records.all<Item>()[key.index]->problem;
  if (key.kind == Kind::opinion) return records.all<Opinion>()[key.index]->summary;
  return {};
}

FeedEntry entry_of(const ViewContext& context, RecordKey key, Date updated) {
  FeedEntry entry;
  entry.id = record_address(context, key);
  entry.link = entry.id;
  entry.title = context.title(key);
  entry.summary = summary_of(context, key);
  entry.category = context.label(key.kind);
  entry.unit = unit_of(context.site().record(key));
  entry.updated = updated;
  return entry;
}

void sort_newest_first(std::vector<FeedEntry>& entries) {
  std::sort(entries.begin(), entries.end(), [](const FeedEntry& a, const FeedEntry& b) {
    const sys_days day_a = a.updated.last_day();
    const sys_days day_b = b.updated.last_day();
    return day_a != day_b ? day_a > day_b : a.id < b.id;
  });
}

std::string feed_title(const ViewContext& context, const std::string& name) {
  return context.site().config().title.text + context.word("title_separator") + name;
}

}  // namespace

std::string record_address(const ViewContext& context, RecordKey key) {
  return context.site().config().base_url.text +
         relative_address("", record_path(key.kind, context.site().record(key).common().id));
}

Feeds::Feeds(const ViewContext& context) : m_context(context) {
  const PublishedSite& site = context.site();
  for (const KindName& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) {
      add_record({kind.kind, i});
      add_corrections({kind.kind, i});
      if (kind.kind == Kind::item) add_overdue(i);
    }
  }
  sort_newest_first(m_records);
  sort_newest_first(m_bulletins);
  sort_newest_first(m_corrections);
  sort_newest_first(m_overdue);
}

void Feeds::add_record(RecordKey key) {
  const auto updated = updated_on(m_context.site().record(key), m_context.site().as_of());
  if (!updated || key.kind == Kind::holiday) return;
  m_records.push_back(entry_of(m_context, key, *updated));
  if (key.kind == Kind::bulletin) m_bulletins.push_back(m_records.back());
}

void Feeds::add_corrections(RecordKey key) {
  const PublishedSite& site = m_context.site();
  const auto add = [&](const std::string& what, const std::string& label, Date date,
                       const std::string& reason) {
    if (!date.known() || date.first_day() > site.as_of().last_day()) return;
    FeedEntry entry = entry_of(m_context, key, date_of(std::min(date.last_day(), site.as_of().last_day())));
    entry.id += "#" + what;
    entry.title = m_context.sentence("feeds.change", {{"what", label}, {"title", entry.title}});
    entry.summary = reason;
    m_corrections.push_back(std::move(entry));
  };
  const Record& record = site.record(key).common();
  if (record.withdrawn)
    add("withdrawn", m_context.word("withdrawn.tag"), record.withdrawn->date, record.withdrawn->reason);
  if (key.kind != Kind::item) return;
  const std::vector<Revision>& revisions = site.records().all<Item>()[key.index]->revisions;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    if (revisions[i].kind.given())
      add("revision-" + std::to_string(i + 1),
          m_context.label(choices(RevisionKind{})[revisions[i].kind.index]), revisions[i].date,
          revisions[i].reason);
  }
}

// Past its deadline; or, to be corrected at once, not begun within the days that the site gives it.
void Feeds::add_overdue(std::uint32_t index) {
  const PublishedSite& site = m_context.site();
  const Item& item = *site.records().all<Item>()[index];
  const ItemState& state = site.state(index);
  if (item.withdrawn || state.left != ItemState::Left::no || !state.has(ItemFlag::overdue)) return;
  const Date deadline = state.current_deadline;
  const auto entered = entered_on(item, site.as_of());
  FeedEntry entry = entry_of(m_context, {Kind::item, index}, {});
  if (deadline.known() && deadline.last_day() < site.as_of().last_day()) {
    entry.updated = date_of(deadline.last_day() + days(1));
    entry.id += "#overdue-" + deadline.text();
    entry.title =
        m_context.sentence("feeds.overdue_since", {{"deadline", deadline.text()}, {"title", entry.title}});
  } else if (entered) {
    entry.updated = date_of(entered->last_day() + days(site.limits().start_days));
    entry.id += "#overdue-start";
    entry.title = m_context.sentence(
        "feeds.not_started", {{"days", std::to_string(site.limits().start_days)}, {"title", entry.title}});
  } else {
    return;
  }
  m_overdue.push_back(std::move(entry));
}

std::vector<std::string> Feeds::paths() const {
  std::vector<std::string> all = {feed_path("all"), feed_path("overdue"), feed_path("corrections"),
                                  feed_path("bulletins")};
  for (const Published<Unit>& unit : m_context.site().records().all<Unit>())
    all.push_back(unit_feed_path(unit->id));
  return all;
}

Feed Feeds::feed(const std::string& path) const {
  Feed feed;
  feed.path = path;
  feed.page = kHomePath;
  if (path == feed_path("all")) {
    feed.title = m_context.site().config().title.text;
    feed.entries = m_records;
  } else if (path == feed_path("overdue")) {
    feed.title = feed_title(m_context, m_context.word("feeds.overdue"));
    feed.page = item_list_path("flag", "overdue");
    feed.entries = m_overdue;
  } else if (path == feed_path("corrections")) {
    feed.title = feed_title(m_context, m_context.word("feeds.corrections"));
    feed.entries = m_corrections;
  } else if (path == feed_path("bulletins")) {
    feed.title = feed_title(m_context, m_context.word("feeds.bulletins"));
    feed.page = index_path(Kind::bulletin);
    feed.entries = m_bulletins;
  }
  const auto& units = m_context.site().records().all<Unit>();
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    if (path != unit_feed_path(units[i]->id)) continue;
    feed.title = feed_title(m_context, m_context.title({Kind::unit, i}));
    feed.page = record_path(Kind::unit, units[i]->id);
    std::copy_if(m_records.begin(), m_records.end(), std::back_inserter(feed.entries),
                 [&](const FeedEntry& entry) { return entry.unit == units[i]->id; });
  }
  if (feed.entries.size() > kMostEntries) feed.entries.resize(kMostEntries);
  return feed;
}

}  // namespace gongshi
