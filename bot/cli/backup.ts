import { readFile } from "node:fs/promises"
import { resolve } from "node:path"
import type { BackupContents } from "../../core/backup.ts"
import { isoLocal } from "../../core/clock.ts"
import { readArguments } from "./arguments.ts"
import { unreadable } from "./errors.ts"
import { numberOf } from "./figures.ts"
import type { World } from "./world.ts"

/** `backup FILE`: everything the bot knows, as it was at one moment; the bot may run meanwhile. */
export async function backupCommand(world: World, words: readonly string[]): Promise<void> {
  const usage = "backup FILE [--json]"
  const { files, flags } = readArguments(words, { usage, files: 1, flags: ["json"] })
  const file = resolve(files[0] ?? "")
  report(world, await world.backups.write(file), { done: "Saved", file, json: flags.json })
}

/**
 * `restore FILE`: the store becomes what it was when the file was made. `--force` loses what is there now;
 * `--erased`: a file with the ids of people who were erased after the backup, lines of the journal as they are.
 */
export async function restoreCommand(world: World, words: readonly string[]): Promise<void> {
  const usage = "restore FILE [--erased FILE] [--force] [--json]"
  const { files, flags, options } = readArguments(words, {
    usage,
    files: 1,
    flags: ["force", "json"],
    options: ["erased"],
  })
  const file = resolve(files[0] ?? "")
  const erased = options.erased === undefined ? [] : await idsIn(options.erased)
  // Before the store is opened: a mistyped name should start no database.
  await world.backups.check(file)
  const contents = await world.backups.restore(file, { force: flags.force, erased })
  report(world, contents, { done: "Restored", file, json: flags.json })
}

/** Whatever else stands in the lines, such as what the journal puts before them. */
async function idsIn(file: string): Promise<readonly string[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw unreadable(file, cause)
  })
  return [...new Set(text.match(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g))]
}

function report(
  world: World,
  contents: BackupContents,
  { done, file, json }: { readonly done: string; readonly file: string; readonly json: boolean },
): void {
  const { rows, files } = contents
  const madeAt = isoLocal(Math.floor(contents.madeAt / 1000) * 1000, world.timeZone)
  world.print(
    json
      ? JSON.stringify({ file, madeAt, rows, files, migrations: contents.migrations })
      : `${done} ${numberOf(rows, "row")} and ${numberOf(files, "file")} of ${madeAt}: ${file}`,
  )
}
