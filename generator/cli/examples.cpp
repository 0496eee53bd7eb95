#include "cli/examples.hpp"

#include <algorithm>
#include <iterator>

namespace gongshi {
namespace {

constexpr Example kExamples[] = {
    {"build",
     "gongshi build",
     {"由这个文件夹里的站点生成 public/", "builds the site of this folder into public/"}},
    {"build",
     "gongshi build --audience unit:tingjiguan --out /tmp/tingjiguan",
     {"只给一个单位看的站点，放到别处", "a site for one unit alone, put elsewhere"}},
    {"check", "gongshi check", {"生成之前先检查", "looks before anything is built"}},
    {"check",
     "gongshi check --deny-warnings --format short",
     {"有警告也算失败，每条一行", "fails on warnings too, one line each"}},
    {"check",
     "gongshi check --as-of 2026-12-31",
     {"到年底时会有什么逾期", "what will be overdue at the end of the year"}},
    {"serve", "gongshi serve --open", {"在浏览器里预览", "previews in the browser"}},
    {"serve",
     "gongshi serve --port 8080 --poll",
     {"内容放在网络文件夹里", "where the content lies in a network folder"}},
    {"review", "gongshi review", {"与上次生成的站点对照", "compares with the site that was built last"}},
    {"review",
     "gongshi review --against all.zip --html > review.html",
     {"与公布的数据包对照，输出审核单", "compares with the published archive, as a sheet to sign"}},
    {"init",
     "gongshi init zhenggai",
     {"在新文件夹 zhenggai 里建站", "makes a site in the new folder zhenggai"}},
    {"new", "gongshi new item", {"下一条整改事项，编号自动取", "the next item, under the next id"}},
    {"new", "gongshi new unit jiguan", {"编号自己定的单位", "a unit under an id of your own"}},
    {"export",
     "gongshi export --template 台账.xlsx",
     {"空白模板，填好后 gongshi import 台账.xlsx", "an empty template; fill it in, then import it"}},
    {"export", "gongshi export 台账.xlsx", {"现有的全部记录", "all records there are"}},
    {"export", "gongshi export items.csv", {"一张表", "one table"}},
    {"import", "gongshi import 台账.xlsx", {"看看会改什么", "shows what would change"}},
    {"import",
     "gongshi import 台账.xlsx --report 问题.xlsx",
     {"有问题的格子标在 问题.xlsx 里", "marks bad cells in a copy"}},
    {"import", "gongshi import 台账.xlsx --yes", {"写进记录", "writes it into the records"}},
    {"explain",
     "gongshi explain missing-lead",
     {"一个代码是什么意思、怎样改", "what a code means, and its cure"}},
    {"explain", "gongshi explain", {"列出全部代码", "lists all codes"}},
    {"schema",
     "gongshi schema item > item.schema.json",
     {"给编辑器用，写记录时有提示", "for an editor that then completes the keys of a record"}},
    {"completion",
     "gongshi completion bash > ~/.local/share/bash-completion/completions/gongshi",
     {"bash: 按 Tab 补全命令、选项和代码", "bash: Tab completes commands, options and codes"}},
    {"completion",
     "gongshi completion fish > ~/.config/fish/completions/gongshi.fish",
     {"fish: 同上", "fish: the same"}},
    {"completion",
     "gongshi completion zsh > ~/.zfunc/_gongshi",
     {"zsh: 同上，~/.zfunc 要在 fpath 里", "zsh: the same; ~/.zfunc is in fpath"}},
    {"man", "gongshi man > gongshi.1 && man ./gongshi.1", {"看手册页", "reads the manual page"}},
};

}  // namespace

std::vector<Example> examples_of(std::string_view command) {
  std::vector<Example> examples;
  std::copy_if(std::begin(kExamples), std::end(kExamples), std::back_inserter(examples),
               [&](const Example& example) { return example.command == command; });
  return examples;
}

}  // namespace gongshi
