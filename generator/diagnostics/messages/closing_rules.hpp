// Rules of the process of an item: its deadline, who may judge it, what closing rests on, its notice.
// Each array is a family of diagnostics/rules.hpp.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kDeadlineRules[] = {
    {.code = "deadline-missing",
     .rule = {"限期整改的事项有期限。", "An item to be corrected by a date has a deadline."},
     .text = {"限期整改的事项没有“{1}”，无从判断是否逾期",
              "an item to be corrected by a date has no `{1}`, so nobody can tell whether it is late"},
     .cure = {"加上 `{1}: 2026-09-30`；来源文件没有写期限的，写明是哪份文件：`来源: {文件: "
              "文件名称}`，再列入 `文件未载明: [{1}]`。",
              "Add `{1}: 2026-09-30`; if the source gives none, name the source, as in `source: {document: "
              "title}`, and list `not_stated: [{1}]`."}},
    {.code = "deadline-not-stated",
     .rule = {"限期整改的事项，只有出自来源文件的，期限才能列为未载明。",
              "Only an item taken from a source may list the deadline of its class as not stated."},
     .text = {"没有写明出自哪份文件，“{1}”就谈不上“文件未载明”",
              "no source is named, so `{1}` cannot be what a source does not state"},
     .cure = {"写出期限，例如 `整改期限: 2026-09-30`；确是来源文件没有写的，写明是哪份文件：`来源: {文件: "
              "文件名称}`。",
              "Give the deadline, as in `deadline: 2026-09-30`; if a source is silent on it, name the "
              "source: `source: {document: title}`."}},
    {.code = "explanation-missing",
     .rule = {"逐步解决的事项向群众作出说明。", "An item solved step by step is explained to the public."},
     .text = {"逐步解决的事项没有“{1}”，群众不知道为什么要等",
              "an item solved step by step has no `{1}`, so the public is not told why it must wait"},
     .cure =
         {"加上 `{1}: 为什么一时解决不了`；来源文件没有写的，列入 `文件未载明: [{1}]`。",
          "Add `{1}: why it cannot be solved yet`; if the source does not say, list `not_stated: [{1}]`."}},
    {.code = "next-step-missing",
     .rule = {"逐步解决的事项写明下一步。", "An item solved step by step names its next step."},
     .text = {"逐步解决的事项没有“{1}”，看不出接着做什么",
              "an item solved step by step has no `{1}`, so nobody knows what comes next"},
     .cure =
         {"加上 `{1}: {内容: 做什么, 期限: 2026-12-31}`；来源文件没有写的，列入 `文件未载明: [{1}]`。",
          "Add `{1}: {text: what, due: 2026-12-31}`; if the source does not say, list `not_stated: [{1}]`."}},
    {.code = "extension-without-deadline",
     .rule = {"有延期就有最初的期限。", "What was extended had a first deadline."},
     .text = {"有延期，却没有最初的“{1}”，看不出从哪一天延起",
              "there is an extension, and no `{1}` to tell from which day it was extended"},
     .cure =
         {"加上最初定的 `{1}: 2026-09-30`；以后延到哪天只写在“延期”（extensions）里。",
          "Add the first one, `{1}: 2026-09-30`; what it became later is told under `extensions` alone."}},
    {.code = "extension-not-later",
     .rule = {"批准的延期晚于当时的期限。",
              "An extension that was granted is later than the deadline before it."},
     .text = {"延到 {1}，并不晚于当时的期限 {2}", "extended to {1}, which is not after {2}"},
     .cure = {"核对两个日期；期限只能往后延，提前完成的写在“单位自报”（claimed）里，不改期限。",
              "Check both dates; an extension is later, and work done early is told under `claimed`, with "
              "the deadline as it was."},
     .related = {"当时的期限在这里", "the deadline before it is here"}},
    {.code = "deadline-overwritten",
     .rule = {"期限不能改写，只能延期并写明理由。",
              "A deadline is never overwritten; it is extended, with its reason."},
     .text = {"修订改写了“{1}”，公众就看不到原来定的期限",
              "a revision overwrites `{1}`, and hides from the public what was set at first"},
     .cure = {"写回最初的期限，变动记成 `延期: [{延至: 2026-10-31, 日期: 2026-09-20, 批准单位: 单位编号, "
              "理由: 为什么}]`；只是抄错的，这条修订写 `种类: 更正`。",
              "Restore the first deadline and tell the change: `extensions: [{to: 2026-10-31, date: "
              "2026-09-20, by: unit-id, reason: why}]`; a slip of the pen has `kind: correction`."}},
};

