// The types that a field of a record can have besides dates and nested mappings. Each knows how to be
// absent, so that "not given" is never mistaken for zero, no or nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/position.hpp"
#include "model/kind.hpp"

namespace gongshi {

/// A number with its decimals exactly as written (97, 97.0 and 96.97 are three claims). Syntax of
/// JSON numbers without exponent; empty when absent. Arithmetic on it is integer arithmetic.
struct Decimal {
  std::string text;
};

/// A rate in percent, 97.5 being ninety-seven and a half.
struct Percent : Decimal {};

/// A value of a list, with its place.
template <class T>
struct Placed {
  T value{};
  Position at;
};

/// One of the fixed values of a field; the enumeration's order is that of its table of choices.
struct ChoiceIndex {
  static constexpr std::uint8_t kNone = 0xFF;
  std::uint8_t index = kNone;
  [[nodiscard]] bool given() const { return index != kNone; }
};
template <class E>
struct Choice : ChoiceIndex {
  Choice() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a choice is written as its enumerator
  Choice(E value) : ChoiceIndex{static_cast<std::uint8_t>(value)} {}
  [[nodiscard]] E value() const { return static_cast<E>(index); }
  [[nodiscard]] E value_or(E fallback) const { return given() ? value() : fallback; }
  friend bool operator==(const Choice& choice, E value) { return choice.given() && choice.value() == value; }
};

/// The id of another record; empty when absent. Which kinds it may name is part of its type.
struct Reference {
  std::string id;
  Position at;
  [[nodiscard]] bool given() const { return !id.empty(); }
};
template <Kind... Targets>
struct Ref : Reference {};

/// The id of a record of these kinds if there is one with this id, else words.
template <Kind... Targets>
struct WordsOr : Reference {};

/// A record of any kind: `items/zg-1`, or `zg-1` where no other kind has that id.
struct AnyRecord : Reference {};

/// Text that is one line, such as a title. Plain std::string may hold line breaks.
struct Line {
  std::string text;
};

/// A web address; checked on reading. A name below content/files/. Empty when absent.
struct Address {
  std::string text;
};
struct FileName {
  std::string text;
  Position at;
};

/// A nested mapping that may be absent, kept apart so that an absent one costs a pointer.
template <class T>
class Box {
 public:
  Box() = default;
  Box(const Box& other) : m_value(other.m_value ? std::make_unique<T>(*other.m_value) : nullptr) {}
  Box(Box&&) noexcept = default;
  Box& operator=(const Box& other) {
    if (this != &other) m_value = other.m_value ? std::make_unique<T>(*other.m_value) : nullptr;
    return *this;
  }
  Box& operator=(Box&&) noexcept = default;
  ~Box() = default;

  T& make() {
    m_value = std::make_unique<T>();
    return *m_value;
  }
  [[nodiscard]] const T* get() const { return m_value.get(); }
  explicit operator bool() const { return m_value != nullptr; }
  const T* operator->() const { return m_value.get(); }
  const T& operator*() const { return *m_value; }

 private:
  std::unique_ptr<T> m_value;
};

/// A list of mappings that may also be written as one mapping without a dash, such as the rounds of a
/// claim. Lists of anything else always may: `by: a` and `by: [a, b]`.
template <class T>
struct OneOrMore : std::vector<T> {};

/// A mapping whose keys the author chooses, in the order given, such as the options of a poll.
template <class T>
struct Keyed {
  Placed<std::string> key;
  T value{};
};

/// Where a key of a mapping stands, and whether it was written as its Chinese label.
struct GivenKey {
  std::uint16_t field = 0;  ///< index in the table of the mapping
  bool as_label = false;
  Position key;
  Position value;
};

/// What every nested mapping and record has: its own place and those of its keys, in order.
struct Entry {
  Position at;
  std::vector<GivenKey> given;
};

}  // namespace gongshi
