import { isoLocal, localDate } from "../../core/clock.ts"
import { daysLeft, requestCode } from "../../core/people/data-request.ts"
import { readArguments } from "./arguments.ts"
import type { World } from "./world.ts"

/** `requests list`: what people asked about their data and is open, the most urgent first; never who, nor the words. */
export async function listDataRequests(world: World, words: readonly string[]): Promise<void> {
  const { flags } = readArguments(words, { usage: "requests list [--json]", flags: ["json"] })
  const today = localDate(world.now(), world.timeZone)
  const rows = (await world.dataRequests()).map((request) => ({
    code: requestCode(request.number),
    kind: request.kind,
    unit: request.unit?.code ?? null,
    receivedAt: isoLocal(Math.floor(request.receivedAt / 1000) * 1000, world.timeZone),
    dueOn: request.dueOn,
    daysLeft: daysLeft(request, today),
    extended: request.extended,
  }))
  if (flags.json) return world.print(JSON.stringify(rows))
  if (rows.length === 0) world.print("No request about personal data is open.")
  for (const { code, kind, unit, dueOn, daysLeft: left, extended } of rows) {
    const when = left < 0 ? `${-left} days late` : `${left} days left`
    world.print(`${code}\t${kind}\t${unit ?? "-"}\tdue ${dueOn}\t${when}${extended ? "\textended" : ""}`)
  }
}