inline constexpr Message kIndependenceRules[] = {
    {.code = "acceptance-not-independent",
     .rule = {"验收单位不是责任单位、配合单位，也不在它们之下。",
              "Who accepts is neither the unit that corrects, nor a partner, nor below them."},
     .text = {"“{1}”{2}，不能自己验收自己的整改", "`{1}` {2} and cannot accept its own work"},
     .cure = {"由上级或没有隶属关系的单位验收，例如督导组，写成 `验收单位: "
              "那个单位的编号`；还没有这样验收过的，不写验收。",
              "Have it accepted by a body above or outside, such as a supervision group, and write `by: "
              "id-of-that-body`; until then leave the acceptance out."},
     .related = {"责任单位在这里", "the unit that answers for it is here"}},
    {.code = "extension-not-independent",
     .rule = {"批准延期的单位不是责任单位、配合单位，也不在它们之下。",
              "Who grants an extension is neither the unit that corrects, nor a partner, nor below them."},
     .text = {"“{1}”{2}，不能给自己批准延期", "`{1}` {2} and cannot grant itself an extension"},
     .cure = {"由上级或没有隶属关系的单位批准，写成 `批准单位: 那个单位的编号`；还没有批准的，写 `状态: "
              "已申请`。",
              "Have it granted by a body above or outside, and write `by: id-of-that-body`; until then write "
              "`state: asked`."},
     .related = {"责任单位在这里", "the unit that answers for it is here"}},
    {.code = "closing-not-independent",
     .rule = {"不是因完成而销号的，批准单位不是责任单位、配合单位，也不在它们之下。",
              "Who closes an item as anything but done is neither the unit that corrects, nor a partner, nor "
              "below them."},
     .text = {"“{1}”{2}，没有整改完，不能自己批准销号",
              "`{1}` {2} and cannot itself close what was not done"},
     .cure = {"由上级或没有隶属关系的单位批准，写成 `批准单位: 那个单位的编号`。",
              "Have it closed by a body above or outside, and write `by: id-of-that-body`."},
     .related = {"责任单位在这里", "the unit that answers for it is here"}},
};

