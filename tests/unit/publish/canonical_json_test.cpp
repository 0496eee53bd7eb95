// The canonical JSON of a record, byte for byte, and its hash.
#include "publish/canonical_json.hpp"

#include <gtest/gtest.h>

#include <string>

#include "unit/model/loaded.hpp"

namespace gongshi {
namespace {

using testing::Findings;
using testing::Loaded;

template <class R>
std::string json_of(const std::string& text, bool markdown = false) {
  const Loaded<R> loaded(text, markdown);
  EXPECT_EQ(loaded.findings, Findings{}) << text;
  return canonical_json(fields_of(&loaded.record), &loaded.record, loaded.record);
}

TEST(CanonicalJson, ExactBytes) {
  EXPECT_EQ(
      json_of<Unit>(
          "type: office\ntitle: 厅机关\nsize: 17\nhead: 主要\"负责人\"\naliases: [乙, 甲]\nscope: public\n"),
      R"({"aliases":["乙","甲"],"head":"主要\"负责人\"","id":"a","scope":"public","size":17,"title":"厅机关",)"
      R"("type":"office"})");
}

TEST(CanonicalJson, NumbersAndDatesAsWrittenAndKeysSorted) {
  EXPECT_EQ(
      json_of<Survey>(
          "title: 甲\nconductor: d\nrelation: self\nmethod: vote\nperiod: {to: 2026-05, from: 2026}\n"
          "results:\n  - {object: x, reported: {b: 87.40, a: 1.0}, counts: {b: 0, B: 2}, "
          "rest_not_published: 是}\n"
          "design_effect: 1.50\n"),
      R"({"conductor":["d"],"design_effect":1.50,"id":"a","method":"vote","period":{"from":"2026","to":"2026-05"},)"
      R"("relation":"self","results":[{"counts":{"B":2,"b":0},"object":"x","reported":{"a":1.0,"b":87.40},)"
      R"("rest_not_published":true}],"title":"甲"})");
}

TEST(CanonicalJson, BodyIsAKey) {
  EXPECT_EQ(json_of<Page>("---\ntitle: 甲\n---\n一\n二\t\n", true),
            R"({"body":"一\n二\t\n","id":"a","title":"甲"})");
  EXPECT_EQ(json_of<Page>("---\ntitle: 甲\n---\n", true), R"({"id":"a","title":"甲"})");
}

// Whatever the order, the quotes and the layout, the bytes are the same.
TEST(CanonicalJson, LayoutOfTheSourceDoesNotMatter) {
  const std::string one = json_of<Item>(testing::kItem +
                                        "class: stepwise\npartners: [b, c]\nacceptance: {by: d, date: "
                                        "2026-06-05, result: accepted}\n");
  EXPECT_EQ(one, json_of<Item>("acceptance:\n  - result: \"accepted\"\n    date: '2026-06-05'\n    by: [d]\n"
                               "partners:\n  - b\n  - 'c'\nclass: stepwise\n" +
                               testing::kItem));
  EXPECT_EQ(one, json_of<Item>("\xEF\xBB\xBF---\r\n" + testing::kItem +
                                   "class: stepwise\r\npartners: [b, c]\r\n"
                                   "acceptance: {by: d, date: 2026-06-05, result: accepted}\r\n---\r\n",
                               true));
}

// A Chinese label is as good as the key, for fixed values too.
TEST(CanonicalJson, AnItemInChineseIsTheSameItem) {
  const std::string keys =
      "title: 甲\nscope: public\nproblem: 乙\norigin: self-found\nclass: by-deadline\nhorizon: "
      "near\nurgency: high\n"
      "difficulty: low\ncondition: with-effort\npriority: true\npressure: long-standing\nrecurrent: "
      "false\nunit: a\n"
      "partners: [b]\nlead: 处长\nmeasures: [{text: 丙, due: 2026-06-30, done: 2026-06-20, stage: done}]\n"
      "raised: {date: 2026-05, by: d, number: '7'}\nresponse: {position: agrees, date: 2026-05-02}\n"
      "quantity: {of: 178, unit: 处, done: [{date: 2026-06-01, n: 171}]}\ntarget: {text: x, value: 75.0, "
      "unit: '%'}\n"
      "deadline: 2026-06-30\ndeadline_kind: set\n"
      "extensions: [{to: 2026-07-31, date: 2026-06-20, by: d, reason: 雨, state: granted}]\n"
      "next_step: {text: 查, due: 2026-12-31}\nclaimed: {date: 2026-06-21, extent: full}\n"
      "acceptance: {by: d, date: 2026-06-25, result: accepted, method: on-site, evidence: [{title: 照片, "
      "where: 办公室}]}\n"
      "notice: {from: 2026-06-26, to: 2026-07-02, recipient: d, channels: [网站]}\n"
      "closed: {date: 2026-07-03, by: d, as: done}\ncause: no-rule\n"
      "inspections: [{date: 2026-06-24, by: d, result: passed}]\n"
      "moves: [{date: 2026-06-01, field: unit, from: b, to: a, reason: x}]\n"
      "revisions: [{date: 2026-06-02, kind: correction, fields: [deadline], reason: x}]\n"
      "withdrawn: {date: 2026-08-01, kind: error, reason: x}\nwaivers: [{code: x, reason: y}]\n"
      "not_stated: [effect]\nsource: {document: 某文件, place: L7}\n";
  const std::string labels =
      "标题: 甲\n公开范围: public\n问题: 乙\n问题来源: 自查\n整改分类: 限期整改\n远近: 近期\n紧迫程度: 高\n"
      "难易程度: 低\n条件: 经努力可具备\n优先: 是\n反映程度: 长期反映\n反复出现: 否\n责任单位: a\n"
      "配合单位: [b]\n责任人: 处长\n整改措施: [{内容: 丙, 期限: 2026-06-30, 完成: 2026-06-20, 进度: "
      "已完成}]\n"
      "发现: {日期: 2026-05, 提出单位: d, 编号: '7'}\n回应: {态度: 同意, 日期: 2026-05-02}\n"
      "数量: {总量: 178, 单位: 处, 完成数: [{日期: 2026-06-01, 数量: 171}]}\n指标: {内容: x, 数值: 75.0, "
      "单位: '%'}\n"
      "整改期限: 2026-06-30\n期限性质: 确定\n"
      "延期: [{延至: 2026-07-31, 日期: 2026-06-20, 批准单位: d, 理由: 雨, 状态: 已批准}]\n"
      "下一步: {内容: 查, 期限: 2026-12-31}\n单位自报: {日期: 2026-06-21, 范围: 全部}\n"
      "验收: {验收单位: d, 日期: 2026-06-25, 结论: 通过, 方式: 现场, 证明材料: [{名称: 照片, 查看处: "
      "办公室}]}\n"
      "公示: {起: 2026-06-26, 止: 2026-07-02, 受理单位: d, 渠道: [网站]}\n"
      "销号: {日期: 2026-07-03, 批准单位: d, 销号类型: 完成}\n制度原因: 缺乏制度\n"
      "督查: [{日期: 2026-06-24, 督查单位: d, 结论: 合格}]\n"
      "变更: [{日期: 2026-06-01, 字段: 单位, 原为: b, 改为: a, 理由: x}]\n"
      "修订记录: [{日期: 2026-06-02, 种类: 更正, 字段: [deadline], 理由: x}]\n"
      "撤回: {日期: 2026-08-01, 种类: 登记有误, 理由: x}\n豁免: [{代码: x, 理由: y}]\n"
      "文件未载明: [effect]\n来源: {文件: 某文件, 位置: L7}\n";
  EXPECT_EQ(json_of<Item>(labels), json_of<Item>(keys));
}

}  // namespace
}  // namespace gongshi
