import { createHash } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { rename, rm } from "node:fs/promises"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip } from "node:zlib"
import { z } from "zod"
import { type BackupContents, BackupError } from "../../core/backup.ts"
import { FOLDERS } from "./contents.ts"

/**
 * The file: gzip of UTF-8 lines. An object opens a section, the arrays below it are its content, and the last line closes
 * the file with the SHA-256 of every byte above it. `gunzip -c FILE | head` shows it.
 *
 *     {"backup":"tro-ly-sang-kien","format":2,"madeAt":"…","migrations":["…"]}
 *     {"table":"unit","columns":["id","code"]}
 *     ["0192…","LĐLĐ-TN"]
 *     {"sequence":"initiative_number","last":"4452","called":true}
 *     {"keys":["<base64url>"]}
 *     {"file":"files/2026/plan.png"}
 *     ["<base64>"]
 *     {"end":{"rows":1,"files":1},"sha256":"…"}
 *
 * Format 1 had the attachments alone, named below their folder: `2026/plan.png`.
 */
const FORMAT = 2
const NAME = "tro-ly-sang-kien"

const headLine = z.object({
  backup: z.literal(NAME),
  format: z.number().int(),
  madeAt: z.iso.datetime().transform((text) => Date.parse(text)),
  migrations: z.array(z.string()).min(1),
})
const tableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) })
const sequenceLine = z.object({
  sequence: z.string(),
  last: z.string().regex(/^-?\d+$/),
  called: z.boolean(),
})
/** What opens sealed ids, where the key is a file of ours and no setting. */
const keysLine = z.object({ keys: z.array(z.string()).min(1) })
const fileLine = z.object({ file: z.string() })
const endLine = z.object({
  end: z.object({ rows: z.number().int(), files: z.number().int() }),
  sha256: z.string(),
})
const sectionLine = z.union([tableLine, sequenceLine, keysLine, fileLine])
const chunkLine = z.tuple([z.base64()])

export type BackupHead = z.infer<typeof headLine>

/** A piece of a backup, in the order of the file. A row is a JSON array of texts and nulls, left as it is. */
export type BackupPiece =
  | z.infer<typeof sectionLine>
  | { readonly row: string }
  | { readonly chunk: Uint8Array }

/**
 * Writes the pieces to `file`. It is made beside and renamed when it is whole and on the disk, readable only for its
 * owner: a run that is cut off leaves the backup of before. Throws `BackupError` when the disk refuses
 * that, or one of the files that go into it.
 */
export async function writeBackupFile(
  file: string,
  head: Pick<BackupHead, "madeAt" | "migrations">,
  pieces: AsyncIterable<BackupPiece>,
): Promise<BackupContents> {
  const unfinished = `${file}.unfinished`
  const counts = { rows: 0, files: 0 }
  try {
    await pipeline(
      Readable.from(inLines(head, pieces, counts)),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    )
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (!isSystemError(error)) throw error
    const isOfOurs = error.path !== undefined && error.path !== unfinished
    throw new BackupError(
      isOfOurs
        ? `${error.path} cannot be read (${error.code}), so no backup was made. Let the bot's user read it.`
        : `${file} cannot be written (${error.code}). Choose another file or make room.`,
      { cause: error },
    )
  }
  return { ...head, ...counts, folders: FOLDERS }
}

async function* inLines(
  head: Pick<BackupHead, "madeAt" | "migrations">,
  pieces: AsyncIterable<BackupPiece>,
  counts: { rows: number; files: number },
): AsyncGenerator<Buffer> {
  const hash = createHash("sha256")
  const line = (text: string) => {
    const bytes = Buffer.from(`${text}\n`)
    hash.update(bytes)
    return bytes
  }
  const { migrations } = head
  const madeAt = new Date(head.madeAt).toISOString()
  yield line(JSON.stringify({ backup: NAME, format: FORMAT, madeAt, migrations }))
  for await (const piece of pieces) {
    if ("row" in piece) {
      counts.rows += 1
      yield line(piece.row)
    } else if ("chunk" in piece) yield line(JSON.stringify([Buffer.from(piece.chunk).toString("base64")]))
    else {
      if ("file" in piece) counts.files += 1
      yield line(JSON.stringify(piece))
    }
  }
  yield line(JSON.stringify({ end: counts, sha256: hash.copy().digest("hex") }))
}

