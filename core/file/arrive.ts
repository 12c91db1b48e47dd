import type { Incoming, IncomingFile } from "../channel.ts"
import type { Context, Person } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { InitiativeView, Reads } from "../conversation/reads.ts"
import { initiativeCode } from "../intake/code.ts"
import { mayTouch } from "../people/role.ts"
import type { FilePurpose } from "./file.ts"

/** So long after registering a photo without words is taken for the newest initiative. */
const RECENTLY_MS = 30 * 60_000
const SHEET = /\.(?:xlsx?|csv|ods|tsv)$/i
const CODE = /(?:^|[^\p{L}\d])sk\s*[-–—]?\s*0*(\d{1,9})(?!\d)/iu

/**
 * What becomes of a file: it is written down to be fetched, with what it is for. undefined: it is nothing to us, and whatever
 * came with it is treated as if it had come alone.
 */
export async function fileArrived(
  context: Context,
  incoming: Incoming & { readonly file: IncomingFile },
  said: { readonly text: string; readonly addressed: boolean },
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const { person } = context
  const { file } = incoming
  if (person === undefined) return undefined
  const album = file.album === undefined ? undefined : await reads.purposeOfAlbum(context.chat.id, file.album)
  if (album !== undefined) return kept(incoming, album, moment)
  const named = await initiativeMeant(context, person, incoming, said, moment, reads)
  if (named !== undefined) {
    if (!mayTouch(person, named))
      return answer(context, incoming, moment, "not-yours", { code: initiativeCode(named.number) })
    return kept(incoming, { for: "initiative", id: named.id }, moment)
  }
  if (context.chat.kind === "group") return undefined
  if (file.kind === "document" && SHEET.test(file.name ?? "") && person.grants.length > 0)
    return kept(incoming, { for: "list", caption: said.text.slice(0, 200) }, moment)
  if (said.text !== "") return undefined
  const asked = reply(context, incoming, moment, { phrases: [{ key: "file-for-what" }] })
  // Photos of an album come one by one and are asked about once.
  return {
    say: [
      file.album === undefined ? asked : { ...asked, dedupeKey: `album:${context.chat.id}:${file.album}` },
    ],
  }
}

/** A file that came with the words that register an initiative belongs to it. */
export function keptFor(incoming: Incoming, decision: Decision, moment: Moment): Decision {
  const [only, ...more] = decision.register ?? []
  if (incoming.file === undefined || only === undefined || more.length > 0) return decision
  const purpose = { for: "initiative", id: only.initiative.id } as const
  const { changes = [] } = kept({ ...incoming, file: incoming.file }, purpose, moment)
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
        ...(message === undefined ? {} : { message }),
        ...(topic === undefined ? {} : { topic }),
      },
    ],
  }
}

/** The one whose code the words name, whose receipt they answer, or which the person has just registered. */
async function initiativeMeant(
  context: Context,
  person: Person,
  incoming: Incoming,
  said: { readonly text: string; readonly addressed: boolean },
  moment: Moment,
  reads: Reads,
): Promise<InitiativeView | undefined> {
  const typed = said.addressed ? CODE.exec(said.text)?.[1] : undefined
  if (typed !== undefined) return await reads.initiative(Number(typed))
  if (incoming.replyTo !== undefined) {
    const answered = await reads.initiativeToldIn(context.chat.id, incoming.replyTo)
    if (answered !== undefined) return answered
  }
  if (said.text !== "" || !said.addressed || SHEET.test(incoming.file?.name ?? "")) return undefined
  const [newest] = (await reads.initiativesOf(person.id, 1)).newest
  const isRecent = newest !== undefined && moment.now - newest.createdAt <= RECENTLY_MS
  return isRecent && newest.status !== "withdrawn" ? newest : undefined
}
