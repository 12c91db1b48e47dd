import type { Person } from "../conversation/context.ts"
import { both, type Decision } from "../conversation/decision.ts"
import type { MyDataDialogue } from "../conversation/dialogue.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { asksBack, isQuestion } from "../intake/told.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import { parseChoice } from "../text/choice.ts"
import { fold } from "../text/fold.ts"
import { askRequest } from "./data-request-ask.ts"
import { asking, correct, corrections, moveTo, ownerHere, rename } from "./my-data-correct.ts"
import { summaryOf } from "./my-data-summary.ts"
import type { UnitRef } from "./role.ts"
import { lockedOut } from "./roles.ts"

/** Typed in full: one key pressed by mistake must not erase anybody. */

/** "dữ liệu của tôi": see, take away, correct, or have erased what is kept about the person who asks; only in private. */
export function myData(turn: Turn): Decision {
  const here = ownerHere(turn)
  return "instead" in here ? here.instead : menu(turn)
}

/** The answer to one of its questions; undefined when the words are no answer. */
export async function answerMyData(turn: Turn, dialogue: MyDataDialogue): Promise<Decision | undefined> {
  const { person } = turn.context
  // Erased meanwhile, by another account of theirs.
  if (person === undefined) return { dialogue: null, ...answer(turn, "my-data-none") }
  switch (dialogue.step) {
    case "my_data":
      return await chosen(turn, person)
    case "my_data_correct":
      return await correct(turn, person)
    case "my_data_name":
      return rename(turn, person, dialogue.typed)
    case "my_data_unit":
      return await moveTo(turn, person, dialogue.offered)
    case "my_data_erase":
      return await eraseOrNot(turn, person)
    default:
      return dialogue satisfies never
  }
}

/** The question that is open, asked again. */
export async function repeatMyData(turn: Turn, dialogue: MyDataDialogue): Promise<Decision> {
  switch (dialogue.step) {
    case "my_data":
      return menu(turn)
    case "my_data_correct":
      return await corrections(turn)
    case "my_data_name":
      return answer(turn, "my-data-name-ask")
    case "my_data_unit":
      return answer(turn, "unit-ask")
    case "my_data_erase":
      return answer(turn, "my-data-erase-again")
    default:
      return dialogue satisfies never
  }
}

const MENU: SpokenChoices = [
  { key: "choice-my-data-see" },
  { key: "choice-my-data-download" },
  { key: "choice-my-data-correct" },
  { key: "choice-my-data-erase" },
  { key: "choice-my-data-request" },
]

function menu(turn: Turn): Decision {
  const { moment } = turn
  const ask = moment.newId()
  return {
    dialogue: { step: "my_data", ask, askedAt: moment.now },
    say: [reply(turn, { phrases: [{ key: "my-data-menu" }], choices: { ask, labels: MENU } })],
  }
}

/** "xóa", "xóa hết đi em": nothing else is confirmed by it. */
const ERASES = /^\W*xoa(?: (?:het|di|luon|giup|ho|cho|em|toi|minh|anh|chi|a|nhe|tat ca|toan bo|du lieu))*\W*$/

async function chosen(turn: Turn, person: Person): Promise<Decision | undefined> {
  if (ERASES.test(fold(turn.written.text))) return await askErase(turn, person)
  switch (parseChoice(turn.written.text, spoken(MENU))) {
    case 1:
      return await see(turn, person)
    case 2:
      return download(turn, person)
    case 3:
      return await corrections(turn)
    case 4:
      return await askErase(turn, person)
    case 5:
      return await askRequest(turn, "")
    default:
      return undefined
  }
}

async function see(turn: Turn, person: Person): Promise<Decision> {
  const data = await turn.reads.personalData(person.id)
  if (data === undefined) return { dialogue: null, ...answer(turn, "my-data-none") }
  const phrases = summaryOf(data, turn.moment.timeZone)
  return { dialogue: null, say: [reply(turn, { phrases })] }
}

/** Two files: one to be read, one for other programs. They are made at the moment of sending. */
function download(turn: Turn, person: Person): Decision {
  const file = (form: "text" | "json", key: string) =>
    reply(turn, {
      phrases: [{ key }],
      document: { kind: "my_data", personId: person.id, form },
    })
  return {
    dialogue: null,
    say: [file("text", "my-data-file-text"), file("json", "my-data-file-json")],
  }
}

async function askErase(turn: Turn, person: Person): Promise<Decision> {
  const { reads } = turn
  const locked = await lockedOut(person.id, person.grants, reads)
  if (locked !== undefined) return lastAdmin(turn, locked)
  const { total } = await reads.initiativesOf(person.id, 1)
  const asked =
    total === 0
      ? asking(turn, "my_data_erase", "my-data-erase-none")
      : asking(turn, "my_data_erase", "my-data-erase", { count: total })
  return person.grants.length === 0 ? asked : both(asked, answer(turn, "my-data-erase-role"))
}

/** Who goes must leave somebody behind who can give roles. */
function lastAdmin(turn: Turn, unit: UnitRef): Decision {
  return { dialogue: null, ...answer(turn, "my-data-last-admin", { unit: unit.name }) }
}

async function eraseOrNot(turn: Turn, person: Person): Promise<Decision | undefined> {
  const { text } = turn.written
  // "khoan, xóa thì sáng kiến còn không": what stays is told once more.
  if (!ERASES.test(fold(text)))
    return isQuestion(text) || asksBack(text) ? await askErase(turn, person) : undefined
  const locked = await lockedOut(person.id, person.grants, turn.reads)
  if (locked !== undefined) return lastAdmin(turn, locked)
  return {
    dialogue: null,
    changes: [{ do: "erase", personId: person.id }],
    ...answer(turn, "my-data-erased"),
  }
}
