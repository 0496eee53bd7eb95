// Mistakes in what a site or a record says about the rules themselves: exit status 2 in site.yaml, 1 in a
// record.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kWaivers[] = {
    {.code = "rule-unknown-code",
     .rule = {"site.yaml 的“规则级别”（rules）只写程序有的代码。",
              "site.yaml lowers only rules that there are."},
     .text = {"没有“{1}”这条规则", "there is no rule `{1}`"},
     .cure = {"{2}`gongshi explain` 会列出全部代码。", "{2}`gongshi explain` lists all codes."}},
    {.code = "rule-not-lowerable",
     .rule = {"写错的数据、失效的引用和泄露不能降级。",
              "Broken data, dangling references and leaks can never be lowered."},
     .text = {"“{1}”不能降级：它指出的是写错或不该公开的地方，不是办理的规矩",
              "`{1}` cannot be lowered: it tells of mistakes or leaks, not of how work is done"},
     .cure = {"从“规则级别”（rules）里去掉它，改正它指出的地方。",
              "Remove it from `rules` and correct what it finds."}},
    {.code = "waiver-unknown-code",
     .rule = {"豁免只写程序有的代码。", "A waiver names a code that there is."},
     .text = {"没有“{1}”这个代码", "there is no code `{1}`"},
     .cure = {"{2}`gongshi explain` 会列出全部代码。", "{2}`gongshi explain` lists all codes."}},
    {.code = "waiver-not-allowed",
     .rule = {"只有办理规则和缺少的必填字段可以豁免。",
              "Only process rules and missing required fields can be waived."},
     .text = {"“{1}”不能豁免：它指出的是写错的地方，不是办理的规矩",
              "`{1}` cannot be waived: it tells of mistakes, not of how work is done"},
     .cure = {"删除这条豁免，改正它指出的地方。", "Remove the waiver and correct what it is about."}},
    {.code = "waiver-unknown-field",
     .rule = {"豁免所指的字段在字段表里。", "The field that a waiver names is in the table of fields."},
     .text = {"“{1}”不是{2}的字段", "`{1}` is no field of {2}"},
     .cure = {"{3}不写“字段”（field）就指这条记录的全部。",
              "{3}Without `field` it is about the whole record."}},
};

}  // namespace gongshi::messages
