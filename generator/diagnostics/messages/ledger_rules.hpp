// Rules of order, of the ledger of items, of causes, counts and answers. Each array is a family of
// diagnostics/rules.hpp.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kOrderRules[] = {
    {.code = "event-in-future",
     .rule =
         {"发生的事不晚于数据截至日；期限、止日、阶段和节假日可以在以后。",
          "Nothing has happened after the as-of date; deadlines, ends, phases and holidays may lie ahead."},
     .text = {"“{1}”写的是 {2}，晚于数据截至日 {3}",
              "`{1}` is {2}, after {3}, the day up to which the site tells"},
     .cure =
         {"写错的改正；还没有发生的事，等发生以后再写；截至日旧了，就改 site.yaml 的“截至日期”（as_of）。",
          "Correct a wrong date; write what has not happened when it has; if that day is out of date, change "
          "`as_of` in site.yaml."}},
    {.code = "dates-out-of-order",
     .rule = {"日期的先后合乎事情的先后；只知道年月的，有一天能合就算合。",
              "Dates follow the order of events; of a month or year it is enough that some day would fit."},
     .text = {"“{1}” {2} 早于“{3}” {4}", "`{1}` is {2}, before `{3}` {4}"},
     .cure = {"核对这两个日期，改正写错的一个。", "Check both dates and correct the wrong one."},
     .related = {"另一个日期在这里", "the other date is here"}},
    {.code = "rounds-out-of-order",
     .rule = {"逐轮的记录按日期先后写。", "Rounds are written in order of date."},
     .text = {"“{1}”要按日期先后写，{2} 却排在 {3} 后面",
              "`{1}` is written in order of date, and {2} stands after {3}"},
     .cure = {"把较早的一轮移到前面，或改正日期；以前的结论不要删改。",
              "Move the earlier round up, or correct the date; never remove an earlier verdict."},
     .related = {"前面的一轮在这里", "the round before it is here"}},
    {.code = "event-out-of-order",
     .rule = {"自报、验收、公示、销号、重新打开按规定的先后进行。",
              "Claim, verdict, notice, closing and reopening follow each other as the ledger knows."},
     .text = {"这时的状态是“{2}”，不能有“{1}”", "there cannot be `{1}` when the status is `{2}`"},
     .cure = {"“{1}”之前的状态应当是：{3}；补上中间缺的一步，或核对日期。",
              "Before `{1}` the status is one of: {3}; add the step between, or check the date."}},
};

inline constexpr Message kLedgerRules[] = {
    {.code = "closed-item-leaves",
     .rule = {"已销号的事项先重新打开，才能合并、拆分、撤回或变更。",
              "A closed item is reopened before it is merged, split, withdrawn or moved."},
     .text = {"{1} 已经销号，不能再有“{2}”", "it was closed by {1}, and there can be no `{2}` after that"},
     .cure = {"先写 `重新打开: [{日期: 2026-06-18, 理由: 为什么}]`，或核对日期。",
              "Reopen it first, `reopened: [{date: 2026-06-18, reason: why}]`, or check the date."}},
    {.code = "event-after-leaving",
     .rule = {"事项合并或拆分以后，后面的事记在接续的事项里。",
              "After an item was merged or split, what happens is told in those that go on."},
     .text = {"这一事项在 {2} 已经“{3}”，{1} 的事不能再记在这里",
              "the item went on in another on {2} (`{3}`), and what happened on {1} cannot be told here"},
     .cure = {"把这件事记到接续的事项里，或核对日期。",
              "Tell it in the item that goes on, or check the date."},
     .related = {"合并、拆分在这里", "it went on in another here"}},
    {.code = "move-mismatch",
     .rule = {"变更写的前后，与下一次变更和现在的值相接。",
              "What a move leads to is what the next move, or the record now, begins with."},
     .text = {"变更为“{1}”，后面写的却是“{2}”", "it was changed to `{1}`, and then it says `{2}`"},
     .cure = {"改正“原为”（from）、“改为”（to）或现在的值，让它们前后相接。",
              "Correct `from`, `to` or the value now, so that each begins where the last one ended."},
     .related = {"后面的值在这里", "what it says then is here"}},
    {.code = "opinion-lost",
     .rule = {"合并、拆分的事项，它的每条意见都跟到接续的事项里。",
              "Each opinion of an item that was merged or split goes on with those that follow."},
     .text = {"意见“{1}”没有跟到接续的事项里，提意见的人会找不到下落",
              "the opinion `{1}` is linked to no item that goes on, so whoever gave it loses track of it"},
     .cure = {"在接续事项的“意见”（opinions）里加上 {1}。",
              "Add {1} to the `opinions` of an item that goes on."}},
    {.code = "continues-open-item",
     .rule = {"接续的是已经销号的事项。", "What an item takes up was closed."},
     .text = {"“{1}”这时没有销号，不能接续",
              "`{1}` was not closed by then, and only a closed item can be taken up"},
     .cure = {"没有销号的，就在原来的事项里继续记；只是相关的，写在“相关事项”（related）里。",
              "Go on in the open item itself; what is merely related goes under `related`."}},
    {.code = "goes-in-a-circle",
     .rule = {"隶属、接续、合并和拆分不绕回自己。",
              "No unit is below itself, and no item follows, absorbs or becomes itself."},
     .text = {"“{1}”经过“{2}”又绕回自己", "`{1}` leads back to itself through `{2}`"},
     .cure = {"核对这两条记录，去掉写反的一处：单位看“上级”（parent），事项看“接续”（continues）、“并入”（mer"
              "ged_into）和“拆分”（split_into）。",
              "Look at both records and take out the link that points the wrong way: `parent` of a unit; "
              "`continues`, `merged_into` or `split_into` of an item."}},
};