/** Reads the whole file and throws `BackupError` unless it is complete, unaltered and of a format we know. */
export async function checkBackupFile(file: string): Promise<BackupContents> {
  const reading = readBackupFile(file)
  for (;;) {
    const step = await reading.next()
    if (step.done) return step.value
  }
}

/**
 * The pieces of a backup; returns what its head and end say. What is wrong with the file may show only at its end, so
 * nothing that was read is to be trusted before. Throws `BackupError`.
 */
export async function* readBackupFile(file: string): AsyncGenerator<BackupPiece, BackupContents> {
  const hash = createHash("sha256")
  const counts = { rows: 0, files: 0 }
  let head: BackupHead | undefined
  let section: z.infer<typeof sectionLine> | undefined
  let end: z.infer<typeof endLine> | undefined
  for await (const line of linesOf(file)) {
    if (end !== undefined) throw damaged(file, "something follows its end")
    if (head === undefined) head = headOf(file, line)
    else if (line.startsWith('{"end":')) {
      end = parsed(endLine, file, line)
      if (end.sha256 !== hash.copy().digest("hex")) throw damaged(file, "its checksum is wrong")
    } else if (line.startsWith("{")) {
      section = parsed(sectionLine, file, line)
      if ("file" in section) {
        counts.files += 1
        section = { file: head.format === 1 ? `files/${section.file}` : section.file }
        checkName(section.file)
      }
      yield section
    } else if (section !== undefined && "file" in section) {
      const [chunk] = parsed(chunkLine, file, line)
      yield { chunk: Buffer.from(chunk, "base64") }
    } else if (section !== undefined && "table" in section && line.startsWith("[")) {
      counts.rows += 1
      yield { row: line }
    } else throw damaged(file, "a line stands where none may be")
    hash.update(`${line}\n`)
  }
  if (head === undefined || end === undefined) throw damaged(file, "its end is missing")
  if (end.end.rows !== counts.rows || end.end.files !== counts.files)
    throw damaged(file, "it does not add up")
  const folders = head.format === 1 ? ["files"] : FOLDERS
  return { madeAt: head.madeAt, migrations: head.migrations, ...counts, folders }
}

/** Whoever altered a backup could have made a new checksum as well. */
function checkName(name: string): void {
  const parts = name.split("/")
  const isOdd = parts.some((part) => ["", ".", ".."].includes(part) || /[\\:\0]/.test(part))
  if (!isOdd && parts.length > 1 && FOLDERS.includes(parts[0] ?? "")) return
  throw new BackupError(
    `The backup has a file with a forbidden name, ${JSON.stringify(name)}. Nothing was restored; use another backup.`,
  )
}

function headOf(file: string, line: string): BackupHead {
  const found = headLine.safeParse(jsonOf(line))
  if (!found.success) throw new BackupError(`${file} is no backup of this program.`)
  if (found.data.format > FORMAT) {
    throw new BackupError(
      `${file} was made by a newer version (format ${found.data.format}, known up to ${FORMAT}). Upgrade, then restore.`,
    )
  }
  return found.data
}

/** Not node:readline, which breaks lines at U+2028 too, and people type that. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  // Its own errors reach the loop below; those of the source have to be carried over.
  source.once("error", (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  let rest: Buffer[] = []
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
        yield Buffer.concat([...rest, piece.subarray(from, at)]).toString("utf8")
        rest = []
        from = at + 1
      }
      if (from < piece.length) rest.push(piece.subarray(from))
    }
  } catch (error) {
    throw readingFailed(file, error)
  } finally {
    source.destroy()
  }
  if (rest.length > 0) throw damaged(file, "its end is missing")
}

function readingFailed(file: string, error: unknown): unknown {
  if (isSystemError(error)) {
    return new BackupError(`${file} cannot be read (${error.code}). Is the name right?`, { cause: error })
  }
  if (!(error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))) return error
  return damaged(file, error.code === "Z_BUF_ERROR" ? "its end is missing" : error.message)
}

function parsed<Shape>(shape: z.ZodType<Shape>, file: string, line: string): Shape {
  const found = shape.safeParse(jsonOf(line))
  if (!found.success) throw damaged(file, "a line cannot be understood")
  return found.data
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function damaged(file: string, what: string): BackupError {
  return new BackupError(`${file} is damaged or cut off: ${what}. Nothing was restored; use another backup.`)
}

/** PostgreSQL's errors have a code too, but no system call. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException & { readonly code: string } {
  return error instanceof Error && "syscall" in error && "code" in error
}
