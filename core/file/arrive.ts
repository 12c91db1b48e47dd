import type { Incoming, IncomingFile } from "../channel.ts"
import { readCommand } from "../command/read.ts"
import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { isRegistration } from "../conversation/dialogue.ts"
import type { InitiativeView } from "../conversation/initiative-view.ts"
import { answer, type Moment, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { initiativeCode } from "../intake/code.ts"
import { mayBeTitle } from "../intake/meant.ts"
import { ownSpokenOf } from "../intake/own-named.ts"
import { tellsHowItIs, tellsHowItWas, tellsMore } from "../intake/told.ts"
import { mayTouch } from "../people/role.ts"
import { cut } from "../text/cut.ts"
import { clean, fold } from "../text/fold.ts"
import type { FilePurpose } from "./file.ts"
import { askForWhich, withAlbumThatWaited } from "./for-which.ts"

/** So long after registering a photo without words is taken for the newest initiative. */
const RECENTLY_MS = 30 * 60_000
const LONGEST_CAPTION = 200
const SHEET = /\.(?:xlsx?|csv|ods|tsv)$/i
const CODE = /(?:^|[^\p{L}\d])sk\s*[-–—]?\s*0*(\d{1,9})(?!\d)/iu

/**
 * What becomes of a file: it is written down to be fetched, with what it is for. undefined: it is nothing to us, and whatever
 * came with it is treated as if it had come alone.
 */
export async function fileArrived(
  turn: Turn,
  incoming: Incoming & { readonly file: IncomingFile },
): Promise<Decision | undefined> {
  const { context, written, moment, reads } = turn
  const { person } = context
  const { file } = incoming
  if (person === undefined) return await ofStranger(turn, file)
  const album = file.album === undefined ? undefined : await reads.purposeOfAlbum(context.chat.id, file.album)
  // The words of an album may stand on any of its photos, and are for all of them.
  if (album !== undefined && (written.text === "" || isCaption(written.text, context)))
    return kept(incoming, album, moment)
  if (tellsChange(turn)) return undefined
  const named = await initiativeMeant(turn, person, incoming)
  if (named !== undefined) {
    if (!mayTouch(person, named)) return answer(turn, "not-yours", { code: initiativeCode(named.number) })
    const purpose = { for: "initiative", id: named.id } as const
    return withAlbumThatWaited(turn, file, purpose.id, kept(incoming, purpose, moment))
  }
  if (context.chat.kind === "group") return undefined
  if (file.kind === "document" && SHEET.test(file.name ?? "") && person.grants.length > 0)
    return kept(incoming, { for: "list", caption: cut(written.text, LONGEST_CAPTION) }, moment)
  return written.text === "" || isCaption(written.text, context) ? await askForWhich(turn, file) : undefined
}

/** What somebody sends who has not agreed yet waits with what they wrote, as that does for their answer. */
async function ofStranger(turn: Turn, file: IncomingFile): Promise<Decision | undefined> {
  const { chat, dialogue } = turn.context
  const isWaiting = dialogue !== undefined && isRegistration(dialogue) && turn.written.text === ""
  return isWaiting && chat.kind === "private" ? await askForWhich(turn, file) : undefined
}

/** Words that only say something of the picture: neither a command, nor a code, nor what an initiative may be called. */
function isCaption(text: string, { chat }: Turn["context"]): boolean {
  const command = readCommand(text)?.name
  // "sáng kiến của em" under a photo says what is on it.
  const isOther = CODE.test(text) || (command !== undefined && command !== "mine") || mayBeTitle(clean(text))
  return chat.kind === "private" && !isOther
}

/** The question what has changed is answered under the photo of it; "ảnh cái bảng đây" answers nothing. */
function tellsChange({ context: { dialogue }, written: { text } }: Turn): boolean {
  return (
    dialogue?.step === "change" && (tellsMore(text) || tellsHowItWas(text) || tellsHowItIs(fold(clean(text))))
  )
}

/** A file that came with the words that register an initiative belongs to it. */
export function keptFor(incoming: Incoming, decision: Decision, moment: Moment): Decision {
  const { file } = incoming
  const { dialogue } = decision
  const isAsked = dialogue?.step === "meant" || (dialogue != null && isRegistration(dialogue))
  if (file !== undefined && isAsked)
    return { ...decision, dialogue: { ...dialogue, files: [...(dialogue.files ?? []), file] } }
  const [only, ...more] = decision.register ?? []
  if (file === undefined || only === undefined || more.length > 0) return decision
  const purpose = { for: "initiative", id: only.initiative.id } as const
  const { changes = [] } = kept({ ...incoming, file }, purpose, moment)
  return { ...decision, changes: [...(decision.changes ?? []), ...changes] }
}

function kept(
  { file, message, topic }: Incoming & { readonly file: IncomingFile },
  purpose: FilePurpose,
  moment: Moment,
): Decision {
  return {
    changes: [
      {
        do: "keep_file",
        id: moment.newId(),
        file,
        purpose,
        ...given({ message, topic }),
      },
    ],
  }
}

/** The one whose code the words name, whose receipt they answer, or which the person has just registered. */
async function initiativeMeant(
  { context, written, addressed, moment, reads }: Turn,
  person: Person,
  incoming: Incoming,
): Promise<InitiativeView | undefined> {
  const typed = addressed ? CODE.exec(written.text)?.[1] : undefined
  if (typed !== undefined) return await reads.initiative(Number(typed))
  if (incoming.replyTo !== undefined) {
    const answered = await reads.initiativeToldIn(context.chat.id, incoming.replyTo)
    if (answered !== undefined) return answered
  }
  if (!addressed || SHEET.test(incoming.file?.name ?? "")) return undefined
  // What is being written down now is meant before what was a moment ago; a caption that is a command means itself.
  if (context.dialogue !== undefined && isRegistration(context.dialogue)) return undefined
  if (written.text !== "" && !isCaption(written.text, context)) return undefined
  const spokenOf = await ownSpokenOf({ context, written, reads })
  if (spokenOf !== undefined) return spokenOf
  const [newest] = (await reads.initiativesOf(person.id, 1)).newest
  const isRecent = newest !== undefined && moment.now - newest.createdAt <= RECENTLY_MS
  return isRecent && newest.status !== "withdrawn" ? newest : undefined
}
