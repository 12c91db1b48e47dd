import type { Command, CommandName } from "../command/command.ts"
import { LAST_VERDICT } from "../command/officer-words.ts"
import { readCommand } from "../command/read.ts"
import { peopleIn } from "../intake/author-name.ts"
import { readCode } from "../intake/code.ts"
import { clearsBenefit } from "../intake/details.ts"
import { isAtALoss, takesBackAnswer } from "../intake/guided-words.ts"
import { findLabels } from "../intake/labels.ts"
import { asksBack, isQuestion } from "../intake/told.ts"
import { readReminderCode } from "../reminder/reminder.ts"
import { isOrder } from "../review/for-author.ts"
import { isChoiceOfScreen } from "../review/queue.ts"
import { readSpokenVerdict } from "../review/spoken-verdict.ts"
import { parseYesNo } from "../text/choice.ts"
import { clean, foldWords } from "../text/fold.ts"
import { type Dialogue, isGuided, isReview } from "./dialogue.ts"
import type { Turn } from "./turn.ts"
import { unitNamed } from "./which-unit.ts"

/** Commands that mean themselves even where free words are expected; others may be the first word of a title. */
const ALWAYS_COMMANDS: ReadonlySet<CommandName> = new Set([
  "register",
  "registerFor",
  "mine",
  "help",
  "claim",
])

/** Nobody answers a question with these words alone. */
const COMMANDS_ALONE: ReadonlySet<CommandName> = new Set(["progress", "ranking", "myData"])

/** Alone these words are one of the choices just offered, "Sửa" and "Thu hồi", and not the command of the same name. */
const NAMED_AS_CHOICE: Readonly<Partial<Record<Dialogue["step"], readonly CommandName[]>>> = {
  my_data: ["edit"],
  recognize_all: ["recognize"],
  accept_all: ["accept"],
  ask_first: ["refuse", "merge", "takeBack"],
  withdraw_role: ["takeBack"],
  removed_period: ["takeBack"],
  group: ["unlink"],
  meant: ["register"],
}

/** "đăng ký" alone is meant for a guess of ours while that is fresh: later somebody begins anew. */
const FRESH_MS = 2 * 60_000

function isNamedChoice({ moment }: Turn, dialogue: Dialogue, command: Command): boolean {
  if (dialogue.step === "meant" && moment.now - dialogue.askedAt > FRESH_MS) return false
  const isAlone = command.rest === "" || command.rest === LAST_VERDICT
  return isAlone && NAMED_AS_CHOICE[dialogue.step]?.includes(command.name) === true
}

/** Nobody who was shown what they looked for owes an answer. */
const SHOWS_ONLY: ReadonlySet<Dialogue["step"]> = new Set(["found", "card"])

function isOfWaiting(dialogue: Dialogue, { rest }: Command): boolean {
  if (dialogue.step !== "unit" && dialogue.step !== "consent") return false
  const waits = readCommand(dialogue.pending.text)
  return rest !== "" && readCode(rest) === undefined && waits?.name === "register" && waits.rest !== ""
}

/** What puts a record right, or adds to it. */
const MORE_OF_IT: ReadonlySet<CommandName> = new Set(["add", "edit", "coAuthor"])

/** Nearly any words can be the name of a unit there. */
export const EXPECTS_UNIT: ReadonlySet<Dialogue["step"]> = new Set(["unit", "my_data_unit", "group_unit"])

