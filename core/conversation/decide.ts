/**
 * What a message leads to. Which file tells what:
 *
 *     decide.ts         by what came: words, a button, a file, a sticker, a group that was joined or left
 *     heard.ts          by the words: several requests, an answer, a command, or none of these
 *     in-dialogue.ts    while a question of ours is open: a step back, the answer, or something else meanwhile
 *     questions.ts      who reads the answer to which question, and who asks it again (dialogue.ts has the questions)
 *     obey.ts           what each command does, in the folder that knows: intake/, review/, tally/, reminder/ …
 *     without-command.ts words that give no command, by readers in an order: one's own, an idea, talk, a question, a hint
 *     decision.ts       what comes out: answers, records, changes (change.ts), the question that is open afterwards
 */
import type { Incoming } from "../channel.ts"
import { readCommand } from "../command/read.ts"
import { fileArrived, keptFor } from "../file/arrive.ts"
import { withFilesThatWaited } from "../file/for-which.ts"
import { filesOpened } from "../file/opened.ts"
import { answerOpenAsk } from "../ideas/co-author-answer.ts"
import { askedAbout } from "../ideas/team.ts"
import { withAnsweredCode } from "../intake/answered.ts"
import { askWhetherTitle, askWhose } from "../intake/meant.ts"
import { authorOfAnother } from "../intake/on-behalf.ts"
import { readRegistration } from "../intake/registration.ts"
import { askWhetherRetitled } from "../intake/retitled.ts"
import { isTitle } from "../intake/title.ts"
import type { Context } from "./context.ts"
import { both, type Decision, SILENCE } from "./decision.ts"
import { heard } from "./heard.ts"
import { justAsked, ONLY_SHOWN } from "./passed.ts"
import type { Reads } from "./reads.ts"
import { recalled, remembering } from "./remembered.ts"
import { answer, type Moment, reply, type Turn } from "./turn.ts"
import { offeringWays } from "./ways.ts"
import { withoutWords } from "./without-words.ts"

/**
 * Decides what one incoming update leads to, by its kind; what its words lead to is told in `heard.ts`. Looks things up through `reads`,
 * changes nothing.
 */
export async function decide(
  context: Context,
  incoming: Incoming,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const decision = await decided(recalled(context), incoming, moment, reads)
  return remembering(context, decision, moment)
}

async function decided(
  context: Context,
  incoming: Incoming,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { content } = incoming
  // Only a text or a file can be meant for somebody else.
  const addressed = "addressed" in content ? content.addressed : true
  const turn = (text: string): Turn => ({ context, written: { ...incoming, text }, addressed, moment, reads })
  switch (content.kind) {
    case "joined":
      return joined(turn(""))
    case "left":
      return { changes: [{ do: "close_chat", chat: context.chat.id }] }
    case "moved":
      return { changes: [{ do: "move_chat", from: context.chat.id, to: content.to }] }
    case "press":
      return await pressed(turn(String(content.option)), content.ask, incoming)
    case "wordless":
      return (
        (await withFile(turn(""), incoming)) ?? (addressed ? await withoutWords(turn(""), incoming) : SILENCE)
      )
    case "edited":
      return addressed ? await changedAfterwards(turn(content.text), incoming) : SILENCE
    case "text": {
      const file = await withFile(turn(content.text), incoming)
      if (file !== undefined) return file
      const said = turn(await withAnsweredCode(context, incoming, content.text, reads))
      const passedOn = incoming.isForwarded === true ? titlePassedOn(said, incoming.forwardedFrom) : undefined
      if (passedOn !== undefined) return passedOn
      const decision = ownWords(said, incoming, offeringWays(said, await heard(said)))
      return keptFor(incoming, withFilesThatWaited(context, decision, said.written, moment), moment)
    }
    case "files":
      return await filesOpened(turn(""), content)
    default:
      return content satisfies never
  }
}

