import type { BotId, Incoming, IncomingFile } from "../channel.ts"

/** What a file is wanted for, decided when it came: a list of initiatives, or evidence for one of them. */
export type FilePurpose =
  | { readonly for: "list"; readonly caption: string }
  | { readonly for: "initiative"; readonly id: string }

/**
 * A row of a sheet by its line in the file (the first line is 1). `above`: what its cells hold that are merged with those above
 * them, by their places; the cells themselves are empty.
 */
export type SheetLine = {
  readonly line: number
  readonly cells: readonly string[]
  readonly above?: ReadonlyMap<number, string>
}

/** Why a file cannot be used. */
export type FileProblem =
  | "too_large"
  | "wrong_type"
  | "unreadable"
  | "lost_letters"
  | "too_many_rows"
  | "gone"

/** A fetched file: a sheet's lines, evidence that is kept under its hash, or why it is neither. */
export type OpenedFile =
  | { readonly is: "sheet"; readonly name: string; readonly lines: readonly SheetLine[] }
  | ({ readonly is: "kept"; readonly name: string } & KeptBytes)
  | { readonly is: "problem"; readonly name: string; readonly problem: FileProblem }

/** Bytes kept under their own hash; `contentType` is what they are, whatever was said of them. */
export type KeptBytes = {
  /** SHA-256, hexadecimal. */
  readonly hash: string
  readonly contentType: string
  readonly bytes: number
}

/** A file that waits to be fetched, with everything of the message it came with. */
export type WaitingFile = {
  readonly id: string
  readonly file: IncomingFile
  readonly purpose: FilePurpose
  readonly from: Pick<Incoming, "bot" | "chat" | "from" | "message" | "topic">
  /** How often it was tried before to fetch and to open it; a process that died over it had tried. */
  readonly attempts: number
}

/** The files that wait. */
export type WaitingFiles = {
  /**
   * Takes the oldest files of these bots for `leaseMs`, or for as long as the taker lives: one, or everything of its album. An
   * album is left until nothing came to it for a moment.
   */
  claim(bots: readonly BotId[], now: number, leaseMs: number): Promise<readonly WaitingFile[]>
  /** Put back until `dueAt`, one attempt further. */
  later(ids: readonly string[], dueAt: number): Promise<void>
  done(ids: readonly string[]): Promise<void>
}

/** Platforms give out at most 20 MB; lists and evidence stay far below. */
export const MOST_FILE_BYTES = 5 * 1024 * 1024
/** Rows of one list. */
export const MOST_SHEET_ROWS = 500