inline constexpr Message kCauseRules[] = {
    {.code = "cause-missing",
     .rule = {"反映强烈、长期反映或反复出现的问题写明制度上的原因。",
              "A problem strongly felt, long-standing or recurrent names its institutional cause."},
     .text = {"反映强烈、长期反映或反复出现的问题要查到制度上，这里没有“{1}”",
              "a problem strongly felt, long-standing or recurrent has a cause in the rules, and there is no "
              "`{1}`"},
     .cure = {"加上 `{1}: {2}` 这样一行，可以写：{3}。", "Add a line such as `{1}: {2}`. It can be: {3}."}},
    {.code = "institution-missing",
     .rule = {"反映强烈、长期反映或反复出现的问题有制度回应，或写明为什么没有。",
              "A problem strongly felt, long-standing or recurrent has a rule that answers it, or says why "
              "there is none."},
     .text = {"反映强烈、长期反映或反复出现的问题要靠制度防止再发生，这里没有“{1}”，也没有“{2}”",
              "a problem strongly felt, long-standing or recurrent comes back without a rule, and there is "
              "neither `{1}` nor `{2}`"},
     .cure = {"加上 `{1}: [制度的编号]`；确实没有的，写 `{2}: 为什么没有`。",
              "Add `{1}: [id-of-the-rule]`, or `{2}: why there is none`."}},
    {.code = "institution-does-not-fit",
     .rule = {"制度与原因相合：有规不依的严格执行，规定不完善的修订，没有规定的新订。",
              "The rule fits the cause: one not kept is enforced, one incomplete is revised, where there is "
              "none one is made."},
     .text = {"原因是“{1}”，制度“{2}”的做法却是“{3}”",
              "the cause is `{1}`, and what was done about the rule `{2}` is `{3}`"},
     .cure = {"这个原因应当对应“{4}”；核对原因、制度和它的“做法”（action）。",
              "That cause asks for `{4}`. Check the cause, the rule and its `action`."},
     .related = {"制度的做法在这里", "what was done about the rule is here"}},
};

inline constexpr Message kCountRules[] = {
    {.code = "parts-exceed-whole",
     .rule = {"部分合计不超过总数。", "Parts are never more than their whole."},
     .text = {"“{1}”合计 {2}，超过“{3}” {4}", "`{1}` adds up to {2}, more than `{3}`, {4}"},
     .cure =
         {"核对各个数；征求意见的总数是约数的，写 `约数: 是`。",
          "Check the figures; where the total of a consultation is a round one, write `approximate: true`."},
     .related = {"总数在这里", "the whole is here"}},
    {.code = "told-exceeds-total",
     .rule = {"逐条公布的意见不多于意见总数。", "No more opinions are told one by one than there were."},
     .text = {"逐条公布的意见有 {1} 条，多于总数 {2}",
              "{1} opinions are published one by one, more than the {2} in all"},
     .cure = {"核对总数，以及各条意见的“征求意见”（consultation）是不是写对了。",
              "Check the total, and the `consultation` that each opinion names."}},
    {.code = "opinion-reason-missing",
     .rule = {"没有采纳的意见写明理由。", "An opinion that was not adopted has its reason."},
     .text = {"处理结果是“{2}”，却没有“{1}”，提意见的人不知道为什么",
              "the opinion was `{2}`, and no `{1}` tells whoever gave it why"},
     .cure = {"加上 `{1}: 为什么`；来源文件没有写的，列入 `文件未载明: [{1}]`。",
              "Add `{1}: why`; if the source does not say, list `not_stated: [{1}]`."}},
};

inline constexpr Message kAnswerRules[] = {
    {.code = "answer-missing",
     .rule = {"已答复的反馈写明答复和日期。", "Feedback that was answered shows the answer and its date."},
     .text = {"状态是已答复，却没有“{1}”", "it was answered, and there is no `{1}`"},
     .cure = {"加上 `{1}: {2}`；还没有答复的，改正“办理状态”（status）。",
              "Add `{1}: {2}`; correct `status` if it was not answered yet."}},
    {.code = "head-office-not-first",
     .severity = Severity::warning,
     .rule = {"要求大家做的，机关先做到。", "The head office does first what it asks of others."},
     .text = {"“{1}”已经完成，同样要做的机关“{2}”还在它之后",
              "`{1}` did it before the head office `{2}`, which is asked for the same"},
     .cure = {"核对日期；属实就不必改，页面会如实标明。",
              "Check the dates; if they are true, leave it: the page says so."}},
};

}  // namespace gongshi::messages