/** What somebody else wrote is registered for whoever passes it on only if that is meant. */
function titlePassedOn(turn: Turn, by: string | undefined): Decision | undefined {
  const { campaign, dialogue, person } = turn.context
  const isFree = dialogue === undefined || ONLY_SHOWN.has(dialogue.step)
  if (campaign === undefined || !isFree || !turn.addressed) return undefined
  const command = readCommand(turn.written.text)
  if (command?.name !== "register" || !isTitle(command.rest)) return undefined
  if ((person?.grants.length ?? 0) === 0) return askWhetherTitle(turn, command.rest)
  return authorOfAnother(turn.context, readRegistration(command.rest)) === undefined
    ? askWhose(turn, command.rest, by)
    : undefined
}

/** A notice that is passed on tells no idea of whoever passes it on: nothing is begun with it. */
function ownWords(turn: Turn, incoming: Incoming, decision: Decision): Decision {
  const { dialogue } = decision
  const isBegun = dialogue?.step === "title" && dialogue.draft.description !== undefined
  if (incoming.isForwarded !== true || !isBegun || turn.context.dialogue?.step === "title") return decision
  return answer(turn, "passed-on")
}

/**
 * The title that somebody puts right in the message that registered it is offered as the correction of that initiative, while nothing else is
 * asked; of everything else they hear once that it is not read, however often they change it.
 */
async function changedAfterwards(turn: Turn, { message }: Incoming): Promise<Decision> {
  const { dialogue } = turn.context
  const isFree =
    dialogue === undefined || ONLY_SHOWN.has(dialogue.step) || dialogue.step === "which_initiative"
  const corrected = isFree ? await askWhetherRetitled(turn) : undefined
  if (corrected !== undefined) return corrected
  const said = reply(turn, { phrases: [{ key: "message-edited" }] })
  return { say: [{ ...said, dedupeKey: `edited:${turn.context.chat.id}:${message ?? ""}` }] }
}

/** A button says which question it answers, however long ago that was asked. */
async function pressed(turn: Turn, ask: string, incoming: Incoming): Promise<Decision> {
  const { context, moment } = turn
  // The question that waits behind another one is answered by its own button, too.
  const dialogue = [context.dialogue, context.dialogue?.before].find((open) => open?.ask === ask)
  if (dialogue === undefined) return (await pressedOpenAsk(turn, ask)) ?? { toast: { key: "press-old" } }
  const asked = { ...turn, context: { ...context, dialogue: justAsked(dialogue, moment.now) } }
  return withFilesThatWaited(context, await heard(asked), incoming, moment)
}

/** What becomes of a file that came with the words or without any; undefined when only the words count. */
async function withFile(turn: Turn, incoming: Incoming): Promise<Decision | undefined> {
  const { file } = incoming
  const { text } = turn.written
  if (file === undefined || turn.context.account === undefined) return undefined
  // "đăng ký: …" with a photo registers, whatever else the words name; the photo then belongs to the new one.
  if (text !== "" && readCommand(text)?.name === "register") return undefined
  return await fileArrived(turn, { ...incoming, file })
}

function joined(turn: Turn): Decision {
  const { context } = turn
  const opened: Decision = { changes: [{ do: "open_chat", chat: context.chat.id }] }
  if (context.chat.kind === "private") return opened
  const key = context.chat.unit === undefined ? "greeting-group" : "greeting-group-linked"
  const args = context.chat.unit === undefined ? {} : { unit: context.chat.unit.name }
  return both(opened, {
    say: [
      {
        ...reply(turn, { phrases: [{ key, args }] }, { kind: "notice" }),
        dedupeKey: `greeting:${context.chat.id}`,
      },
    ],
  })
}

/** A question about a co-author stands outside of any dialogue: it can be answered whenever the person next writes. */
async function pressedOpenAsk(turn: Turn, ask: string): Promise<Decision | undefined> {
  const about = askedAbout(ask)
  return about === undefined ? undefined : await answerOpenAsk(turn, { coAuthorId: about })
}
