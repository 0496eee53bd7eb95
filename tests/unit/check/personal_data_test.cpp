// Numbers that are somebody's, and numbers that are not. All are made up; the checksums are right.
#include "check/personal_data.hpp"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

std::string kinds(std::string_view text) {
  std::string all;
  for (const PersonalDatum& datum : find_personal_data(text))
    all += (all.empty() ? "" : " ") + term_of(datum.kind).zh + "@" + std::to_string(datum.offset);
  return all;
}

TEST(PersonalData, ResidentIds) {
  EXPECT_EQ(kinds("11010519491231002X"), "身份证号@0");
  EXPECT_EQ(kinds("号 440524188001010014。"), "身份证号@4");
  EXPECT_EQ(kinds("110105 19491231 002X"), "身份证号@0");
  EXPECT_EQ(kinds("１１０１０５１９４９１２３１００２Ｘ"), "身份证号@0");
  EXPECT_EQ(kinds("110105194912310021"), "");   // the check digit is wrong
  EXPECT_EQ(kinds("110105194913310026"), "");   // no such month
  EXPECT_EQ(kinds("A11010519491231002X"), "");  // part of something longer
}

TEST(PersonalData, Telephones) {
  EXPECT_EQ(kinds("13800138000"), "手机号@0");
  EXPECT_EQ(kinds("138-0013-8000"), "手机号@0");
  EXPECT_EQ(kinds("+86 138 0013 8000"), "手机号@1");
  EXPECT_EQ(kinds("电话１３８００１３８０００"), "手机号@6");
  EXPECT_EQ(kinds("010-62345678 0571-81234567 (0755)23456789"), "座机号码@0 座机号码@13 座机号码@28");
  EXPECT_EQ(kinds("12345 热线，400-800-1234，2026-06-30，12800138000，000-00000000"), "");
  EXPECT_EQ(kinds("第138001380001号"), "");
}

TEST(PersonalData, BankCards) {
  EXPECT_EQ(kinds("6222020200112230004"), "银行卡号@0");
  EXPECT_EQ(kinds("6222 0202 0011 2230 004"), "银行卡号@0");
  EXPECT_EQ(kinds("4111111111111111"), "银行卡号@0");
  EXPECT_EQ(kinds("4111 1111 1111 1111"), "银行卡号@0");
  EXPECT_EQ(kinds("4111111111111112"), "");
  EXPECT_EQ(kinds("1234567890123452"), "");  // no card begins with 1
}

TEST(PersonalData, Plates) {
  EXPECT_EQ(kinds("京A12345"), "车牌号@0");
  EXPECT_EQ(kinds("车 粤B·D12345 停"), "车牌号@4");
  EXPECT_EQ(kinds("沪A1234警"), "车牌号@0");
  EXPECT_EQ(kinds("京A座12层 新A级 苏AB"), "");
}

TEST(PersonalData, Emails) {
  EXPECT_EQ(kinds("写到 a.b@example.org。"), "电子邮箱@7");
  EXPECT_EQ(kinds("@all a@b 3@4.5"), "");
}

TEST(PersonalData, ManyAndBroken) {
  EXPECT_EQ(kinds("13800138000、13900139000"), "手机号@0 手机号@14");
  EXPECT_EQ(kinds("\xFF 13800138000"), "手机号@2");
  EXPECT_EQ(kinds(""), "");
  EXPECT_EQ(kinds(std::string(100000, '1')), "");
}

}  // namespace
}  // namespace gongshi
