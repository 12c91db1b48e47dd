import { isoLocal, localDate } from "../../core/clock.ts"
import { reminderCode } from "../../core/reminder/reminder.ts"
import { formatWhen } from "../../core/text/when.ts"
import { readArguments } from "./arguments.ts"
import { stamp } from "./figures.ts"
import type { World } from "./world.ts"

/** `reminders list`: what officers arranged, whom it reaches and when it is sent next; never the words. */
export async function listReminders(world: World, words: readonly string[]): Promise<void> {
  const { flags } = readArguments(words, { usage: "reminders list [--json]", flags: ["json"] })
  const today = localDate(world.now(), world.timeZone)
  const rows = (await world.reminders()).map(({ number, state, audience, when, nextAt }) => ({
    code: reminderCode(number),
    state,
    audience: audience.kind,
    unit: audience.unit.code,
    schedule: formatWhen(when, today),
    nextAt,
  }))
  if (flags.json) {
    const iso = (at: number) => isoLocal(Math.floor(at / 1000) * 1000, world.timeZone)
    world.print(
      JSON.stringify(
        rows.map((row) => ({ ...row, nextAt: row.nextAt === undefined ? null : iso(row.nextAt) })),
      ),
    )
    return
  }
  if (rows.length === 0) world.print("No reminder was ever arranged.")
  for (const { code, state, audience, unit, schedule, nextAt } of rows) {
    const next = nextAt === undefined ? "-" : stamp(nextAt, world.timeZone)
    world.print(`${code}\t${state}\t${audience}\t${unit}\t${schedule}\t${next}`)
  }
}
