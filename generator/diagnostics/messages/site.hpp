// Mistakes between records: what is named twice, what is named and not there. Exit status 1.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kSite[] = {
    {.code = "duplicate-id",
     .rule = {"同一种记录里编号不重复。", "An id is unique within its kind."},
     .text = {"编号“{1}”已经有别的记录用了", "the id `{1}` is taken by another record"},
     .cure = {"编号就是文件名，给其中一个文件改名；用过的编号不再给别的记录，免得旧链接指错。",
              "The id is the file name: rename one of the files; an id is never used again, or old links "
              "would mislead."},
     .related = {"另一条在这里", "the other record is here"}},
    {.code = "id-collision",
     .rule = {"编号不能只差大小写或字形写法，它们在有的系统上是同一个文件。",
              "Ids differ by more than letter case or the way accents are stored, since some systems take "
              "those for one file."},
     .text = {"编号“{1}”与“{2}”太像，在有的电脑上是同一个文件",
              "the ids `{1}` and `{2}` are so alike that some computers take them for one file"},
     .cure = {"编号就是文件名，改其中一个。", "The id is the file name: rename one of the files."},
     .related = {"另一条在这里", "the other record is here"}},
    {.code = "dangling-reference",
     .rule = {"提到的记录存在。", "A record that is named exists."},
     .text = {"没有编号为“{1}”的{2}", "there is no {2} with the id `{1}`"},
     .cure = {"{3}改正编号，或先建那条记录；编号是它的文件名，不带 .yaml 和 .md。",
              "{3}Correct the id, or make that record first; its id is its file name without .yaml or .md."}},
    {.code = "ambiguous-reference",
     .rule = {"编号在几种记录里都有时，写明种类。",
              "Where several kinds have the id, the kind is written too."},
     .text = {"几种记录都有编号“{1}”：{2}", "several records have the id `{1}`: {2}"},
     .cure = {"把种类写在前面，例如 {3}/{1}。", "Write the kind before it, such as {3}/{1}."}},
    {.code = "unknown-category",
     .rule = {"类别是 site.yaml 的“类别”（categories）里的一个。",
              "A category is one of those in site.yaml."},
     .text = {"site.yaml 的“类别”（categories）里没有“{1}”",
              "`{1}` is none of the `categories` of site.yaml"},
     .cure = {"{2}改成 site.yaml 里有的类别。{3}。", "{2}Write a category that site.yaml lists. {3}."}},
    {.code = "unknown-scope",
     .rule = {"公开到的范围是 site.yaml 的“公开范围”（audiences）里的一个。",
              "A scope is one of the audiences in site.yaml."},
     .text = {"没有“{1}”这个公开范围", "there is no audience `{1}`"},
     .cure = {"{2}改成 site.yaml 里有的范围。{3}。", "{2}Write an audience that site.yaml lists. {3}."}},
    {.code = "bad-audience-name",
     .rule = {"公开范围的名字是输出文件夹名的一部分：合乎编号的写法，不以 `unit-` 开头。",
              "The name of an audience is part of a folder's name: it is written as an id is, and does not "
              "begin with `unit-`."},
     .text = {"公开范围的名字不能是“{1}”，它要作文件夹名的一部分",
              "`{1}` cannot be the name of an audience, which becomes part of a folder's name"},
     .cure = {"改成 internal 这样的名字：字母、数字、汉字、`-` 和 `_`，不以 `unit-` 开头。",
              "Use a name such as internal: letters, digits, `-` and `_`, not beginning with `unit-`."}},
    {.code = "file-missing",
     .rule = {"记录里写的附件在 content/files/ 里。",
              "An attachment that a record names lies in content/files/."},
     .text = {"content/files/ 里没有“{1}”", "there is no `{1}` in content/files/"},
     .cure = {"把文件放到 content/files/ 里，或改正名字。",
              "Put the file into content/files/, or correct the name."}},
    {.code = "no-base-url",
     .severity = Severity::warning,
     .rule = {"订阅、日历和网站地图要用网站的正式网址。",
              "Feeds, the calendar and the sitemap need the site's own address."},
     .text = {"没有写网站地址（base_url），这次不生成：{1}",
              "the site's address (`base_url`) is not given, so these are left out: {1}"},
     .cure = {"写上 `网站地址: https://example.org/` "
              "这样一行；不需要它们时，在“输出”（outputs）里只列要生成的。",
              "Write a line such as `base_url: https://example.org/`; or list under `outputs` what is "
              "wanted."}},
    {.code = "column-stale",
     .severity = Severity::warning,
     .rule = {"政府网站的栏目按时更新。", "A column of a government site is kept fresh."},
     .text = {"栏目“{1}”最近一条是 {2}；满 {3} 天不更新就算过期，也就是 {4}",
              "the latest entry of the column `{1}` is of {2}; it counts as stale after {3} days, which is "
              "on {4}"},
     .cure = {"有新进展就及时登记；没有可更新的，考虑撤下这个栏目。",
              "Record what is new; if there will be nothing, think of giving the column up."}},
    {.code = "output-collision",
     .rule = {"每个页面和文件只有一个来源。", "Each page or file that is made has one source."},
     .text = {"有两个来源都要生成 {1}", "two sources would make the same {1}"},
     .cure = {"给这条记录的文件改名。", "Rename the file of this record."},
     .related = {"另一个来源在这里", "the other source is here"}},
};

}  // namespace gongshi::messages
