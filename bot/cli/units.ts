import type { Unit } from "../../core/campaign/unit.ts"
import { UNIT_COLUMNS } from "../../core/campaign/unit-sheet.ts"
import { localDate } from "../../core/clock.ts"
import { readArguments } from "./arguments.ts"
import { reportImport } from "./report.ts"
import { readTable } from "./sheet.ts"
import type { World } from "./world.ts"

/** `units import FILE`: good rows are stored, bad ones reported. False when there were any. */
export async function importUnitsFile(world: World, words: readonly string[]): Promise<boolean> {
  const usage = "units import FILE.xlsx|csv [--dry-run] [--json]"
  const { files, flags } = readArguments(words, { usage, files: 1, flags: ["dry-run", "json"] })
  const sheet = await readTable(files[0] ?? "", UNIT_COLUMNS, ["code", "name"])
  const store = await world.store()
  const plan = await store.importUnits(sheet.rows, { dryRun: flags["dry-run"], now: world.now() })
  return reportImport(world, {
    what: "units",
    json: flags.json,
    dryRun: flags["dry-run"],
    counts: { new: plan.created, changed: plan.changed, unchanged: plan.unchanged },
    bad: [...sheet.bad, ...plan.bad],
    unknownColumns: sheet.unknownColumns,
    notes: [],
  })
}

/** `units list`: the tree with today's headcounts. */
export async function listUnitsCommand(world: World, words: readonly string[]): Promise<void> {
  const { flags } = readArguments(words, { usage: "units list [--json]", flags: ["json"] })
  const units = await (await world.store()).units(localDate(world.now(), world.timeZone))
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  if (flags.json) {
    world.print(JSON.stringify(units.map((unit) => listed(unit, byId))))
    return
  }
  if (units.length === 0) world.print("There are no units yet. Bring them in with: units import FILE.csv")
  for (const unit of units) {
    const { code, name, parent, level, members, workers } = listed(unit, byId)
    world.print(`${code}\t${name}\t${parent ?? ""}\t${level}\t${members}\t${workers}`)
  }
}

function listed(unit: Unit, byId: ReadonlyMap<string, Unit>) {
  return {
    code: unit.code,
    name: unit.name,
    parent: unit.parentId === null ? null : (byId.get(unit.parentId)?.code ?? null),
    level: unit.level,
    members: unit.headcount?.members ?? 0,
    workers: unit.headcount?.workers ?? 0,
  }
}
