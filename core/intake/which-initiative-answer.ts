import { behindThanks } from "../command/requests.ts"
import { both, type Decision, type Resume } from "../conversation/decision.ts"
import type { WhichInitiativeDialogue } from "../conversation/dialogue.ts"
import { answer, pendingOf, saying, type Turn } from "../conversation/turn.ts"
import { parsePick } from "../text/choice.ts"
import { clean, fold } from "../text/fold.ts"
import { oneOf } from "../text/pattern.ts"
import { aboutOwn } from "./about-own.ts"
import { initiativeCode, readCode } from "./code.ts"
import { LONGEST_HINT, NAMED_CODE, placeOfTitle } from "./own-named.ts"
import { CODE_PLACE, onlyMeant } from "./which-initiative.ts"

/** "thôi không xóa nữa" */
const REFUSES =
  /^(?:(?:thoi|a|da|em|oi) )*(?:khong|ko|k|dung) (?:can )?(?:xoa|huy|bo|rut|sua|doi|bo sung)(?: (?:nua|dau|em|a|nhe|nha|gi|cai|nao|het))*\W*$/

const SAID_FIRST = oneOf(
  "da, a, u, vang, em, anh, chi, toi, minh, muon, cho, bo, huy, xoa, rut, lay, cai, so",
)

const SAID_LAST = oneOf(
  "cai, sang kien, sk, nay, do, kia, di, luon, het, giup, ho, em, anh, chi, nhe, nha, a",
)

/** "hủy cả ba", "xóa hết đi", "cả 2 cái" */
const ALL_OF_THEM = new RegExp(
  `^(?:${SAID_FIRST} )*(?:ca (\\d|hai|ba)|het ca|tat ca|toan bo|het)(?: ${SAID_LAST})*\\W*$`,
)

/** "1 và 3", "hủy 1, 2" */
const SOME_OF_THEM = new RegExp(
  `^(?:${SAID_FIRST} )*(\\d(?:(?:\\s*[,;&+]\\s*|\\s+${oneOf("va, voi")}\\s+)(?:cai |so )?\\d)+)(?: ${SAID_LAST})*\\W*$`,
)

const COUNTS: Readonly<Record<string, number>> = { hai: 2, ba: 3 }

/** Several of those offered, to be taken back together; nothing else is done to several at once. */
function severalCancelled(typed: string, dialogue: WhichInitiativeDialogue): string | undefined {
  const { offered, command } = dialogue
  const [verb, reason = ""] = command.split(CODE_PLACE)
  if (verb?.trim() !== "hủy" || offered.length < 2 || typed.length > LONGEST_HINT) return undefined
  const places = placesNamed(fold(clean(typed)), offered.length)
  const codes = places.map((place) => NAMED_CODE.exec(offered[place - 1] ?? "")?.[0])
  return codes.length === 0 || codes.includes(undefined) ? undefined : `hủy ${codes.join(", ")}${reason}`
}

function placesNamed(said: string, listed: number): readonly number[] {
  const all = ALL_OF_THEM.exec(said)
  const count = all?.[1]
  if (all !== null && (count === undefined || (COUNTS[count] ?? Number(count)) === listed))
    return Array.from({ length: listed }, (_, place) => place + 1)
  return (SOME_OF_THEM.exec(said)?.[1]?.match(/\d/g) ?? []).map(Number)
}

/** The number of one of those offered, or another code: the command is obeyed as if it had been written with that code. */
export async function answerWhichInitiative(
  turn: Turn,
  dialogue: WhichInitiativeDialogue,
  resume: Resume,
): Promise<Decision | undefined> {
  const { context, written } = turn
  const { offered } = dialogue
  if (REFUSES.test(fold(clean(written.text)))) return { dialogue: null, ...answer(turn, "dialogue-left") }
  const free = { ...context, dialogue: undefined }
  const several = severalCancelled(written.text, dialogue)
  if (several !== undefined)
    return both({ dialogue: null }, await resume(free, { ...pendingOf(written), text: several }))
  const picked = parsePick(written.text, offered.length) ?? (await placeOfTitle(turn, offered))
  const named = picked === undefined ? readCode(written.text) : undefined
  const text =
    named?.rest === ""
      ? dialogue.command.replace(CODE_PLACE, () => initiativeCode(named.number))
      : offered[(picked ?? 0) - 1]
  // Whoever goes on about something of their own means that, and not what was asked before.
  if (text === undefined) {
    const said = behindThanks(written.text) ?? written.text
    const asked = await aboutOwn(saying(turn, said))
    const meant = asked && onlyMeant(asked)
    if (meant === undefined) return asked
    return await resume(free, { ...pendingOf(written), text: meant })
  }
  return both({ dialogue: null }, await resume(free, { ...pendingOf(written), text }))
}
