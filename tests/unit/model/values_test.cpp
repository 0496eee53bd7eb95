// The small types that fields are made of: absent is not zero, and copies are apart.
#include "model/values.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace gongshi {
namespace {

enum class Colour : std::uint8_t { red, green };

TEST(Choice, AbsentIsNoValue) {
  const Choice<Colour> absent;
  EXPECT_FALSE(absent.given());
  EXPECT_FALSE(absent == Colour::red);
  EXPECT_EQ(absent.value_or(Colour::green), Colour::green);
}

TEST(Choice, GivenIsItsValue) {
  const Choice<Colour> red = Colour::red;
  EXPECT_TRUE(red.given());
  EXPECT_TRUE(red == Colour::red);
  EXPECT_FALSE(red == Colour::green);
  EXPECT_EQ(red.value_or(Colour::green), Colour::red);
}

TEST(Box, EmptyUntilMade) {
  Box<std::string> box;
  EXPECT_FALSE(box);
  EXPECT_EQ(box.get(), nullptr);
  box.make() = "x";
  ASSERT_TRUE(box);
  EXPECT_EQ(*box, "x");
  EXPECT_EQ(box->size(), 1U);
}

TEST(Box, CopiesAreApart) {
  Box<std::string> a;
  a.make() = "一";
  Box<std::string> b(a);
  b.make() = "二";
  EXPECT_EQ(*a, "一");
  a = b;
  EXPECT_EQ(*a, "二");
  EXPECT_NE(a.get(), b.get());
  const Box<std::string>& self = a;
  a = self;
  EXPECT_EQ(*a, "二");
  a = Box<std::string>();
  EXPECT_FALSE(a);
  EXPECT_EQ(*b, "二");
  const Box<std::string> moved = std::move(b);
  EXPECT_EQ(*moved, "二");
}

TEST(Box, MakingAgainForgets) {
  Box<std::string> box;
  box.make() = "x";
  EXPECT_EQ(box.make(), "");
}

TEST(Reference, GivenIfItHasAnId) {
  EXPECT_FALSE((Ref<Kind::unit>{}.given()));
  Ref<Kind::unit> reference;
  reference.id = "a";
  EXPECT_TRUE(reference.given());
}

TEST(Kind, ByAnyOfItsNames) {
  for (const KindName& name : kKinds) {
    EXPECT_EQ(find_kind(name.singular), &name_of(name.kind));
    EXPECT_EQ(find_kind(name.plural)->kind, name.kind);
    EXPECT_EQ(find_kind(name.label.zh)->kind, name.kind);
  }
  EXPECT_EQ(find_kind("files"), nullptr);
  EXPECT_EQ(find_kind(""), nullptr);
}

}  // namespace
}  // namespace gongshi
