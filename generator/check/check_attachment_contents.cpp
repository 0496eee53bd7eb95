// Looks into the attachments that records name.
#include <map>
#include <set>

#include "check/attachment_text.hpp"
#include "check/checks.hpp"
#include "check/personal_data.hpp"
#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

class AttachmentCheck {
 public:
  AttachmentCheck(const ReadAttachment& read, Diagnostics& diagnostics)
      : m_read(read), m_diagnostics(diagnostics) {}

  void check(const std::string& name, Position at) {
    const auto& found = opened(name);
    if (!found) return m_diagnostics.add("attachment-unreadable", at, {name});
    for (const Term& what : found->hidden) m_diagnostics.add("attachment-hidden", at, {name, what});
    std::set<PersonalKind> told;
    for (const PersonalDatum& datum : find_personal_data(found->text)) {
      if (!told.insert(datum.kind).second) continue;
      m_diagnostics.add("personal-data", at,
                        {term_of(datum.kind), Term{"附件 " + name + " ", "the attachment " + name}, Term{}});
    }
  }

 private:
  // Several records may name one file; it is opened once.
  const std::optional<AttachmentText>& opened(const std::string& name) {
    const auto known = m_opened.find(name);
    if (known != m_opened.end()) return known->second;
    return m_opened.emplace(name, read_attachment_text(name, m_read(name))).first->second;
  }

  const ReadAttachment& m_read;
  Diagnostics& m_diagnostics;
  std::map<std::string, std::optional<AttachmentText>> m_opened;
};

}  // namespace

void check_attachment_contents(const Site& site, const ReadAttachment& read, Diagnostics& diagnostics) {
  AttachmentCheck check(read, diagnostics);
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      walk_values(fields_of(&record), &record, [&](const Field&, const ValueType& type, const void* value) {
        if (type.shape != Shape::file_name) return;
        const auto& file = *static_cast<const FileName*>(value);
        if (std::binary_search(site.attachments.begin(), site.attachments.end(), file.text))
          check.check(file.text, file.at);
      });
    }
  });
}

}  // namespace gongshi
