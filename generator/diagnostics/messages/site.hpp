// Mistakes between records: what is named twice, what is named and not there. Exit status 1.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kSite[] = {
    {.code = "duplicate-id",
     .rule = {"同一种记录里编号不重复。", "An id is unique within its kind."},
     .text = {"编号“{1}”已经用过", "the id `{1}` is taken"},
     .cure = {"改文件名；编号用过就不再给别的记录。", "Rename the file; an id is never used again."},
     .related = {"另一条在这里", "the other record is here"}},
    {.code = "id-collision",
     .rule =
         {"编号不能只差大小写或字形写法，它们在有的系统上是同一个文件。",
          "Ids differ by more than letter case or Unicode form, since some systems take those for one file."},
     .text = {"编号“{1}”与“{2}”在有的系统上是同一个文件",
              "the ids `{1}` and `{2}` are one file on some systems"},
     .cure = {"改其中一个文件名。", "Rename one of the files."},
     .related = {"另一条在这里", "the other record is here"}},
    {.code = "dangling-reference",
     .rule = {"引用的记录存在。", "A record that is named exists."},
     .text = {"没有编号为“{1}”的{2}", "there is no {2} with the id `{1}`"},
     .cure = {"{3}编号是对方的文件名，不带扩展名。",
              "{3}The id is the other record's file name without its extension."}},
    {.code = "ambiguous-reference",
     .rule = {"编号在几种记录里都有时，写明种类。",
              "Where several kinds have the id, the kind is written too."},
     .text = {"几种记录都有编号“{1}”: {2}", "several records have the id `{1}`: {2}"},
     .cure = {"写成 种类/编号，例如 {3}/{1}。", "Write kind/id, such as {3}/{1}."}},
    {.code = "unknown-category",
     .rule = {"类别是 site.yaml 的 categories 里的一个。", "A category is one of those in site.yaml."},
     .text = {"site.yaml 里没有类别“{1}”", "site.yaml lists no category `{1}`"},
     .cure = {"{2}类别有: {3}。", "{2}Categories: {3}."}},
    {.code = "unknown-scope",
     .rule = {"scope 是 site.yaml 的 audiences 里的一个。", "A scope is one of the audiences in site.yaml."},
     .text = {"没有“{1}”这个公开范围", "there is no audience `{1}`"},
     .cure = {"{2}范围有: {3}。", "{2}Audiences: {3}."}},
    {.code = "bad-audience-name",
     .rule =
         {"公开范围的名字是输出文件夹名的一部分: 合乎编号的写法，不以 unit- 开头。",
          "The name of an audience is part of a folder's name: it is written as an id is, and does not begin "
          "with unit-."},
     .text = {"公开范围的名字不能是“{1}”", "`{1}` cannot be the name of an audience"},
     .cure = {"改成 internal 这样的名字。", "Use a name such as internal."}},
    {.code = "file-missing",
     .rule = {"file 指的附件在 content/files/ 里。", "An attachment named by file lies in content/files/."},
     .text = {"content/files/ 里没有“{1}”", "there is no `{1}` in content/files/"},
     .cure = {"把文件放进去，或改正名字。", "Put the file there, or correct the name."}},
    {.code = "no-base-url",
     .severity = Severity::warning,
     .rule = {"订阅、日历和网站地图要用网站的正式网址。",
              "Feeds, the calendar and the sitemap need the site's own address."},
     .text = {"没有写 base_url，这次不生成: {1}", "there is no base_url, so these are left out: {1}"},
     .cure = {"写上 base_url: https://…/；不需要它们时，用 outputs 列出要生成的。",
              "Write base_url: https://…/; or list the wanted ones in outputs."}},
    {.code = "column-stale",
     .severity = Severity::warning,
     .rule = {"政府网站的栏目按时更新。", "A column of a government site is kept fresh."},
     .text = {"栏目“{1}”最近一条是 {2}；满 {3} 天不更新就算过期，到 {4} 就是",
              "the latest entry of the column `{1}` is of {2}; it counts as stale after {3} days, which is "
              "on {4}"},
     .cure = {"有新进展就及时登记；没有可更新的，考虑撤下这个栏目。",
              "Record what is new; if there will be nothing, think of giving the column up."}},
    {.code = "output-collision",
     .rule = {"每个输出路径只有一个来源。", "An output path has one source."},
     .text = {"两个来源要写同一个输出 {1}", "two sources want the one output path {1}"},
     .cure = {"改其中一条的文件名。", "Rename one of the two."},
     .related = {"另一个来源在这里", "the other source is here"}},
};

}  // namespace gongshi::messages
