#include "publish/published.hpp"

namespace gongshi {

const std::vector<RecordKey>& PublishedSite::named_by(RecordKey record) const {
  static const std::vector<RecordKey> kNone;
  ReadNotes::note(ReadOf::names, record.kind, record.index);
  const auto found = m_named_by.find(record);
  return found == m_named_by.end() ? kNone : found->second;
}

std::size_t PublishedSite::count(Kind kind) const {
  std::size_t count = 0;
  m_records.for_each_kind([&]<class R>() {
    if (R::kKind == kind) count = m_records.all<R>().size();
  });
  return count;
}

PublishedRecord PublishedSite::record(RecordKey key) const {
  PublishedRecord made;
  m_records.for_each_kind([&]<class R>() {
    if (R::kKind != key.kind) return;
    const Published<R>& published = m_records.all<R>()[key.index];
    made.m_key = key;
    made.m_table = &fields_of(&*published);
    made.m_fields = &*published;
    made.m_common = &*published;
    made.m_hash = &published.hash();
  });
  return made;
}

Surroundings surroundings_of(const PublishedSite& site, std::uint32_t item) {
  Surroundings around;
  const std::string& id = site.records().all<Item>()[item]->id;
  for (const RecordKey& key : site.named_by({Kind::item, item})) {
    if (key.kind == Kind::feedback) {
      const Published<Feedback>& feedback = site.records().all<Feedback>()[key.index];
      if (split_name(feedback->about.id).id == id) around.feedback.push_back(&*feedback);
    } else if (key.kind == Kind::item) {
      const Published<Item>& other = site.records().all<Item>()[key.index];
      if (other->continues.id == id)
        around.taken_up.push_back(entered_on(*other, site.as_of()).value_or(Date()));
    }
  }
  return around;
}

}  // namespace gongshi
