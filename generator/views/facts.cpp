#include "views/facts.hpp"

#include <algorithm>
#include <array>

namespace gongshi {
namespace {

// What a record's page says in places of its own.
constexpr std::array<std::string_view, 8> kFraming = {"title",     "scope",     "source",  "not_stated",
                                                      "by_editor", "withdrawn", "waivers", "internal_note"};

template <class T>
const T& as(const void* value) {
  return *static_cast<const T*>(value);
}

bool lists(const std::vector<Placed<std::string>>& names, const std::string& path,
           const std::string& labels) {
  return std::any_of(names.begin(), names.end(), [&](const Placed<std::string>& name) {
    return name.value == path || name.value == labels;
  });
}

class FactWriter {
 public:
  FactWriter(const ViewContext& context, const Record* common, std::string_view from)
      : m_context(context), m_common(common), m_from(from) {}

  ViewList facts(const FieldTable& table, const void* mapping, const std::vector<std::string_view>& without) {
    ViewList all;
    for (const Field& field : table.fields) {
      if (field.need == Need::derived ||
          std::find(without.begin(), without.end(), field.key) != without.end())
        continue;
      const std::size_t path = m_path.size();
      const std::size_t labels = m_labels.size();
      m_path += (path == 0 ? "" : ".") + std::string(field.key);
      m_labels += (labels == 0 ? "" : ".") + std::string(field.label);
      const bool given = field.type->given(field.in(mapping));
      const bool unstated = !given && m_common != nullptr && lists(m_common->not_stated, m_path, m_labels);
      if (given || unstated) all.emplace_back(fact(field, mapping, unstated));
      m_path.resize(path);
      m_labels.resize(labels);
    }
    return all;
  }

  ViewList values(const ValueType& type, const void* value) {
    ViewList all;
    add_values(type, value, all);
    return all;
  }

 private:
  ViewObject fact(const Field& field, const void* mapping, bool unstated) {
    ViewObject fact;
    fact.set("label", m_context.label(field));
    fact.set("key", std::string(field.key));
    fact.set("not_stated", unstated);
    fact.set("by_editor", m_common != nullptr && lists(m_common->by_editor, m_path, m_labels));
    fact.set("values", unstated ? ViewList() : values(*field.type, field.in(mapping)));
    fact.set("entries", unstated ? ViewList() : entries(*field.type, field.in(mapping)));
    return fact;
  }

  ViewList entries(const ValueType& type, const void* value) {
    ViewList all;
    const ValueType& part_type = type.shape == Shape::list ? *type.element : type;
    if (part_type.shape != Shape::mapping) return all;
    for (std::size_t i = 0; i < type.size(value); ++i) {
      ViewObject entry;
      entry.set("facts", facts(part_type.table(), type.part(value, i), {}));
      all.emplace_back(std::move(entry));
    }
    return all;
  }

  void add_values(const ValueType& type, const void* value, ViewList& all) {
    const auto text = [&](std::string words) { all.emplace_back(ViewContext::plain(std::move(words))); };
    switch (type.shape) {
      case Shape::text:
        return text(as<std::string>(value));
      case Shape::line:
        return text(as<Line>(value).text);
      case Shape::date:
        return text(as<Date>(value).text());
      case Shape::count:
        return text(std::to_string(*as<std::optional<std::int64_t>>(value)));
      case Shape::decimal:
        return text(as<Decimal>(value).text + (type.percent ? " %" : ""));
      case Shape::flag:
        return text(m_context.word(*as<std::optional<bool>>(value) ? "yes" : "no"));
      case Shape::choice:
        return text(m_context.label(type.choices[as<ChoiceIndex>(value).index]));
      case Shape::reference:
      case Shape::words_or_reference:
      case Shape::any_record:
        return add_reference(type, as<Reference>(value), all);
      case Shape::address:
        return add_address(as<Address>(value).text, as<Address>(value).text, all);
      case Shape::file_name:
        return add_address(as<FileName>(value).text,
                           relative_address(m_from, "files/" + as<FileName>(value).text), all);
      case Shape::mapping:
        return;
      case Shape::list:
        for (std::size_t i = 0; i < type.size(value); ++i)
          add_values(*type.element, type.part(value, i), all);
        return;
      case Shape::keyed:
        return add_keyed(type, value, all);
    }
  }

  static void add_address(std::string text, std::string href, ViewList& all) {
    ViewObject link;
    link.set("text", std::move(text)).set("href", std::move(href)).set("is_link", true);
    all.emplace_back(std::move(link));
  }

  void add_keyed(const ValueType& type, const void* value, ViewList& all) {
    for (std::size_t i = 0; i < type.size(value); ++i) {
      ViewList one;
      add_values(*type.element, type.part(value, i), one);
      const std::string& key = type.part_key(value, i).value;
      const std::string* number =
          one.empty() ? nullptr : one.front().as<ViewObject>()->find("text")->as<std::string>();
      all.emplace_back(ViewContext::plain(key + (number == nullptr ? "" : " " + *number)));
    }
  }

  void add_reference(const ValueType& type, const Reference& reference, ViewList& all) {
    const auto& records = m_context.site().records();
    for (const RecordKey& key : records_named(records, reference.id)) {
      const bool meant = type.shape == Shape::any_record ||
                         std::find(type.targets.begin(), type.targets.end(), key.kind) != type.targets.end();
      if (meant) return void(all.emplace_back(m_context.link(key, m_from)));
    }
    all.emplace_back(ViewContext::plain(reference.id));
  }

  const ViewContext& m_context;
  const Record* m_common;
  std::string_view m_from;
  std::string m_path;
  std::string m_labels;
};

}  // namespace

ViewList facts_of(const ViewContext& context, const PublishedRecord& record, std::string_view from,
                  const std::vector<std::string_view>& without) {
  std::vector<std::string_view> left_out(kFraming.begin(), kFraming.end());
  left_out.insert(left_out.end(), without.begin(), without.end());
  return FactWriter(context, &record.common(), from).facts(record.table(), record.fields(), left_out);
}

ViewList values_of(const ViewContext& context, const PublishedRecord& record, std::string_view key,
                   std::string_view from) {
  const Field* field = record.table().find(key);
  if (field == nullptr || field->need == Need::derived || !field->type->given(field->in(record.fields())))
    return {};
  return FactWriter(context, nullptr, from).values(*field->type, field->in(record.fields()));
}

bool is_unstated(const PublishedRecord& record, std::string_view key) {
  const Field* field = record.table().find(key);
  return field != nullptr &&
         lists(record.common().not_stated, std::string(field->key), std::string(field->label));
}

ViewValue source_of(const ViewContext& context, const PublishedRecord& record, std::string_view from) {
  if (!record.common().source) return false;
  const Source& source = *record.common().source;
  const FieldTable& table = fields_of(&source);
  const Field& document = *table.find("document");
  ViewObject view;
  view.set("document", FactWriter(context, nullptr, from).values(*document.type, document.in(&source)));
  view.set("place", source.place);
  return view;
}

}  // namespace gongshi
