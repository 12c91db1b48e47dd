import { resolve } from "node:path"
import type { BackupContents } from "../../core/backup.ts"
import { isoLocal } from "../../core/tally/tally.ts"
import { readArguments } from "./arguments.ts"
import type { World } from "./world.ts"

/** `backup FILE`: everything the bot knows, as it was at one moment; the bot may run meanwhile. */
export async function backupCommand(world: World, words: readonly string[]): Promise<void> {
  const usage = "backup FILE [--json]"
  const { files, flags } = readArguments(words, { usage, files: 1, flags: ["json"] })
  const file = resolve(files[0] ?? "")
  report(world, "Saved", file, await world.backups.write(file), flags.json)
}

/** `restore FILE`: the store becomes what it was when the file was made. `--force` loses what is there now. */
export async function restoreCommand(world: World, words: readonly string[]): Promise<void> {
  const usage = "restore FILE [--force] [--json]"
  const { files, flags } = readArguments(words, { usage, files: 1, flags: ["force", "json"] })
  const file = resolve(files[0] ?? "")
  // Before the store is opened: a mistyped name should start no database.
  await world.backups.check(file)
  report(world, "Restored", file, await world.backups.restore(file, { force: flags.force }), flags.json)
}

function report(world: World, done: string, file: string, contents: BackupContents, json: boolean): void {
  const { rows, files } = contents
  const madeAt = isoLocal(Math.floor(contents.madeAt / 1000) * 1000, world.timeZone)
  world.print(
    json
      ? JSON.stringify({ file, madeAt, rows, files, migrations: contents.migrations })
      : `${done} ${rows} rows and ${files} attachments of ${madeAt}: ${file}`,
  )
}
