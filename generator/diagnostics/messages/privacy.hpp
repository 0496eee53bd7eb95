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
     .text = {"{2}里有{1}", "there is {1} in {2}"},
     .cure = {"删去它；确实可以公开的，在记录里写 waivers，code 为 personal-data{3}，并写明理由。",
              "Remove it; if it may be public, add `waivers` to the record with code personal-data{3} and "
              "the reason."},
     .quotes_source = false},
    {.code = "attachment-hidden",
     .rule = {"附件里没有看不见的内容：隐藏的工作表、修订痕迹、批注、写着人名的文档属性。",
              "An attachment holds nothing unseen: hidden sheets, tracked changes, comments, or properties "
              "that name people."},
     .text = {"附件 {1} 里有{2}", "the attachment {1} holds {2}"},
     .cure = {"在办公软件里清除后另存，或改用 CSV；确实可以公开的，在记录里写 waivers，code 为 "
              "attachment-hidden，并写明理由。",
              "Clean it in the office program and save it again, or use CSV; if it may be public, add "
              "`waivers` to the record with code attachment-hidden and the reason."},
     .quotes_source = false},
    {.code = "attachment-unreadable",
     .rule =
         {"附件能打开检查: 没有密码，不是 zip 以外的压缩包，也不是旧式的 doc、xls、ppt。",
          "An attachment can be looked into: it has no password, is no archive but a zip, and no doc, xls or "
          "ppt of the old kind."},
     .text = {"附件 {1} 读不出来，不能检查其中有没有不该公开的内容",
              "the attachment {1} cannot be read, so that nobody knows what it holds"},
     .cure = {"去掉密码，另存为 docx、xlsx 或 pdf；压缩包解开来放，或改用 zip。",
              "Remove its password and save it as docx, xlsx or pdf; unpack an archive, or use zip."}},
    {.code = "not-public",
     .rule = {"site.yaml 写了 public_only 时，内容里只有可以公开的东西。",
              "Where site.yaml says public_only, the content holds nothing that is not public."},
     .text = {"public_only 的站点里有不公开的内容: {1}",
              "the site is public_only, and this is not public: {1}"},
     .cure = {"把它移到另一个文件夹，生成内部站点时用 --content 加上。",
              "Move it to another folder, and lay that over with --content for builds that may see it."},
     .quotes_source = false},
    {.code = "withdrawn-id",
     .rule = {"撤回的编号不再使用。", "The id of a withdrawn record is never used again."},
     .text = {"编号“{1}”的记录已经撤回，却又有了内容",
              "the record `{1}` has been withdrawn, and here it has content again"},
     .cure = {"新的记录用新的编号；撤回的记录留着 withdrawn。",
              "Give a new record a new id, and leave `withdrawn` in the one that was taken back."}},
    {.code = "withdrawn-gone",
     .rule = {"撤回的记录，页面留着，说明何时为何撤回。",
              "The page of a withdrawn record stays and says when and why it was taken back."},
     .text = {"已经公布为撤回的记录，现在没有了", "a record that was published as withdrawn is gone"},
     .cure = {"把这条记录连同它的 withdrawn 放回来。", "Put the record back, with its `withdrawn`."}},
    {.code = "withheld-value",
     .rule = {"输出里找不到不公开的内容，不论它写成什么编码。",
              "No withheld value is in the output, however it is encoded."},
     .text = {"第 {1} 字节处有不该公开的内容，来自 {2} 的 {3}",
              "at byte {1} there is a value that is withheld: {3} of {2}"},
     .cure =
         {"已公布的站点没有改动。在公开的记录、附件和主题里查找这段文字，删去或改写；"
          "都找不到时是程序的问题，请报告给维护者。",
          "The published site was not touched. Look for these words in public records, attachments and the "
          "theme, and take them out; if they are in none of them, it is the program's fault: please "
          "report it."}},
};

}  // namespace gongshi::messages
