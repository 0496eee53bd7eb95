// The facts of a record, field by field in the order of its table: what is given, and what the source
// does not state. A new field shows up here by its line in the table.
#pragma once

#include <string_view>
#include <type_traits>
#include <vector>

#include "views/view_context.hpp"

namespace gongshi {

/// A list of facts for the page at `from`, each
///   {label, key, not_stated, by_editor, values: [{text, href, is_link}], table, entries: [{facts: […]}]}
/// where `values` are single values, `table` is a list of flat mappings or false, {headings: [text],
/// rows: [{cells: [{label, not_stated, by_editor, values}]}]}, and `entries` are all other mappings. Fields
/// named in `without` and those that frame the record (title, scope, source …) are left out.
ViewList facts_of(const ViewContext& context, const PublishedRecord& record, std::string_view from,
                  const std::vector<std::string_view>& without = {});

/// The facts of the fields in `keys` only.
ViewList facts_among(const ViewContext& context, const PublishedRecord& record, std::string_view from,
                     const std::vector<std::string_view>& keys);

/// {facts} of the fields in `keys`, or false where none of them has anything to say.
ViewValue fact_group(const ViewContext& context, const PublishedRecord& record, std::string_view from,
                     const std::vector<std::string_view>& keys);
/// `keys`, and those of `told` that a page which tells them in words of its own would not say all of: what
/// the source does not state, and what is the editor's reading.
std::vector<std::string_view> unsaid(const PublishedRecord& record, const std::vector<std::string_view>& told,
                                     std::vector<std::string_view> keys);

/// The single values of the field `key` of a record, as in a fact; empty if it is not given, derived or
/// a nested mapping.
ViewList values_of(const ViewContext& context, const PublishedRecord& record, std::string_view key,
                   std::string_view from);

/// Does the record list the field `key` as not stated by its source?
bool is_unstated(const PublishedRecord& record, std::string_view key);

/// Does the record list the field `key` as its editor's reading?
bool is_by_editor(const PublishedRecord& record, std::string_view key);

/// The source of a record, {document: values, place}, or false where none is given.
ViewValue source_of(const ViewContext& context, const PublishedRecord& record, std::string_view from);

// What was not published cannot be shown.
static_assert(!std::is_invocable_v<decltype(facts_of), const ViewContext&, const Item&, std::string_view,
                                   const std::vector<std::string_view>&>);
static_assert(!std::is_constructible_v<ViewContext, const Site&, const Words&>);

}  // namespace gongshi
