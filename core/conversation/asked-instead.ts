import type { Command, CommandName } from "../command/command.ts"
import { nearestQuestion } from "../command/nearest-question.ts"
import { namesCode } from "../intake/code.ts"
import { asksBack, isQuestion } from "../intake/told.ts"
import { isOfficer } from "../people/role.ts"
import type { Turn } from "./turn.ts"

/** "xóa zalo thì sáng kiến còn không": the word of a command, in a question about the rules. */
const MAY_BE_ASKED_ABOUT: ReadonlySet<CommandName> = new Set([
  "cancel",
  "edit",
  "add",
  "tally",
  "search",
  "remind",
  "targets",
  "units",
  "ranking",
  "review",
  "link",
])

/** What is asked with the words of a command; undefined where the command itself is meant. */
export function askedInstead(
  { context, written: { text } }: Turn,
  { name, rest }: Command,
): Command | undefined {
  // "đăng ký trong nhóm hay nhắn riêng": without a colon, and so few words, a title may be none.
  const mayBe =
    name === "register"
      ? rest !== "" && text.length <= LONGEST_ASKING_HOW && !text.includes(":") && !text.includes("\n")
      : MAY_BE_ASKED_ABOUT.has(name) && (isQuestion(text) || asksBack(text))
  if (!mayBe || namesCode(text)) return undefined
  const near = nearestQuestion(text, { officer: isOfficer(context.person) })
  return name === "register" && near?.name !== "askRule" ? undefined : near
}

const LONGEST_ASKING_HOW = 60
