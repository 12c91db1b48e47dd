import { readCommand } from "../command/read.ts"
import type { Decision } from "../conversation/decision.ts"
import type { WhichInitiativeDialogue } from "../conversation/dialogue.ts"
import type { InitiativeView } from "../conversation/initiative-view.ts"
import { answer, askForNumber, reply, type Turn } from "../conversation/turn.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import { initiativeCode } from "./code.ts"
import { MOST_LOOKED_AT, thingsShared } from "./own-named.ts"

const MOST_OFFERED = 3

/** Stands for the code in a command whose initiative is still asked for. */
export const CODE_PLACE = "⟨mã⟩"

/** What can still be changed by whoever sent it. */
const OPEN: ReadonlySet<string> = new Set(["registered", "under_review", "needs_more_info"])

/** Whether the initiative can still be changed by whoever sent it. */
export function isOpen({ status }: Pick<InitiativeView, "status">): boolean {
  return OPEN.has(status)
}

/** "tôi đăng ký nhầm rồi" */
export const ONLY_A_MISTAKE =
  /^(?:gui|dang ky|nop|dk) (?:nham|lon)(?:[ ,]+(?:mat|roi|sang kien|sk|cai|ho so|vua|nay|do|a|em|nhe|thi|lam|sao|gio|huy|xoa|rut|bo|giup|ho|cho|voi|di|luon|anh|chi|minh|toi|ra|muon))*\W*$/

/** "hủy" while nothing is under way: which of one's own, where one has any that can still be taken back. */
export async function cancelWhich(turn: Turn): Promise<Decision> {
  const asked = await askWhich(turn, (code) => `hủy ${code}`)
  return asked.dialogue === undefined ? answer(turn, "nothing-to-cancel") : asked
}

/** The one that the message tells of which is answered, whosever it is. */
export async function initiativeAnswered({
  context,
  written,
  reads,
}: Turn): Promise<InitiativeView | undefined> {
  return written.replyTo === undefined
    ? undefined
    : await reads.initiativeToldIn(context.chat.id, written.replyTo)
}

/** "xóa cái vừa rồi đi", "hủy cái em mới gửi" */
const JUST_NOW = /(?:^| )(?:vua (?:roi|nay|gui|xong|dang ky|nop)|moi (?:gui|dang ky|nop))(?= |\W|$)/
const SEVERAL = /(?:^| )(?:may|cac|nhung|het|tat ca|ca (?:hai|ba|2|3))(?= |$)/
/** As long as what was registered can be undone by a word. */
export const JUST_NOW_MS = 10 * 60_000

/**
 * Offers the initiatives of the person that can still be changed, those whose titles they speak of before the newest, or the one alone whose
 * message they answer; `again(code)` is the command as it could have been written.
 */
export async function askWhich(turn: Turn, again: (code: string) => string): Promise<Decision> {
  const { context, reads } = turn
  const { person } = context
  const answered = await initiativeAnswered(turn)
  if (answered !== undefined) return ofThese(turn, [answered], again)
  if (person === undefined) return answer(turn, "which-code")
  const own = await reads.initiativesOf(person.id, MOST_LOOKED_AT)
  const handedIn = await reads.handedInBy(person.id, MOST_LOOKED_AT)
  const shared = thingsShared(turn.written.text)
  const offered = [...own.newest, ...handedIn.newest]
    .filter(isOpen)
    .map((view) => ({ ...view, named: shared(view.title) }))
    .sort((one, other) => other.named - one.named || other.number - one.number)
  const said = fold(turn.written.text)
  const fresh = offered.filter(({ createdAt }) => turn.moment.now - createdAt <= JUST_NOW_MS)
  const isOfLast =
    JUST_NOW.test(said) || (isOnlyMeant(fresh, offered) && (await belongsToLast(turn, again, fresh)))
  const last = isOfLast && !SEVERAL.test(said) ? fresh[0] : undefined
  return ofThese(turn, last === undefined ? offered.slice(0, MOST_OFFERED) : [last], again)
}

