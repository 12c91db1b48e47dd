import type { Command, CommandName } from "../command/command.ts"
import { nearestQuestion } from "../command/nearest-question.ts"
import { readCommand } from "../command/read.ts"
import { namesCode } from "../intake/code.ts"
import { clean, fold } from "../text/fold.ts"
import { spelledOut } from "../text/short-forms.ts"

const LONGEST = 200
/** Who tells more than that tells a story. */
const MOST_CLAUSES = 4
const BETWEEN = /(?:[,;.!?…]+\s+|\s+[-–—]\s+)/u

/** What shows something, or says how the bot is to treat whoever writes. */
const ASKED_IN_PASSING: ReadonlySet<CommandName> = new Set<CommandName>([
  ...(["mine", "progress", "ranking", "help", "askRule", "resume", "myData", "look", "history"] as const),
])
/** What changes something is meant only with what it is to become. */
const NEEDS_WORDS: ReadonlySet<CommandName> = new Set<CommandName>(["correctName", "correctUnit"])
const OF_A_RECORD: ReadonlySet<CommandName> = new Set<CommandName>(["cancel", "edit", "add", "coAuthor"])

/** "đừng hủy vội, rút SK-1 thì tiếc": who holds back orders nothing of a record. */
const HOLDS_BACK =
  / (?:dung|khoan|chua muon|khong muon|ko muon|phan van|tiec|neu|co le|hay la|thi (?:mat|tiec|phi|uong)) /

/**
 * "phiền quá, đừng nhắc tôi nữa": the one clause that asks for something, where what is told beside it is no more than talk. Undefined where none
 * does, or several do.
 */
export function clauseMeant(text: string, options: { readonly officer: boolean }): string | undefined {
  if (text.length > LONGEST || text.includes("\n") || text.includes(":")) return undefined
  const clauses = clean(text)
    .split(BETWEEN)
    .filter((clause) => /\S+\s+\S/u.test(clause))
  if (clauses.length < 2 || clauses.length > MOST_CLAUSES) return undefined
  const [meant, another] = clauses.filter((clause) => isMeant(clause, options))
  if (meant === undefined || another !== undefined) return undefined
  return namesCode(meant) && HOLDS_BACK.test(` ${fold(clean(text)).replace(/[^a-z0-9]+/g, " ")} `)
    ? undefined
    : meant
}

function isMeant(clause: string, options: { readonly officer: boolean }): boolean {
  const whole = spelledOut(clause, options) ?? clause
  const command = readCommand(whole, options)
  return command === undefined ? nearestQuestion(whole, options) !== undefined : asksFor(command)
}

function asksFor({ name, rest }: Command): boolean {
  if (name === "remind") return /^(?:tắt|bật) nhắc/u.test(rest)
  if (NEEDS_WORDS.has(name)) return rest !== ""
  return ASKED_IN_PASSING.has(name) || (OF_A_RECORD.has(name) && namesCode(rest))
}
