// What an audience gets: chosen records, shown fields, references to nothing that is withheld, at any
// depth; and that nothing withheld moves a byte of what is published.
#include <gtest/gtest.h>

#include <string>

#include "publish/canonical_json.hpp"
#include "publish/published.hpp"
#include "text/sha256.hpp"
#include "unit/publish/published_site.hpp"

namespace gongshi {
namespace {

using testing::item_text;
using testing::published;
using testing::unit_text;
using testing::WrittenSite;

std::string json_of(const PublishedRecord& record) {
  return canonical_json(record.table(), record.fields(), record.common());
}

// The whole view: canonical JSON and hash of every record, the states, who names whom, the attachments.
std::string everything(const PublishedSite& site) {
  std::string all;
  for (const KindName& kind : kKinds) {
    for (std::uint32_t i = 0; i < site.count(kind.kind); ++i) {
      const PublishedRecord record = site.record({kind.kind, i});
      const std::string json = json_of(record);
      EXPECT_EQ(record.hash(), sha256_hex(json));
      all += std::string(kind.plural) + " " + json + " " + record.hash();
      for (const RecordKey& key : site.named_by({kind.kind, i}))
        all += " <" + std::string(name_of(key.kind).plural) + "/" + site.record(key).common().id;
      all += "\n";
    }
  }
  for (std::size_t i = 0; i < site.count(Kind::item); ++i) {
    all += std::to_string(static_cast<int>(site.state(i).status));
    for (const ItemFlag flag : site.state(i).flags) all += " " + std::to_string(static_cast<int>(flag));
    all += "\n";
  }
  for (const std::string& name : site.attachments()) all += name + "\n";
  return all;
}

TEST(Projection, RecordsByScope) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n")).add("units/b.yaml", unit_text("scope: system\n"));
  site.add("units/c.yaml", unit_text("scope: unit\n")).add("units/d.yaml", unit_text("scope: internal\n"));
  site.add("units/e.yaml", unit_text(""));
  const auto ids = [&](std::string_view audience) {
    std::string all;
    const PublishedSite view = published(site, audience);
    for (const auto& unit : view.records().all<Unit>()) all += unit->id;
    EXPECT_EQ(all.size() +
                  (view.withheld().records.contains(Kind::unit) ? view.withheld().records.at(Kind::unit) : 0),
              5U);
    return all;
  };
  EXPECT_EQ(ids("public"), "a");
  EXPECT_EQ(ids("system"), "ab");
  EXPECT_EQ(ids("unit"), "abc");
  EXPECT_EQ(ids("unit:c"), "abc");  // its own record
  EXPECT_EQ(ids("unit:a"), "ab");
}

TEST(Projection, InternalFieldsStayBehind) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\ninternal_note: 密\n"));
  const PublishedSite view = published(site);
  EXPECT_EQ(json_of(view.record({Kind::unit, 0})),
            R"({"head":"处长","id":"a","scope":"public","title":"甲","type":"office"})");
  EXPECT_EQ(view.withheld().fields.at(Kind::unit), 1U);
  EXPECT_EQ(published(site, "internal").withheld().fields.at(Kind::unit), 1U);
}

TEST(Projection, ReferencesToWithheldRecordsAtEveryDepth) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\nparent: hidden\n"))
      .add("units/hidden.yaml", unit_text(""));
  site.add("consultations/secret.yaml", "title: 甲\nby: hidden\nchannels: [{channel: x}]\n");
  site.add("items/z.yaml",
           item_text("scope: public\npartners: [a, hidden]\nraised: {date: 2026-05, by: [hidden]}\n"
                     "acceptance: {by: hidden, date: 2026-06-01, result: returned}\n"
                     "notice: {from: 2026-06-02, recipient: hidden}\n"
                     "participation: {finding: secret, planning: consultations/secret, judging: 座谈会}\n"
                     "moves: [{date: 2026-06-01, field: unit, from: hidden, to: a, reason: x}]\n"
                     "related: [y]\n"));
  site.add("items/y.yaml", item_text(""));
  site.add("feedback/f.yaml",
           "title: 甲\nscope: public\nabout: items/y\nkind: objection\nreceived: 2026\nstatus: "
           "received\n");
  const PublishedSite view = published(site);
  const std::string all = everything(view);
  for (const char* withheld : {"hidden", "secret", "\"y\"", "items/y"})
    EXPECT_EQ(all.find(withheld), std::string::npos) << withheld << "\n" << all;
  EXPECT_NE(all.find("座谈会"), std::string::npos);
  EXPECT_EQ(view.withheld().references, 10U);
}

