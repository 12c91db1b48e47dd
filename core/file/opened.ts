import type { Person } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import { registerTable } from "../intake/on-behalf.ts"
import type { Phrase } from "../outbox.ts"
import { isOfficer, mayTouch } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { type FilePurpose, MOST_SHEET_ROWS, type OpenedFile, type SheetLine } from "./file.ts"
import { comparePortalList } from "./portal-list.ts"
import { behalfLines, listTable } from "./table.ts"

/** So many files one initiative may have. */
const MOST_FILES = 20

/** Decides about files that were fetched: what they are is known now, and rights are looked at once more. */
export async function filesOpened(
  turn: Turn,
  content: { readonly purpose: FilePurpose; readonly files: readonly OpenedFile[] },
): Promise<Decision> {
  const { person } = turn.context
  // Erased meanwhile: then nobody waits for an answer.
  if (person === undefined) return {}
  const { purpose, files } = content
  return purpose.for === "initiative"
    ? await attach(turn, person, purpose.id, files)
    : await readList(turn, person, purpose.caption, files[0])
}

async function attach(
  turn: Turn,
  person: Person,
  initiativeId: string,
  files: readonly OpenedFile[],
): Promise<Decision> {
  const found = await turn.reads.initiativeWithFiles(initiativeId)
  if (found === undefined) return {}
  const { initiative, hashes } = found
  const code = initiativeCode(initiative.number)
  if (!mayTouch(person, initiative)) return answer(turn, "not-yours", { code })
  if (initiative.status === "withdrawn") return answer(turn, "already-withdrawn", { code })
  const kept = files.filter((file) => file.is === "kept")
  const fresh = kept.filter(
    ({ hash }, place) => !hashes.includes(hash) && kept.findIndex((other) => other.hash === hash) === place,
  )
  const added = fresh.slice(0, Math.max(0, MOST_FILES - hashes.length))
  const photos = added.filter(({ contentType }) => contentType.startsWith("image/")).length
  const phrases: Phrase[] = [
    ...(photos === 0 ? [] : [{ key: "photos-added", args: { count: photos, code } }]),
    ...(added.length === photos
      ? []
      : [{ key: "documents-added", args: { count: added.length - photos, code } }]),
    ...(kept.length > fresh.length
      ? [{ key: "files-known", args: { count: kept.length - fresh.length, code } }]
      : []),
    ...(fresh.length > added.length ? [{ key: "files-too-many", args: { most: MOST_FILES, code } }] : []),
    ...problemPhrases(files, "evidence"),
  ]
  return {
    say: [reply(turn, { phrases })],
    ...(added.length === 0
      ? {}
      : {
          changes: [
            {
              do: "attach",
              initiativeId,
              files: added.map(({ hash, contentType, bytes, name }) => ({ hash, contentType, bytes, name })),
              personId: person.id,
            },
          ],
        }),
  }
}

function problemPhrases(files: readonly OpenedFile[], as: "list" | "evidence"): readonly Phrase[] {
  const problems = new Set(files.flatMap((file) => (file.is === "problem" ? [file.problem] : [])))
  return [...problems].map((problem) => {
    // A list is mended in Excel, a photo is not.
    const why = problem === "unreadable" && as === "evidence" ? "damaged" : problem
    return { key: "file-problem", args: { why, most: MOST_SHEET_ROWS } }
  })
}

async function readList(
  turn: Turn,
  person: Person,
  caption: string,
  file: OpenedFile | undefined,
): Promise<Decision> {
  if (file === undefined || file.is !== "sheet")
    return {
      say: [reply(turn, { phrases: problemPhrases(file === undefined ? [] : [file], "list") })],
    }
  const table = listTable(withoutTail(file.lines))
  if (table === undefined) return answer(turn, "list-how")
  const asked = fold(caption)
  const isPortals = /(?:^| )(?:cong|portal)(?: |$)/.test(asked) || (asked === "" && table.has("portalCode"))
  if (!isPortals) return await registerTable(turn, behalfLines(table), MOST_SHEET_ROWS)
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (!table.has("portalCode")) return answer(turn, "portal-list-how")
  return await comparePortalList(turn, person, table)
}

/** A total or a signature under a list is no row of it: what has a single filled cell at the end is left out. */
function withoutTail(lines: readonly SheetLine[]): readonly SheetLine[] {
  const last = lines.findLastIndex(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1)
  return lines.slice(0, last + 1)
}
