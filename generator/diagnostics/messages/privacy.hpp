// What must not get out: personal data, what attachments hide, records in a place that is for public
// ones alone, and withheld values in the output. No message here quotes what it is about.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kPrivacy[] = {
    {.code = "personal-data",
     .rule = {"记录和附件里没有个人信息：身份证号、手机号、银行卡号、车牌号，联系方式字段以外的座机和邮箱。",
              "Records and attachments hold no personal data: resident IDs, mobile numbers, bank cards, "
              "vehicle plates, nor land lines and e-mail addresses outside contact fields."},
     .text = {"{2}里有{1}，公布以后就收不回来",
              "there is {1} in {2}, and what was published cannot be taken back"},
     .cure = {"删去它；确实可以公开的，在记录里写 `豁免: [{代码: personal-data{3}, 理由: 为什么可以公开}]`。",
              "Remove it; if it may be public, add `waivers: [{code: personal-data{3}, reason: why}]` to the "
              "record."},
     .quotes_source = false},
    {.code = "attachment-hidden",
     .rule = {"附件里没有看不见的内容：隐藏的工作表、修订痕迹、批注、写着人名的文档属性。",
              "An attachment holds nothing unseen: hidden sheets, tracked changes, comments, or properties "
              "that name people."},
     .text = {"附件 {1} 里有{2}，下载的人能看到",
              "the attachment {1} holds {2}, which whoever downloads it can see"},
     .cure = {"在办公软件里用“文件—信息—检查文档”清除后另存，或改用 CSV；确实可以公开的，在记录里写 `豁免: "
              "[{代码: attachment-hidden, 理由: 为什么可以公开}]`。",
              "In the office program use File, Info, Inspect Document, and save it again, or use CSV; if it "
              "may be public, add `waivers: [{code: attachment-hidden, reason: why}]` to the record."},
     .quotes_source = false},
    {.code = "attachment-unreadable",
     .rule =
         {"附件能打开检查：没有密码，不是 zip 以外的压缩包，也不是旧式的 doc、xls、ppt。",
          "An attachment can be looked into: it has no password, is no archive but a zip, and no doc, xls or "
          "ppt of the old kind."},
     .text = {"附件 {1} 打不开，不能检查其中有没有不该公开的内容",
              "the attachment {1} cannot be opened, so nobody knows whether it may be published"},
     .cure = {"去掉密码，另存为 docx、xlsx 或 pdf；压缩包解开来放，或改用 zip。",
              "Remove its password and save it as docx, xlsx or pdf; unpack an archive, or use zip."}},
    {.code = "not-public",
     .rule = {"site.yaml 写了“只含公开”（public_only）时，内容里只有可以公开的东西。",
              "Where site.yaml says public_only, the content holds nothing that is not public."},
     .text = {"这个站点只放公开的内容（public_only），这里却有不公开的：{1}",
              "the site holds public content alone (public_only), and this is not public: {1}"},
     .cure = {"把它移到站点以外的文件夹，生成内部站点时加上 `--content 那个文件夹`；其实可以公开的，改成 "
              "`公开范围: public`。",
              "Move it to a folder outside the site, and add `--content FOLDER` to builds that may see it; "
              "if it may be public, write `scope: public`."},
     .quotes_source = false},
    {.code = "withdrawn-id",
     .rule = {"撤回的编号不再使用。", "The id of a withdrawn record is never used again."},
     .text = {"编号“{1}”的记录已经撤回，却又有了内容；公布过的网址不能换成别的内容",
              "the record `{1}` has been withdrawn, and has content again; an address that was published "
              "must not come to mean something else"},
     .cure = {"新的内容另建一条，用新的编号；这一条留着“撤回”（withdrawn）。",
              "Put it into a new record with a new id, and leave `withdrawn` in this one."}},
    {.code = "withdrawn-gone",
     .rule = {"撤回的记录，页面留着，说明何时为何撤回。",
              "The page of a withdrawn record stays and says when and why it was taken back."},
     .text =
         {"公布过的撤回记录，现在没有了，公众无从知道何时为何撤回",
          "a record that was published as withdrawn is gone, and the public can no longer see when and why"},
     .cure = {"把这条记录连同它的“撤回”（withdrawn）放回来。", "Put the record back, with its `withdrawn`."}},
    {.code = "withheld-value",
     .rule = {"输出里找不到不公开的内容，不论它怎样写法。",
              "No withheld value is in the output, however it is written."},
     .text = {"这个文件里有不该公开的内容，来自 {2} 的“{3}”（第 {1} 字节处）",
              "at byte {1} this file holds something that is withheld: {3} of {2}"},
     .cure = {"已公布的站点没有改动。在公开的记录、附件和主题里查找这段文字，删去或改写；都找不到时是程序的问"
              "题，请报告给维护者。",
              "The published site was not touched. Look for these words in public records, attachments and "
              "the theme, and take them out; if they are in none of them, it is the program's fault: please "
              "report it."}},
};

}  // namespace gongshi::messages
