// A file that a record names lies in content/files/.
#include "check/checks.hpp"
#include "model/walk_fields.hpp"

namespace gongshi {

void check_attachments(const Site& site, Diagnostics& diagnostics) {
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      walk_values(fields_of(&record), &record, [&](const Field&, const ValueType& type, const void* value) {
        if (type.shape != Shape::file_name) return;
        const auto& file = *static_cast<const FileName*>(value);
        if (!std::binary_search(site.attachments.begin(), site.attachments.end(), file.text)) {
          diagnostics.add("file-missing", file.at, {file.text});
        }
      });
    }
  });
}

}  // namespace gongshi