TEST(Projection, NamesWithTheirKindNameTheSameRecord) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n"));
  site.add("consultations/zq.yaml", "title: 甲\nscope: public\nby: a\nchannels: [{channel: x}]\n");
  site.add("items/y.yaml", item_text("scope: public\nparticipation: {finding: zq}\n"));
  site.add("items/z.yaml", item_text("scope: public\nparticipation: {finding: consultations/zq}\n"));
  const PublishedSite view = published(site);
  EXPECT_EQ(view.named_by({Kind::consultation, 0}),
            (std::vector<RecordKey>{{Kind::item, 0}, {Kind::item, 1}}));
}

TEST(Projection, StatesFollowWhatIsSeen) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n")).add("items/z.yaml", item_text("scope: public\n"));
  site.add("feedback/f.yaml",
           "title: 甲\nscope: internal\nabout: items/z\nkind: objection\nreceived: 2026\nstatus: "
           "received\n");
  EXPECT_FALSE(published(site).state(0).has(ItemFlag::disputed));
  EXPECT_TRUE(published(site, "internal").records().all<Feedback>().size() == 1U);
}

TEST(Projection, WithdrawnRecords) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n")).add("units/hidden.yaml", unit_text(""));
  const std::string withdrawal = "withdrawn: {date: 2026-06-01, kind: error, reason: 误, by: [a, hidden]}\n";
  site.add("items/w.md",
           "---\n" + item_text("scope: public\ninternal_note: 密\n" + withdrawal) + "---\n正文\n");
  EXPECT_EQ(
      json_of(published(site).record({Kind::item, 0})),
      R"({"id":"w","scope":"public","title":"甲","withdrawn":{"by":["a"],"date":"2026-06-01","kind":"error",)"
      R"("reason":"误"}})");
}

TEST(Projection, RedactedRecordsLoseTheirTitleToo) {
  WrittenSite site;
  site.add("units/a.yaml", unit_text("scope: public\n"));
  site.add("items/w.yaml",
           item_text("scope: public\nwithdrawn: {date: 2026-06-01, kind: redaction, reason: 依法}\n"));
  EXPECT_EQ(
      json_of(published(site).record({Kind::item, 0})),
      R"({"id":"w","scope":"public","withdrawn":{"date":"2026-06-01","kind":"redaction","reason":"依法"}})");
}

TEST(Projection, AttachmentsThatAreNamed) {
  WrittenSite site;
  site.attach({"a.jpg", "b.jpg", "c.jpg"});
  const auto with = [](const std::string& file) {
    return "progress: [{date: 2026-05-01, text: x, evidence: [{title: x, file: " + file + "}]}]\n";
  };
  site.add("items/x.yaml", item_text("scope: public\n" + with("b.jpg")))
      .add("items/y.yaml", item_text(with("c.jpg")));
  EXPECT_EQ(published(site).attachments(), (std::vector<std::string>{"b.jpg"}));
}

// Two sites that differ in everything withheld: the views are the same, byte for byte.
TEST(Projection, NothingWithheldMovesAByte) {
  const auto site = [](const std::string& secret, bool more) {
    WrittenSite made;
    made.add("units/a.yaml", unit_text("scope: public\ninternal_note: " + secret + "\n"));
    made.add("units/hidden.yaml", unit_text("scope: internal\nphone: " + secret + "\n"));
    made.add("items/z.yaml",
             item_text("scope: public\npartners: [hidden, a]\nstarted: 2026-06-01\ninternal_note: " + secret +
                       "\n"));
    made.add("items/m.yaml", item_text("analysis: " + secret + "\ncontinues: z\n"));
    made.add("feedback/f.yaml", "title: " + secret +
                                    "\nabout: items/z\nkind: objection\nreceived: 2026\nstatus: " +
                                    (more ? "received" : "answered") + "\n");
    if (more) {
      made.add("items/0.yaml", item_text("related: [z]\n"));
      made.add("bulletins/n.md",
               "---\ntitle: " + secret + "\nkind: brief\ndate: 2026\nunit: a\n---\n" + secret);
    }
    return everything(published(made));
  };
  const std::string one = site("甲秘", false);
  EXPECT_EQ(one, site("bbbbbbbbbbbbbbbbb", true));
  EXPECT_EQ(one, site("'0'", true));
  EXPECT_EQ(one.find("甲秘"), std::string::npos);
}

}  // namespace
}  // namespace gongshi
