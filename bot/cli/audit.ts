import type { AuditEntry } from "../../core/audit.ts"
import { isoLocal } from "../../core/clock.ts"
import type { OutColumn } from "../../core/export/sheet.ts"
import { readArguments } from "./arguments.ts"
import { numberOf } from "./figures.ts"
import { writeTable } from "./sheet.ts"
import type { World } from "./world.ts"

const AT_ONCE = 5_000

/** `audit export FILE.xlsx|csv`: who did what, when, to what and from where, for an inspection. */
export async function exportAudit(world: World, words: readonly string[]): Promise<void> {
  const usage = "audit export FILE.xlsx|csv [--json]"
  const { files, flags } = readArguments(words, { usage, files: 1, flags: ["json"] })
  const file = files[0] ?? ""
  const audit = await world.audit()
  const entries: AuditEntry[] = []
  for (;;) {
    const next = await audit.read(entries.at(-1)?.id ?? 0, AT_ONCE)
    entries.push(...next)
    if (next.length < AT_ONCE) break
  }
  await writeTable(file, "log of actions", columns(world.timeZone), entries)
  const { head, broken } = await audit.check()
  world.print(
    flags.json
      ? JSON.stringify({ file, entries: entries.length, head, broken: broken ?? null })
      : `${numberOf(entries.length, "entry", "entries")} written to ${file}; last hash ${head || "none"}`,
  )
  if (broken !== undefined) world.warn(`The log was altered: entry ${broken} is not what was written.`)
}

function columns(zone: string): readonly OutColumn<AuditEntry>[] {
  return [
    { heading: "id", value: (entry) => entry.id, width: 8 },
    {
      heading: "at",
      value: ({ at }) => ({ time: isoLocal(Math.floor(at / 1000) * 1000, zone) }),
      width: 20,
    },
    { heading: "person", value: (entry) => entry.person, width: 24 },
    { heading: "person_id", value: (entry) => entry.personId, width: 38 },
    { heading: "unit", value: (entry) => entry.unit },
    { heading: "action", value: (entry) => entry.action, width: 20 },
    { heading: "subject", value: (entry) => entry.subject, width: 60 },
    { heading: "channel", value: (entry) => entry.channel },
    { heading: "hash", value: (entry) => entry.hash, width: 66 },
  ]
}