inline constexpr Message kClosingRules[] = {
    {.code = "closed-without-evidence",
     .rule = {"因完成而销号的事项有证明材料；不上网的材料，只有经过现场验收才算。",
              "An item closed as done has evidence; what is not on line counts only with an acceptance on "
              "site."},
     .text = {"按完成销号，却没有公众可以核对的证明材料",
              "closed as done without evidence that the public can check"},
     .cure = {"在“进展”（progress）里加上 `证明材料: [{名称: 现场照片, 网址: "
              "https://example.org/1.jpg}]`，有文件的用 `文件: 1.jpg`；只能到场查看的写 `查看处: "
              "哪里`，验收要写 `方式: 现场`。",
              "Under `progress` add `evidence: [{title: photo, url: https://example.org/1.jpg}]`, or `file: "
              "1.jpg` for a file of yours; what can only be seen on the spot has `where: place`, and the "
              "acceptance `method: on-site`."}},
    {.code = "closed-with-open-measure",
     .rule = {"因完成而销号的事项，每条措施都有完成日期。",
              "Every measure of an item closed as done has the day it was done."},
     .text = {"按完成销号，这条措施却没有写哪天完成（{1}）",
              "closed as done, and this measure does not say when it was (`{1}`)"},
     .cure = {"做完了的，加上 `{1}: 2026-06-20`；没有做完，就还不能按完成销号。",
              "Add `{1}: 2026-06-20` if it is done; if it is not, the item cannot be closed as done yet."},
     .related = {"销号在这里", "the closing is here"}},
    {.code = "closed-without-acceptance",
     .rule = {"因完成而销号之前，本轮已经验收通过，并写明单位和日期。",
              "Before an item is closed as done, its round was accepted, with body and date."},
     .text = {"按完成销号，这一轮却没有验收通过的记录（要有验收单位和日期）",
              "closed as done, and nobody had accepted it in this round (with body and date)"},
     .cure = {"加上 `验收: {验收单位: 单位编号, 日期: 2026-06-05, 结论: "
              "通过}`，日期在单位自报之后、公示之前；没有验收过的，不能按完成销号。",
              "Add `acceptance: {by: unit-id, date: 2026-06-05, result: accepted}`, after the claim and "
              "before the notice; what nobody has accepted cannot be closed as done."}},
    {.code = "closed-without-notice",
     .rule = {"销号之前，本轮公示过，并写明起止。",
              "Before an item is closed, its round was put on notice, from a first to a last day."},
     .text = {"销号之前，这一轮没有写明起止的公示，群众没有机会提异议",
              "closed without a notice with a first and a last day in this round, so nobody could object"},
     .cure = {"加上 `公示: {起: 2026-06-08, 止: 2026-06-15, 受理单位: 单位编号}`，期满以后再销号。",
              "Add `notice: {from: 2026-06-08, to: 2026-06-15, recipient: unit-id}`, and close after it."}},
    {.code = "closed-during-notice",
     .rule = {"公示期满以后才销号。", "An item is closed after its notice has ended."},
     .text = {"{1} 就销号了，公示到 {2} 才期满，群众还可以提异议",
              "closed on {1}, when objections could still be made until the end of {2}"},
     .cure = {"把销号日期改到 {2} 以后，或核对公示的止日。",
              "Close it on a day after {2}, or check the last day of the notice."},
     .related = {"公示在这里结束", "the notice ends here"}},
    {.code = "closed-without-effect",
     .rule = {"因完成而销号的事项写明群众能感受到的成效，不能列为未载明。",
              "An item closed as done says what people notice, which can never be not stated."},
     .text = {"按完成销号，却没有“{1}”，群众看不出有什么不同",
              "closed as done without `{1}`, so nobody can see what is better now"},
     .cure = {"写群众能感受到什么，例如 `{1}: 排队不超过十分钟`；这一项不能列为“文件未载明”。",
              "Say what people notice, as in `{1}: nobody waits longer than ten minutes`; it cannot be "
              "listed as not stated."}},
    {.code = "closed-without-reason",
     .rule = {"不是因完成而销号的，写明理由。", "An item closed as anything but done says why."},
     .text = {"销号类型是“{2}”，却没有写明为什么（{1}）", "closed as {2}, and it does not say why (`{1}`)"},
     .cure = {"在“销号”（closed）里加上理由，例如 `{1}: 点位已拆除`。",
              "Add it under `closed`, as in `{1}: the place was pulled down`."}},
    {.code = "closed-without-body",
     .rule = {"不是因完成而销号的，写明由谁批准。",
              "An item closed as anything but done says who closed it."},
     .text = {"销号类型是“{2}”，却没有写明由谁批准（{1}）",
              "closed as {2}, and it does not say who decided that (`{1}`)"},
     .cure = {"在“销号”（closed）里加上 `{1}: 单位编号`；不能是责任单位、配合单位或它们之下的单位。",
              "Add `{1}: unit-id` under `closed`: neither the unit that corrects, nor a partner, nor one "
              "below them."}},
    {.code = "objection-unanswered",
     .rule = {"公示期内收到的异议，销号之前都已答复。",
              "Every objection received during the notice is answered before the item is closed."},
     .text = {"公示期内收到的异议“{1}”，到销号时没有答复",
              "the objection `{1}`, received during the notice, had no answer when the item was closed"},
     .cure = {"先答复，在异议里写 `办理状态: 已答复`、`答复: 怎样答复的`、`答复日期: 2026-06-15`，再销号。",
              "Answer it first, with `status: answered`, `reply: what was replied` and `replied_on: "
              "2026-06-15`, and close then."},
     .related = {"异议在这里", "the objection is here"}},
    {.code = "evidence-nowhere",
     .rule = {"证明材料写明网址、文件或查看处。", "Evidence says where it is: url, file or where."},
     .text = {"证明材料“{1}”没有写明在哪里能看到", "the evidence `{1}` does not say where it can be seen"},
     .cure = {"加上 `网址: https://example.org/1.jpg`、`文件: 1.jpg`（放在 content/files/ 里），或 `查看处: "
              "办公室`。",
              "Add `url: https://example.org/1.jpg`, `file: 1.jpg` (which lies in content/files/), or "
              "`where: the office`."}},
};

inline constexpr Message kNoticeRules[] = {
    {.code = "notice-too-short",
     .rule = {"公示的工作日不少于网站规定的天数。",
              "A notice lasts at least the site's number of working days."},
     .text = {"公示从 {1} 到 {2} 只有 {3} 个工作日，少于规定的 {4} 个",
              "the notice from {1} to {2} has {3} working days, fewer than the {4} that are required"},
     .cure = {"把止日延后；放假和调休记在 content/holidays/ 里，规定的天数在 site.yaml "
              "的“阈值”（thresholds）里。",
              "End it later; days off and make-up days are told in content/holidays/, the number under "
              "`thresholds` in site.yaml."}},
    {.code = "notice-without-end",
     .severity = Severity::warning,
     .rule = {"公示有止日。", "A notice has a last day."},
     .text = {"公示没有写最后一天（{1}），会一直显示为公示中",
              "the notice has no last day (`{1}`) and stays open for ever"},
     .cure = {"加上 `{1}: 2026-06-15`。", "Add `{1}: 2026-06-15`."}},
    {.code = "notice-recipient-is-unit",
     .severity = Severity::warning,
     .rule = {"公示期的异议不由责任单位自己受理。",
              "Objections do not go to the very unit that they are about."},
     .text = {"对责任单位“{1}”的异议由它自己受理",
              "objections go to `{1}`, the very unit that they are about"},
     .cure = {"另写受理单位，例如 `受理单位: 督导组`。",
              "Name somebody else, such as `recipient: supervision group`."},
     .related = {"责任单位在这里", "the unit that answers for it is here"}},
};

}  // namespace gongshi::messages