/** Whether the command that was read while a question is open is meant as one, and not as the answer or the words of one. */
export async function isMeantAsCommand(turn: Turn, dialogue: Dialogue, command: Command): Promise<boolean> {
  // "Đăng ký lịch máy qua app thay cho sổ tay" tells what changed.
  if (dialogue.step === "change" && !command.clear) return false
  if (isNamedChoice(turn, dialogue, command)) return false
  // "bỏ phần tiền" is said of what is being registered, and not of a record before it.
  if (isGuided(dialogue) && command.name === "edit" && clearsBenefit(command.rest)) return false
  // "nhầm rồi" speaks of what is being asked; while records are reviewed it is the verdict just given.
  if (command.name === "takeBack" && !isReview(dialogue) && takesBackAnswer(turn.written.text)) return false
  // "tên sáng kiến: Xe đẩy vải" answers what the title is.
  if (dialogue.step === "title" && command.name === "register" && isOnlyTitled(command.rest, turn))
    return false
  if (dialogue.step === "meant" && dialogue.passedOn !== undefined && command.name === "mine") return false
  // "đăng ký hộ Lê Văn Tám" says whose the title is that was just asked about.
  if (dialogue.step === "meant" && command.name === "registerFor" && peopleIn(command.rest).length === 1)
    return false
  // Who reads what they agree to is told with the question, which stays before their eyes.
  const isPrivacy = command.name === "askRule" && command.rest === "privacy"
  if (dialogue.step === "consent" && isPrivacy && isQuestion(turn.written.text)) return false
  // "xem SK-000123", or the code alone, is one of the choices there.
  const isChosenByCode = ["similar", "which_initiative", "file_for"].includes(dialogue.step)
  if (isChosenByCode && command.name === "look") return false
  // "ok", "cấp tỉnh", "xem ảnh": said of the record that is shown.
  if (dialogue.step === "review" && readSpokenVerdict(turn.written.text) !== undefined) return false
  if (isReview(dialogue) && command.rest === "" && isChoiceOfScreen(dialogue, command.name)) return false
  const isGreeting = command.name === "greet" || command.name === "thanks"
  if (dialogue.step === "review_words" || (dialogue.step === "request_words" && !isGreeting))
    return await isOrder(turn.written.text, command, turn.reads)
  // "mã KCN-SAMSUNG" may hand over an invitation, too.
  if (command.name === "claim" && EXPECTS_UNIT.has(dialogue.step) && (await isUnitCode(turn, command.rest)))
    return false
  // "bổ sung: …" of what waits to be registered, and of no record before it.
  if (MORE_OF_IT.has(command.name) && isOfWaiting(dialogue, command)) return false
  // Taking a reminder back cannot wait until a title is found.
  if (command.name === "remind" && readReminderCode(command.rest) !== undefined) return true
  // "đừng nhắn nữa", "bật nhắc", "đừng cho sếp biết" tell nothing of what was made.
  const isOfThem = command.name === "remind" && ["tắt nhắc", "bật nhắc"].includes(command.rest)
  if (isGuided(dialogue) && (isOfThem || (command.name === "askRule" && command.rest === "boss"))) return true
  // What they ask about the rules is answered, whatever they are asked; at a loss with our question they are helped with that.
  if (command.name === "askRule" && isGuided(dialogue)) return asksBack(turn.written.text)
  if (command.name === "help" && isGuided(dialogue) && isAtALoss(turn.written.text)) return false
  if (command.slash || ALWAYS_COMMANDS.has(command.name)) return true
  if (command.rest === "" && COMMANDS_ALONE.has(command.name)) return true
  const expectsFreeWords = ["title", "change", "my_data_name", "honour_change"].includes(dialogue.step)
  // Nothing that is told begins with the code of a record.
  const namesRecord =
    isGuided(dialogue) && readCode(command.rest) !== undefined && /^\s*sk/i.test(command.rest)
  if (namesRecord) return true
  if (expectsFreeWords) return false
  // Thanks are answered, and the draft of a post need not be shown for them once more.
  if (command.name === "greet" || command.name === "thanks")
    return (
      SHOWS_ONLY.has(dialogue.step) ||
      (dialogue.step === "honour" && parseYesNo(turn.written.text) === undefined)
    )
  if (!EXPECTS_UNIT.has(dialogue.step) || command.rest === "") return true
  return unitNamed(turn.written.text, await turn.reads.units()).kind !== "sure"
}

async function isUnitCode({ reads }: Turn, typed: string): Promise<boolean> {
  const code = foldWords(typed)
  return code !== "" && (await reads.units()).some((unit) => foldWords(unit.code) === code)
}

/** A title behind its label, and nothing else: the whole of what was written; or just "sáng kiến", as the second bubble of three. */
function isOnlyTitled(rest: string, { written }: Turn): boolean {
  if (rest === "") return /^\s*(?:sáng kiến|sang kien|sk)\s*$/iu.test(written.text)
  const [first, ...others] = rest === clean(written.text) ? findLabels(rest) : []
  return first?.field === "title" && others.length === 0
}
