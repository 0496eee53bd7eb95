// Rules of the process of an item: its deadline, who may judge it, what closing rests on, its notice.
// Each array is a family of diagnostics/rules.hpp.
#pragma once

#include "diagnostics/message.hpp"

namespace gongshi::messages {

inline constexpr Message kDeadlineRules[] = {
    {.code = "deadline-missing",
     .rule = {"限期整改的事项有期限。", "An item to be corrected by a date has a deadline."},
     .text = {"限期整改的事项没有“{1}”", "an item to be corrected by a date has no `{1}`"},
     .cure = {"加上 `{1}: 2026-09-30`；来源文件没有说明的，写明 source，并列入 not_stated。",
              "Add `{1}: 2026-09-30`; where a source is silent, name it under source and list the key under "
              "not_stated."}},
    {.code = "deadline-not-stated",
     .rule = {"限期整改的事项，只有出自来源文件的，期限才能列为未载明。",
              "Only an item taken from a source may list the deadline of its class as not stated."},
     .text = {"限期整改的事项没有写明来源，“{1}”不能列为未载明",
              "without a source, `{1}` of an item to be corrected by a date cannot be not stated"},
     .cure = {"写出期限，例如 `deadline: 2026-09-30`；确是来源没有说明的，加上 source。",
              "State it, such as `deadline: 2026-09-30`; if a source is silent on it, add source."}},
    {.code = "explanation-missing",
     .rule = {"逐步解决的事项向群众作出说明。", "An item solved step by step is explained to the public."},
     .text = {"逐步解决的事项没有“{1}”", "an item solved step by step has no `{1}`"},
     .cure = {"加上 `{1}: `，说明为什么一时解决不了；来源没有说明的，列入 not_stated。",
              "Add `{1}: ` and say why it cannot be solved yet; list it under not_stated where the source is "
              "silent."}},
    {.code = "next-step-missing",
     .rule = {"逐步解决的事项写明下一步。", "An item solved step by step names its next step."},
     .text = {"逐步解决的事项没有“{1}”", "an item solved step by step has no `{1}`"},
     .cure =
         {"加上 `{1}: {text: 做什么, due: 2026-12-31}`；来源没有说明的，列入 not_stated。",
          "Add `{1}: {text: what, due: 2026-12-31}`; list it under not_stated where the source is silent."}},
    {.code = "extension-without-deadline",
     .rule = {"有延期就有最初的期限。", "What was extended had a first deadline."},
     .text = {"有延期，却没有最初的“{1}”", "there is an extension, and no first `{1}`"},
     .cure = {"写上最初定的 `{1}: 2026-09-30`；延期只写在 extensions 里。",
              "State the first `{1}: 2026-09-30`; extensions alone say what it became."}},
    {.code = "extension-not-later",
     .rule = {"批准的延期晚于当时的期限。",
              "An extension that was granted is later than the deadline before it."},
     .text = {"延到 {1}，并不晚于当时的期限 {2}", "extended to {1}, which is not after {2}"},
     .cure = {"核对两个日期；期限只能延后，提前完成写在 claimed 里。",
              "Check both dates; an extension is later, and being early is told under claimed."},
     .related = {"当时的期限在这里", "the deadline before it is here"}},
    {.code = "deadline-overwritten",
     .rule = {"期限不能改写，只能延期并写明理由。",
              "A deadline is never overwritten; it is extended, with its reason."},
     .text = {"修订改写了“{1}”", "a revision overwrites `{1}`"},
     .cure = {"恢复最初的期限，把变动写进 extensions: [{to: 2026-10-31, date: 2026-09-20, by: 批准单位, "
              "reason: 理由}]；只是抄错的，kind 写 correction。",
              "Restore the first deadline and write the change under extensions: [{to: 2026-10-31, date: "
              "2026-09-20, by: approver, reason: why}]; for a slip of the pen, kind is correction."}},
};

inline constexpr Message kIndependenceRules[] = {
    {.code = "acceptance-not-independent",
     .rule = {"验收单位不是责任单位、配合单位，也不在它们之下。",
              "Who accepts is neither the unit that corrects, nor a partner, nor below them."},
     .text = {"“{1}”{2}，不能验收", "`{1}` {2} and cannot accept it"},
     .cure =
         {"由上级或没有隶属关系的单位验收，例如督查组；把它写在 by 里。",
          "Have it accepted by a body above or outside, such as a supervision group, and name that in by."},
     .related = {"责任单位在这里", "the unit that answers for it is here"}},
    {.code = "extension-not-independent",
     .rule = {"批准延期的单位不是责任单位、配合单位，也不在它们之下。",
              "Who grants an extension is neither the unit that corrects, nor a partner, nor below them."},
     .text = {"“{1}”{2}，不能批准延期", "`{1}` {2} and cannot grant an extension"},
     .cure = {"由上级或没有隶属关系的单位批准；还没有批准的，写 state: asked。",
              "Have it granted by a body above or outside; write state: asked until then."},
     .related = {"责任单位在这里", "the unit that answers for it is here"}},
    {.code = "closing-not-independent",
     .rule = {"不是因完成而销号的，批准单位不是责任单位、配合单位，也不在它们之下。",
              "Who closes an item as anything but done is neither the unit that corrects, nor a partner, nor "
              "below them."},
     .text = {"“{1}”{2}，不能批准这样销号", "`{1}` {2} and cannot close it like this"},
     .cure = {"由上级或没有隶属关系的单位批准，并写在 by 里。",
              "Have it closed by a body above or outside, and name that in by."},
     .related = {"责任单位在这里", "the unit that answers for it is here"}},
};

inline constexpr Message kClosingRules[] = {
    {.code = "closed-without-evidence",
     .rule = {"因完成而销号的事项有证明材料；不上网的材料，只有经过现场验收才算。",
              "An item closed as done has evidence; what is not on line counts only with an acceptance on "
              "site."},
     .text = {"按完成销号，却没有可以作数的证明材料", "closed as done without evidence that counts"},
     .cure = {"在 progress 里加 `evidence: [{title: 材料名称, url: https://…}]`；只能到场查看的写 "
              "where，验收方式写 method: on-site。",
              "Add `evidence: [{title: what, url: https://…}]` under progress; what can only be seen on the "
              "spot has where, and the acceptance method: on-site."}},
    {.code = "closed-with-open-measure",
     .rule = {"因完成而销号的事项，每条措施都有完成日期。",
              "Every measure of an item closed as done has the day it was done."},
     .text = {"按完成销号，这条措施却没有“{1}”", "closed as done, and this measure has no `{1}`"},
     .cure = {"加上 `{1}: 2026-06-20`；没有完成的，不能按完成销号。",
              "Add `{1}: 2026-06-20`; what is not done cannot be closed as done."},
     .related = {"销号在这里", "the closing is here"}},
    {.code = "closed-without-acceptance",
     .rule = {"因完成而销号之前，本轮已经验收通过，并写明单位和日期。",
              "Before an item is closed as done, its round was accepted, with body and date."},
     .text = {"按完成销号，此前本轮没有验收通过（要有单位和日期）",
              "closed as done, and this round was not accepted before (with body and date)"},
     .cure = {"加上 `acceptance: {by: 验收单位, date: 2026-06-05, result: "
              "accepted}`，日期在单位自报之后、公示之前。",
              "Add `acceptance: {by: body, date: 2026-06-05, result: accepted}`, after the claim and before "
              "the notice."}},
    {.code = "closed-without-notice",
     .rule = {"销号之前，本轮公示过，并写明起止。",
              "Before an item is closed, its round was put on notice, from a first to a last day."},
     .text = {"销号之前，本轮没有写明止日的公示", "closed, and this round had no notice with a last day"},
     .cure = {"加上 `notice: {from: 2026-06-08, to: 2026-06-15, recipient: 受理单位}`，期满以后再销号。",
              "Add `notice: {from: 2026-06-08, to: 2026-06-15, recipient: who hears objections}`, and close "
              "after it."}},
    {.code = "closed-during-notice",
     .rule = {"公示期满以后才销号。", "An item is closed after its notice has ended."},
     .text = {"{1} 销号时，公示到 {2} 还没有期满", "closed on {1}, when the notice until {2} had not ended"},
     .cure = {"销号日期写在公示止日之后。", "Close it on a day after the last day of the notice."},
     .related = {"公示在这里结束", "the notice ends here"}},
    {.code = "closed-without-effect",
     .rule = {"因完成而销号的事项写明群众能感受到的成效，不能列为未载明。",
              "An item closed as done says what people notice, which can never be not stated."},
     .text = {"按完成销号，却没有“{1}”", "closed as done without `{1}`"},
     .cure = {"加上 `{1}: `，写群众能感受到什么，例如“排队不超过十分钟”。",
              "Add `{1}: ` with what people notice, such as: nobody waits longer than ten minutes."}},
    {.code = "closed-without-reason",
     .rule = {"不是因完成而销号的，写明理由。", "An item closed as anything but done says why."},
     .text = {"销号类型是“{2}”，却没有“{1}”", "closed as {2} without `{1}`"},
     .cure = {"在 closed 里加上 `{1}: `，例如“点位已拆除”。",
              "Add `{1}: ` under closed, such as: the place was pulled down."}},
    {.code = "closed-without-body",
     .rule = {"不是因完成而销号的，写明由谁批准。",
              "An item closed as anything but done says who closed it."},
     .text = {"销号类型是“{2}”，却没有“{1}”", "closed as {2} without `{1}`"},
     .cure = {"在 closed 里加上 `{1}: 批准单位`，不能是责任单位、配合单位或它们之下的单位。",
              "Add `{1}: body` under closed, neither the unit, nor a partner, nor below them."}},
    {.code = "objection-unanswered",
     .rule = {"公示期内收到的异议，销号之前都已答复。",
              "Every objection received during the notice is answered before the item is closed."},
     .text = {"公示期内收到的异议“{1}”，到销号时没有答复",
              "the objection `{1}`, received during the notice, was not answered when it was closed"},
     .cure = {"先答复，写 status: answered、reply 和 replied_on，再销号。",
              "Answer it first, with status: answered, reply and replied_on, and close it then."},
     .related = {"异议在这里", "the objection is here"}},
    {.code = "evidence-nowhere",
     .rule = {"证明材料写明网址、文件或查看处。", "Evidence says where it is: url, file or where."},
     .text = {"证明材料“{1}”没有说在哪里", "the evidence `{1}` does not say where it is"},
     .cure = {"加上 `url: https://…`、`file: 名.pdf`，或 `where: 在哪里可以查看`。",
              "Add `url: https://…`, `file: name.pdf`, or `where: place it can be seen`."}},
};

inline constexpr Message kNoticeRules[] = {
    {.code = "notice-too-short",
     .rule = {"公示的工作日不少于网站规定的天数。",
              "A notice lasts at least the site's number of working days."},
     .text = {"公示从 {1} 到 {2} 只有 {3} 个工作日，少于 {4} 个",
              "the notice from {1} to {2} has {3} working days, fewer than {4}"},
     .cure = {"把止日延后；放假和调休写在 holidays 里，天数在 site.yaml 的 thresholds.notice_days。",
              "End it later; days off and make-up days are told under holidays, the number is "
              "thresholds.notice_days in site.yaml."}},
    {.code = "notice-without-end",
     .severity = Severity::warning,
     .rule = {"公示有止日。", "A notice has a last day."},
     .text = {"公示没有“{1}”，会一直显示为公示中", "the notice has no `{1}` and stays open for ever"},
     .cure = {"加上 `{1}: 2026-06-15`。", "Add `{1}: 2026-06-15`."}},
    {.code = "notice-recipient-is-unit",
     .severity = Severity::warning,
     .rule = {"公示期的异议不由责任单位自己受理。",
              "Objections do not go to the very unit that they are about."},
     .text = {"异议交给责任单位“{1}”自己受理", "objections go to `{1}`, which answers for the item itself"},
     .cure = {"另写受理单位，例如 `recipient: 督查组`。",
              "Name somebody else, such as `recipient: supervision group`."},
     .related = {"责任单位在这里", "the unit that answers for it is here"}},
};

}  // namespace gongshi::messages
