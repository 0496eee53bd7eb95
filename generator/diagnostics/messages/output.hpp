// What goes wrong between a finished page and the published folder: dead links are the content's
// fault (exit status 1), a disk that refuses is not (4), and one build waits for no other (5).
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kOutput[] = {
    {.code = "dead-link",
     .rule = {"站内链接都有目标。", "Every internal link leads somewhere."},
     .text = {"这一页链接到 {1}，站点里没有它", "the page links to {1}, which the site does not have"},
     .cure = {"在这一页的正文里改正这个链接，或补上它要指的记录、附件。",
              "Correct the link in the text of this page, or add the record or file that it points to."}},
    {.code = "missing-anchor",
     .rule = {"链接里 # 后面的名字在目标页上。", "What a link names behind # is on the page it points to."},
     .text = {"这一页链接到 {1}，那一页上没有 # 后面的名字",
              "the page links to {1}, and that page has no place of the name behind #"},
     .cure = {"改正 # 后面的名字，或从 # 起删去，只链接到那一页。",
              "Correct the name behind #, or leave # and the name out to link to the page."}},
    {.code = "cell-derivable",
     .rule = {"测评中少于下限的人数，既不列出，也不能从列出的数字推算出来。",
              "In a poll, a number of people below the threshold is neither shown nor can it be worked out "
              "from what is shown."},
     .text = {"测评 {1} 中，{2} 的“{3}”少于下限，却可由{4}得出",
              "in survey {1}, \"{3}\" of {2} is below the threshold and follows from {4}"},
     .cure = {"这是程序的问题，不是内容的问题。已公布的站点没有改动；请把这条信息报告给维护者。",
              "Your content is not at fault. The published site was not touched; please report this line."}},
    {.code = "io-failed",
     .rule = {"磁盘操作失败时，已公布的站点保持原样。",
              "When the disk refuses, the published site stays as it was."},
     .text = {"不能{1} {2}：{3}", "cannot {1} {2}: {3}"},
     .cure = {"{4}已公布的站点没有改动。", "{4}The published site was not touched."}},
    {.code = "output-not-ours",
     .rule =
         {"只替换由本程序生成的输出文件夹（其中有 manifest.json），或空文件夹。",
          "Only an output folder made by this program (it holds manifest.json) or an empty one is replaced."},
     .text = {"{1} 里的东西不是本程序生成的，怕误删，没有替换",
              "{1} was not made by this program, and was left alone lest something of yours be lost"},
     .cure = {"换一个文件夹，例如 `--out public-new`，或自己先移走它。",
              "Choose another folder, such as `--out public-new`, or move this one away yourself."}},
    {.code = "output-other-audience",
     .rule = {"一个公开范围的站点不替换另一个范围的。",
              "A site for one audience never replaces that of another."},
     .text = {"{1} 里是公开范围 {2} 的站点，换成 {3} 的，看到的人就不对了",
              "{1} holds a site for the audience {2}; one for {3} in its place would be seen by the wrong "
              "people"},
     .cure = {"换一个文件夹，例如 `--out public-new`；确实要换的，自己先移走它。",
              "Choose another folder, such as `--out public-new`, or move the site away yourself."}},
    {.code = "output-not-folder",
     .rule = {"生成到的地方是文件夹。", "What a site is built into is a folder."},
     .text = {"{1} 是文件，不是文件夹", "{1} is a file, not a folder"},
     .cure = {"换一个文件夹，例如 `--out public-new`，或自己先移走它。",
              "Choose another folder, such as `--out public-new`, or move the file away yourself."}},
    {.code = "output-exchange-refused",
     .rule = {"整个站点一次替换；做不到时不用较弱的办法。",
              "The site is replaced in one step, and by no weaker way."},
     .text = {"这个文件系统不能一次替换整个文件夹 {1}：{2}",
              "this file system cannot replace the folder {1} in one step: {2}"},
     .cure =
         {"把输出放到本地磁盘（ext4、xfs、btrfs、tmpfs）；若它是挂载点（如容器的卷），改为挂载上一级文件夹。",
          "Put the output on a local disk (ext4, xfs, btrfs, tmpfs); if it is a mount point, as a "
          "container's volume is, mount the folder above instead."}},
    {.code = "output-unsettled",
     .rule = {"站点换上之后要在磁盘上存牢；存不牢就换回旧的，换不回来就说明。",
              "A new site in place must be safe on disk; if not, the old one is put back, and if that fails, "
              "it is told."},
     .text =
         {"新站点已经完整地换到 {1}，但没能在磁盘上存牢，也没能换回旧的：{2}",
          "the new site is in {1}, whole, but neither safe on disk nor could the old one be put back: {2}"},
     .cure = {"检查磁盘，再运行一次。", "Check the disk and run again."}},
    {.code = "locked",
     .rule = {"同一个输出文件夹同时只有一个生成过程。", "One build at a time writes an output folder."},
     .text = {"另一个生成过程正在写 {1}（进程 {2}，始于 {3}）",
              "another build is writing {1} (process {2}, since {3})"},
     .cure = {"等它结束再运行。", "Run again when it has ended."}},
    {.code = "interrupted",
     .rule = {"中断的生成过程不留痕迹。", "An interrupted build leaves nothing behind."},
     .text = {"收到信号 {1}，已停止", "stopped by signal {1}"},
     .cure = {"已公布的站点没有改动；要生成就再运行一次。",
              "The published site was not touched; run again to build it."}},
    {.code = "internal-error",
     .rule = {"程序自身的错误单独报告。", "A fault of the program itself is told as such."},
     .text = {"程序内部错误：{1}", "internal error: {1}"},
     .cure = {"这不是内容的问题；请把这条信息报告给维护者。",
              "Your content is not at fault; please report this line."}},
};

}  // namespace gongshi::messages
