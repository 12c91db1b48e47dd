import type { Incoming, IncomingFile } from "../channel.ts"
import type { Change } from "../conversation/change.ts"
import type { Context } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { type Dialogue, type FileForDialogue, isRegistration } from "../conversation/dialogue.ts"
import { answer, type Moment, questionKey, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { placeOfTitle } from "../intake/own-named.ts"
import { isOpen } from "../intake/which-initiative.ts"
import { mayTouch } from "../people/role.ts"
import { parsePick } from "../text/choice.ts"
import { quote } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"

const MOST_OFFERED = 3
const MOST_LOOKED_AT = 20
/** As many as one message of an album may bring. */
const MOST_FILES = 10
/** The next photo of an album may say what all of them are for: nothing is asked before it had time to come. */
const ALBUM_PAUSE_MS = 1_500

/**
 * A file that nobody knows yet what it is for: it waits with the registration that is under way, or it is asked about. The next of an
 * album only waits with the others.
 */
export async function askForWhich(turn: Turn, file: IncomingFile): Promise<Decision> {
  const { dialogue } = turn.context
  const before = dialogue?.files ?? []
  const files = [...before, file].slice(0, MOST_FILES)
  const isMore = file.album !== undefined && before.some(({ album }) => album === file.album)
  if (dialogue !== undefined && isRegistration(dialogue)) {
    const waiting: Decision = { dialogue: { ...dialogue, files } }
    return isMore ? waiting : { ...waiting, ...answer(turn, "file-waits") }
  }
  if (isMore && dialogue !== undefined) return { dialogue: { ...dialogue, files } }
  return await ask(turn, files, file.album === undefined ? 0 : ALBUM_PAUSE_MS)
}

async function ask(turn: Turn, files: readonly IncomingFile[], pauseMs = 0): Promise<Decision> {
  const { context, moment, reads } = turn
  const newest =
    context.person === undefined ? [] : (await reads.initiativesOf(context.person.id, MOST_LOOKED_AT)).newest
  const offered = newest.filter(isOpen).slice(0, MOST_OFFERED)
  const question = moment.newId()
  const labels = offered.map(({ number, title }) => ({ text: `${initiativeCode(number)} · ${quote(title)}` }))
  return {
    dialogue: {
      step: "file_for",
      ask: question,
      askedAt: moment.now,
      files,
      offered: offered.map(({ number }) => initiativeCode(number)),
    },
    say: [
      reply(
        turn,
        {
          phrases: [{ key: offered.length === 0 ? "file-for-what" : "file-for-which" }],
          ...(offered.length === 0 ? {} : { choices: { ask: question, labels } }),
        },
        { supersedeKey: questionKey(turn), dueAt: moment.now + pauseMs },
      ),
    ],
  }
}

/** The question once more. */
export async function repeatForWhich(turn: Turn, dialogue: FileForDialogue): Promise<Decision> {
  return await ask(turn, dialogue.files ?? [])
}

/** A number of those offered, a code or words of a title: the files belong there. */
export async function answerForWhich(turn: Turn, dialogue: FileForDialogue): Promise<Decision | undefined> {
  const { context, written, moment, reads } = turn
  const { offered } = dialogue
  if (written.text.length <= LONGEST_MISTAKE && SENT_BY_MISTAKE.test(fold(clean(written.text))))
    return { dialogue: null, ...answer(turn, "dialogue-left") }
  const picked = parsePick(written.text, offered.length) ?? (await placeOfTitle(turn, offered))
  const named = readCode(offered[(picked ?? 0) - 1] ?? CODE.exec(written.text)?.[0] ?? "")
  if (named === undefined || context.person === undefined) return undefined
  const code = initiativeCode(named.number)
  const initiative = await reads.initiative(named.number)
  if (initiative === undefined) return answer(turn, "code-unknown", { code })
  if (!mayTouch(context.person, initiative)) return answer(turn, "not-yours", { code })
  return { dialogue: null, changes: keepFiles(dialogue.files ?? [], initiative.id, turn.written, moment) }
}

/** "thôi gửi nhầm" */
const SENT_BY_MISTAKE =
  /^(?:(?:thoi|a|o|oi|em|anh|chi|toi|minh|lo|xin loi) )*(?:gui |up )?(?:nham|lon)(?: (?:roi|mat|a|em|nhe|thoi|day|bo di|khong phai))*\W*$/
const LONGEST_MISTAKE = 40

const CODE = /(?<![\p{L}\d])sk\s*[-–—]?\s*\d{1,9}(?!\d)/iu

/** The decision with the photos of the same album that came before and were being asked about. */
export function withAlbumThatWaited(
  turn: Turn,
  { album }: IncomingFile,
  initiativeId: string,
  decision: Decision,
): Decision {
  const { dialogue } = turn.context
  const files = dialogue?.files ?? []
  const isAsked = dialogue?.step === "file_for" && album !== undefined
  if (!isAsked || files.some((file) => file.album !== album)) return decision
  const waited = keepFiles(files, initiativeId, turn.written, turn.moment)
  return {
    ...decision,
    dialogue: null,
    unsaid: questionKey(turn),
    changes: [...waited, ...(decision.changes ?? [])],
  }
}

/** The decision with the files that waited for what it registers, or, while that is still asked for, with them in its question. */
export function withFilesThatWaited(
  context: Context,
  decision: Decision,
  written: Pick<Incoming, "message" | "topic">,
  moment: Moment,
): Decision {
  const { dialogue } = context
  const files = dialogue?.files ?? []
  if (files.length === 0) return decision
  const [only, ...more] = decision.register ?? []
  if (only !== undefined && more.length === 0) {
    const changes = [...(decision.changes ?? []), ...keepFiles(files, only.initiative.id, written, moment)]
    return isAsking(decision.dialogue ?? dialogue)
      ? { ...decision, changes, dialogue: null, unsaid: decision.unsaid ?? questionKey({ context }) }
      : { ...decision, changes }
  }
  const added =
    dialogue?.step === "meant" ? decision.changes?.find((change) => change.do === "amend") : undefined
  if (added !== undefined) {
    const changes = [...(decision.changes ?? []), ...keepFiles(files, added.initiativeId, written, moment)]
    return { ...decision, changes }
  }
  const { dialogue: next } = decision
  const goesOn = next !== undefined && next !== null && (isRegistration(next) || next.step === "meant")
  if (!goesOn) return decision
  const unsaid = decision.unsaid ?? (isAsking(dialogue) ? questionKey({ context }) : undefined)
  return { ...decision, ...given({ unsaid }), dialogue: { files, ...next } }
}

/** Only the files' own question is settled by a registration; whatever else is open goes on. */
function isAsking(dialogue: Dialogue | null | undefined): boolean {
  return dialogue?.step === "file_for"
}

function keepFiles(
  files: readonly IncomingFile[],
  initiativeId: string,
  { message, topic }: Pick<Incoming, "message" | "topic">,
  moment: Moment,
): readonly Change[] {
  return files.map((file) => ({
    do: "keep_file",
    id: moment.newId(),
    file,
    purpose: { for: "initiative", id: initiativeId },
    ...given({ message, topic }),
  }))
}
