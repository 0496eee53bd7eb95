// What serve and review are told by the machine, and what the site that stands lacks to be compared with.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kPreview[] = {
    {.code = "cannot-listen",
     .rule = {"预览要用本机的一个空闲端口。", "A preview needs a free port of this machine."},
     .text = {"不能用端口 {1}：{2}", "cannot listen on port {1}: {2}"},
     .cure = {"关掉占用它的程序（也许是另一个预览），或加上 `--port 0`，自动选一个。",
              "Stop the program that uses it, such as another preview, or add `--port 0`, which takes any "
              "that is free."}},
    {.code = "against-not-found",
     .rule = {"review 要对照的是一个已经生成的站点，或它的 all.zip。",
              "What review compares with is a site that was built, or its all.zip."},
     .text = {"找不到要对照的 {1}", "there is no {1} to compare with"},
     .cure = {"检查路径；第一次公布还没有旧站点时，不写 --against。",
              "Check the path; before the first publication leave --against out."}},
    {.code = "against-unreadable",
     .rule = {"要对照的站点里有 JSON 数据。", "A site that is compared with has its JSON data."},
     .text = {"{1} 不能用来对照：{2}", "{1} cannot be compared with: {2}"},
     .cure =
         {"指向 build 生成的文件夹（里面有 data/items.json）或 all.zip；站点的“输出”（outputs）里要有 json。",
          "Name a folder made by build (it holds data/items.json) or its all.zip; the site's `outputs` "
          "include json."}},
    {.code = "against-other-audience",
     .rule = {"对照的两个站点是同一个公开范围的。", "Two sites that are compared are for one audience."},
     .text = {"{1} 是公开范围 {2} 的站点，这次要看的是 {3}",
              "{1} is a site for the audience {2}, and this one is for {3}"},
     .cure = {"用 --audience {2}，或用 --against 指向 {3} 的站点。",
              "Use --audience {2}, or name a site for {3} with --against."}},
};

}  // namespace gongshi::messages
