import { type BotId, type Channel, type ChatId, FileTooLarge, type Incoming } from "../core/channel.ts"
import { wordsOf } from "../core/error.ts"
import { MOST_FILE_BYTES, type OpenedFile, type WaitingFile, type WaitingFiles } from "../core/file/file.ts"
import { given } from "../core/given.ts"
import type { Log } from "../core/log.ts"
import { sparing } from "../core/sparing.ts"

export type FileWorkOptions = {
  readonly files: WaitingFiles
  readonly channels: ReadonlyMap<BotId, Channel>
  /** Looks into the bytes: what they are, whatever their name says. Never throws for a bad file. */
  readonly open: (bytes: Uint8Array, waiting: WaitingFile) => Promise<OpenedFile>
  /** Hands the opened files in like a message. */
  readonly receive: (incoming: Incoming) => Promise<unknown>
  /** Shows the person that somebody is at it; see `Delivery`. */
  readonly typing: (chat: ChatId, bot: BotId) => void
  readonly log: Log
  readonly now: () => number
}

/** The work on files people sent. */
export type FileWork = {
  /** A file was just written down. */
  wake(): void
  stop(): Promise<void>
}

const LOOK_EVERY_MS = 2_000
const LEASE_MS = 120_000
const TRIES = 4
const RETRY_MS = 15_000

/**
 * Fetches files that wait, opens them and hands them in. The key of what is handed in is the file's own, so whatever is done twice
 * counts once.
 */
export function startFileWork(options: FileWorkOptions): FileWork {
  const { files, channels, log, now } = options
  const tell = sparing(log.error.bind(log), () => performance.now())
  const bots = [...channels.values()].filter(({ fetchFile }) => fetchFile).map(({ bot }) => bot)
  let underWay: Promise<void> | undefined
  let again = false
  let stopped = false

  async function goRound(): Promise<void> {
    while (!stopped) {
      const taken = await next()
      if (taken.length === 0) return
      // Whatever was claimed is read, though the stop came meanwhile: left behind it would count as tried.
      await handle(taken)
    }
  }

  async function next(): Promise<readonly WaitingFile[]> {
    return bots.length === 0 ? [] : await files.claim(bots, now(), LEASE_MS)
  }

  async function handle(taken: readonly WaitingFile[]): Promise<void> {
    const ids = taken.map(({ id }) => id)
    const from = taken[0]?.from
    if (from?.chat.kind === "private") options.typing(from.chat.id, from.bot)
    try {
      const opened: OpenedFile[] = []
      for (const waiting of taken) opened.push(await openOne(waiting))
      const [first] = taken
      if (first !== undefined) await options.receive(incomingOf(first, opened))
      await files.done(ids)
    } catch (error) {
      // No name and no address: an error may quote them.
      log.warn(
        { files: ids, error: error instanceof Error ? error.name : "unknown" },
        "files wait for another try",
      )
      await files.later(ids, now() + RETRY_MS)
    }
  }

  async function openOne(waiting: WaitingFile): Promise<OpenedFile> {
    const name = waiting.file.name ?? ""
    const problem = (problem: "too_large" | "gone") => ({ is: "problem", name, problem }) as const
    if ((waiting.file.bytes ?? 0) > MOST_FILE_BYTES) return problem("too_large")
    // Whoever read it did not live to say so.
    if (waiting.attempts >= TRIES) return problem("gone")
    const channel = channels.get(waiting.from.bot)
    try {
      const bytes = await channel?.fetchFile?.(waiting.file.ref, MOST_FILE_BYTES)
      return bytes === undefined ? problem("gone") : await options.open(bytes, waiting)
    } catch (error) {
      if (error instanceof FileTooLarge) return problem("too_large")
      if (waiting.attempts + 1 >= TRIES) return problem("gone")
      throw error
    }
  }

  function look(): void {
    if (stopped) return
    again = underWay !== undefined
    underWay ??= goRound()
      .catch((error: unknown) => tell({ error: wordsOf(error) }, "files could not be looked at"))
      .finally(() => {
        underWay = undefined
        if (again) look()
      })
  }

  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()
  return {
    wake: look,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await underWay
    },
  }
}

function incomingOf(first: WaitingFile, files: readonly OpenedFile[]): Incoming {
  const { bot, chat, from, message, topic } = first.from
  return {
    updateKey: `file:${first.id}`,
    bot,
    chat,
    ...given({ from, message, topic }),
    content: { kind: "files", purpose: first.purpose, files },
  }
}
