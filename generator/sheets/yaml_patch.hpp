// Changes a value in the text of a record and nothing else: comments, the order of keys, quotes and blanks
// stay.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/field.hpp"

namespace gongshi {

/// A step from a mapping or list down to a value.
struct PatchStep {
  enum class What : std::uint8_t { field, index, key };
  What what = What::field;
  const FieldTable* table = nullptr;  ///< of a field: the table it is in
  const Field* field = nullptr;
  std::size_t index = 0;  ///< in a list, from 0
  std::string key;        ///< of a mapping whose keys the author chooses
};

struct YamlEdit {
  std::vector<PatchStep> path;
  std::vector<std::string> values;  ///< several of a list; none to take the key away
  bool as_list = false;             ///< may there be several?
};

/// `yaml` with the edit made: a value that is there is replaced, one that is not is put behind what precedes
/// it in its table, and a new entry of a list at its end. New keys are written in `language`. Nothing where
/// the text is laid out so that this can't be done.
std::optional<std::string> patch_yaml(std::string_view yaml, const YamlEdit& edit, Language language);

/// Where the value at `path` begins, or nothing if there is none.
std::optional<std::size_t> place_in_yaml(std::string_view yaml, const std::vector<PatchStep>& path);

/// The language that most of the keys of a record are written in; `otherwise` if it has none.
Language language_of_keys(std::string_view yaml, const FieldTable& table, Language otherwise);

}  // namespace gongshi
