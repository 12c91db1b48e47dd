import type { Incoming, MessageRef } from "../channel.ts"
import { readCommand } from "../command/command.ts"
import type { Context } from "../conversation/context.ts"
import type { Reads } from "../conversation/reads.ts"
import { mayAnswerAsk } from "../ideas/co-author-answer.ts"
import { mayTouch } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { initiativeCode } from "./code.ts"
import { unmarkedLines } from "./on-behalf.ts"

/** What is said of one initiative, by its first two words or its first. */
const VERBS = new Set([
  "bo sung",
  "hoi them",
  "tu choi",
  "cong nhan",
  "tiep nhan",
  "bao mat",
  "sua",
  "huy",
  "rut",
  "duyet",
  "the",
])
const CODE = /^[\s:,–-]*(?:sáng kiến|sang kien)?\s*sk\s*[-–—]?\s*\d/iu

/** A figure, or three words: a nod to a receipt ("hay quá") adds nothing to a record. */
const SAYS_SOMETHING = /\d|\S+\s+\S+\s+\S/u

/**
 * "bổ sung giảm thêm 2 người" in answer to a receipt means the initiative of that receipt: its code is put in where people leave it out.
 * Words that are no command, from somebody who may touch the record, are a supplement. What answers nothing, names a code, or is said of
 * something else comes back as it was.
 */
export async function withAnsweredCode(
  context: Context,
  incoming: Pick<Incoming, "replyTo">,
  text: string,
  reads: Reads,
): Promise<string> {
  if (incoming.replyTo === undefined) return text
  const [, first = "", second = ""] = /^\s*\/?(\S+)(\s+\S+)?/u.exec(text) ?? []
  const bare = (words: string) => fold(words).replace(/[:.,]+$/, "")
  const verb = [`${first}${second}`, first].find((words) => VERBS.has(bare(words)))
  if (verb === undefined) return await asSupplement(context, incoming.replyTo, text, reads)
  const end = text.indexOf(verb) + verb.length
  const rest = text.slice(end)
  if (CODE.test(rest)) return text
  const initiative = await reads.initiativeToldIn(context.chat.id, incoming.replyTo)
  if (initiative === undefined) return text
  const said = rest.replace(/^[\s:,–-]+/, "")
  return `${text.slice(0, end).replace(/[:.,]+$/, "")} ${initiativeCode(initiative.number)} ${said}`.trimEnd()
}

/** "chị ơi cho em tham gia với" */
const JOINS = new RegExp(
  `^(?:${oneOf("cho, xin, em, toi, minh, anh, chi, bac, co, chu, a, c, oi, muon, duoc, dc, cung, da, voi")} )*${oneOf(
    "tham gia, lam cung, lam chung, vao cung",
  )}(?: ${oneOf("sang kien, sk, nay, voi, cung, duoc khong, dc khong, dc ko, khong, a, nhe, nha, chi, anh, em, cai, nua, vao")})*\\W*$`,
)

function asksToJoin(text: string): boolean {
  return text.length <= LONGEST_JOINING && JOINS.test(fold(text))
}

const LONGEST_JOINING = 80

async function asSupplement(
  context: Context,
  answered: MessageRef,
  text: string,
  reads: Reads,
): Promise<string> {
  const { person, dialogue } = context
  if (person === undefined || dialogue !== undefined || !SAYS_SOMETHING.test(text)) return text
  const wantsToJoin = asksToJoin(text)
  if (mayAnswerAsk(text) || (!wantsToJoin && readCommand(text) !== undefined)) return text
  if (unmarkedLines(context, text) !== undefined) return text
  const initiative = await reads.initiativeToldIn(context.chat.id, answered)
  if (wantsToJoin)
    return initiative === undefined ? text : `đồng tác giả ${initiativeCode(initiative.number)}`
  return initiative !== undefined && mayTouch(person, initiative)
    ? `bổ sung ${initiativeCode(initiative.number)} ${text}`
    : text
}