/**
 * "làm lợi 5 triệu một tháng", "đổi thành …", "chị Trần Thị Lan làm cùng": right behind a receipt; an amount is put right where there is one, and
 * another field where there is something to put right.
 */
async function belongsToLast(
  { reads }: Turn,
  again: (code: string) => string,
  [last]: readonly InitiativeView[],
): Promise<boolean> {
  const command = readCommand(again(initiativeCode(1)))
  if (command === undefined || last === undefined) return false
  switch (command.name) {
    case "add":
      return true
    case "coAuthor":
      return NAMES_SOMEBODY.test(command.rest)
    case "edit": {
      if (RENAMES.test(command.rest)) return true
      if (!AMENDS_BENEFIT.test(command.rest)) return false
      const [dossier] = await reads.dossiers([last.number])
      return dossier?.benefit !== undefined
    }
    default:
      return false
  }
}

const NAMES_SOMEBODY = /^\S+\s+\p{Lu}/u
const AMENDS_BENEFIT = /^\S+\s+(?:làm lợi|tiết kiệm|lợi)(?:\s|:)/u

const RENAMES = /^\S+:/u

/** Whether it is the only one of a moment ago, and the words name no other. */
function isOnlyMeant(
  fresh: readonly { readonly named: number }[],
  offered: readonly { readonly named: number }[],
): boolean {
  const [only, another] = fresh
  if (only === undefined || another !== undefined) return false
  return offered.every((each) => each === only || each.named < FEWEST_NAMED || each.named <= only.named)
}

/** One word of a title, "may", is said of much. */
const FEWEST_NAMED = 2

/** As `askWhich`, of this one. */
export function askAboutThis(
  turn: Turn,
  initiative: Pick<InitiativeView, "number" | "title">,
  again: (code: string) => string,
): Decision {
  return ofThese(turn, [initiative], again)
}

function ofThese(
  turn: Turn,
  offered: readonly Pick<InitiativeView, "number" | "title">[],
  again: (code: string) => string,
): Decision {
  const { moment } = turn
  if (offered.length === 0) return answer(turn, "which-code")
  const ask = moment.newId()
  const labels = offered.map(({ number, title }) => `${initiativeCode(number)} · ${quote(title)}`)
  const question: WhichInitiativeDialogue = {
    step: "which_initiative",
    ask,
    askedAt: moment.now,
    offered: offered.map(({ number }) => again(initiativeCode(number)).trim()),
    labels,
    command: again(CODE_PLACE).trim(),
  }
  return { dialogue: question, ...repeatWhichInitiative(turn, question) }
}

/** The question once more: it says what will be done with the one that is chosen. */
export function repeatWhichInitiative(
  turn: Turn,
  { ask, labels, offered }: WhichInitiativeDialogue,
): Decision {
  if (labels === undefined) return askForNumber(turn, offered.length)
  const [first = ""] = offered
  const deed = DEEDS.get(readCommand(first)?.name ?? "") ?? "other"
  const key = labels.length === 1 ? "which-initiative-only" : "which-initiative"
  return {
    say: [
      reply(turn, {
        phrases: [{ key, args: { deed } }],
        choices: { ask, labels: labels.map((text) => ({ text })) },
      }),
    ],
  }
}

/** As the sentence that asks which one names them. */
const DEEDS: ReadonlyMap<string, string> = new Map([
  ["cancel", "cancel"],
  ["edit", "edit"],
  ["add", "add"],
  ["coAuthor", "team"],
])

/**
 * The command, with its code, where one initiative alone can be meant: nobody is asked then. What would be taken back is asked
 * about all the same.
 */
export function onlyMeant({ dialogue }: Decision): string | undefined {
  if (dialogue?.step !== "which_initiative" || dialogue.offered.length > 1) return undefined
  const [only = ""] = dialogue.offered
  // What is no command would come back here as the same question.
  const command = readCommand(only)
  return command === undefined || command.name === "cancel" ? undefined : only
}
