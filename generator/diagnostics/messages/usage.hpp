// Mistakes in the command line and in what it names. Exit status 2.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kUsage[] = {
    {.code = "usage-unknown-command",
     .rule = {"命令必须是 `gongshi --help` 列出的命令之一。",
              "A command is one of those that `gongshi --help` lists."},
     .text = {"没有“{1}”这个命令", "there is no command `{1}`"},
     .cure = {"{2}用 `gongshi --help` 查看全部命令。", "{2}`gongshi --help` lists the commands."}},
    {.code = "usage-arguments",
     .rule = {"每个命令只接受它的帮助里列出的参数和选项。",
              "A command takes the arguments and options that its help lists."},
     .text = {"命令行写法不对: {1}", "the command line cannot be understood: {1}"},
     .cure = {"{2}用 `gongshi {3} --help` 查看写法。", "{2}`gongshi {3} --help` shows how to write it."}},
    {.code = "usage-date",
     .rule = {"命令行上的日期写成 YYYY-MM-DD。", "A date on the command line is written YYYY-MM-DD."},
     .text = {"“{1}”不是日期", "`{1}` is no date"},
     .cure = {"写成 YYYY-MM-DD，例如 2026-06-30。", "Write YYYY-MM-DD, such as 2026-06-30."}},
    {.code = "usage-audience",
     .rule = {"公开范围必须是 site.yaml 的 audiences 里的一个，或 unit:单位编号。",
              "An audience is one of those listed in site.yaml, or unit:ID."},
     .text = {"没有“{1}”这个公开范围", "there is no audience `{1}`"},
     .cure = {"{3}可用的范围: {2}。", "{3}Known audiences: {2}."}},
    {.code = "usage-unknown-code",
     .rule = {"explain 只能解释本程序会给出的代码。", "explain knows the codes that this program can print."},
     .text = {"没有“{1}”这个代码", "there is no code `{1}`"},
     .cure = {"{2}不带代码运行 `gongshi explain` 会列出全部代码。",
              "{2}`gongshi explain` without a code lists them all."}},
    {.code = "usage-unknown-kind",
     .rule = {"记录种类必须是程序认识的种类。", "A kind is one of the record kinds."},
     .text = {"没有“{1}”这种记录", "there is no record kind `{1}`"},
     .cure = {"{2}种类有: {3}。", "{2}Kinds: {3}."}},
    {.code = "site-not-found",
     .rule = {"命令需要一个 site.yaml。", "A command that reads a site needs its site.yaml."},
     .text = {"找不到站点文件 {1}", "there is no site file {1}"},
     .cure = {"到站点所在的文件夹里运行，或用 --site 指出 site.yaml 的位置。",
              "Run it in the site's folder, or name the file with --site."}},
    {.code = "content-not-found",
     .rule = {"--content 必须指向存在的文件夹。", "--content names a folder that exists."},
     .text = {"找不到内容文件夹 {1}", "there is no content folder {1}"},
     .cure = {"检查路径，或先建立这个文件夹。", "Check the path, or make the folder first."}},
    {.code = "output-inside-source",
     .rule = {"输出文件夹不能是站点、内容、主题文件夹本身或它们里面的文件夹，也不能是根目录或主目录。",
              "The output folder is neither a source folder nor inside one, nor the root or a home folder."},
     .text = {"输出文件夹 {1} 会覆盖源文件", "the output folder {1} would replace sources"},
     .cure = {"用 --out 指定一个只放生成结果的文件夹，例如 public。",
              "Give --out a folder that holds nothing but output, such as public."}},
    {.code = "unknown-time-zone",
     .rule = {"timezone 必须是系统时区库里的名称。", "timezone is a name of the system's time zone data."},
     .text = {"没有“{1}”这个时区", "there is no time zone `{1}`"},
     .cure = {"写成 Asia/Shanghai 这样的名称，或用 --as-of 给出日期。",
              "Write a name such as Asia/Shanghai, or give the date with --as-of."}},
};

}  // namespace gongshi::messages
