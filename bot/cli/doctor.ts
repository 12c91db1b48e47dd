import { localDate } from "../../core/clock.ts"
import { quotaStage } from "../../core/notice.ts"
import { daysLeft } from "../../core/people/data-request.ts"
import type { UnitCount } from "../../core/tally/tally.ts"
import { readArguments } from "./arguments.ts"
import { oneLine } from "./errors.ts"
import { numberOf, stamp } from "./figures.ts"
import type { Check, World } from "./world.ts"

/** `doctor`: what is wrong and what to do. False when something is. `--fix-counters` makes the counters anew first. */
export async function doctor(world: World, words: readonly string[]): Promise<boolean> {
  const usage = "doctor [--fix-counters] [--json]"
  const { flags } = readArguments(words, { usage, flags: ["fix-counters", "json"] })
  if (flags["fix-counters"]) await (await world.store()).rebuildCounters()
  const found: Finding[] = []
  for (const check of [...world.checks, ...storeChecks(world)]) {
    found.push({ name: check.name, ...(await outcomeOf(check)) })
  }
  if (flags.json) world.print(JSON.stringify(found))
  else for (const line of linesOf(found)) world.print(line)
  return found.every((one) => one.ok)
}

type Finding = { readonly name: string; readonly ok: boolean; readonly text: string }

/** A folder or a database that nobody reaches fails most checks in the same words, among which the others would be lost: they stand once. */
function linesOf(found: readonly Finding[]): string[] {
  return found.map(({ name, ok, text }) => {
    const first = found.find((other) => !other.ok && other.text === text)
    const words = ok || first === undefined || first.name === name ? text : `see ${first.name}`
    return `${ok ? "ok   " : "WRONG"} ${name}: ${words}`
  })
}

async function outcomeOf(check: Check): Promise<{ ok: boolean; text: string }> {
  try {
    return await check.run()
  } catch (error) {
    return { ok: false, text: oneLine(error) }
  }
}

function storeChecks(world: World): Check[] {
  const fine = (text: string) => ({ ok: true, text })
  const wrong = (text: string) => ({ ok: false, text })
  return [
    {
      name: "outbox",
      run: async () => {
        const { dead, unknown, since } = await (await world.deadLetters()).count()
        if (since === undefined) return fine("nothing was given up")
        return wrong(
          `${numberOf(dead, "message")} given up and ${unknown} of unknown outcome, the first written ${stamp(since, world.timeZone)}; see: outbox list`,
        )
      },
    },
    {
      name: "quota",
      run: async () => {
        const usages = await world.quotas()
        if (usages.length === 0) return fine("no bot has one")
        const text = usages
          .map(({ bot, sent, limit, month }) => `${bot} ${sent} of ${limit} messages in ${month}`)
          .join(", ")
        return usages.some((usage) => quotaStage(usage) === 95)
          ? wrong(`${text}; from 95 % on only answers leave: raise ZALO_MONTHLY_MESSAGES with the plan`)
          : fine(text)
      },
    },
    {
      name: "requests about personal data",
      run: async () => {
        const open = await world.dataRequests()
        const today = localDate(world.now(), world.timeZone)
        const late = open.filter((request) => daysLeft(request, today) < 0)
        const [first] = open
        if (late.length > 0) {
          return wrong(
            `${late.length} of ${open.length} are late, the first was due ${first?.dueOn}; officers answer them in chat ("yêu cầu"); see: requests list`,
          )
        }
        return fine(
          open.length === 0 ? "none is open" : `${open.length} open, the first is due ${first?.dueOn}`,
        )
      },
    },
    {
      name: "log of actions",
      run: async () => {
        const { entries, head, broken } = await (await world.audit()).check()
        if (broken === undefined)
          return fine(`${numberOf(entries, "entry", "entries")}, none altered, last hash ${head || "none"}`)
        return wrong(
          `entry ${broken} is not what was written; compare with a backup and find out who changed the database`,
        )
      },
    },
    {
      name: "database",
      run: async () => {
        await world.store()
        return fine("reached, schema up to date")
      },
    },
    {
      name: "campaign",
      run: async () => {
        const campaigns = await (await world.store()).campaigns()
        if (campaigns.length === 0) return wrong("there is none; run: campaign apply FILE.yaml")
        return fine(campaigns.map(({ campaign }) => campaign.code).join(", "))
      },
    },
    {
      name: "units",
      run: async () => {
        const units = await (await world.store()).units(localDate(world.now(), world.timeZone))
        if (units.length === 0) return wrong("there are none; run: units import FILE.csv")
        const counted = units.filter((unit) => {
          const { members, workers } = unit.headcount ?? { members: 0, workers: 0 }
          return members + workers > 0
        }).length
        if (counted === 0) {
          return wrong(
            `${units.length}, none with members and workers, so no unit has a target; import their headcounts`,
          )
        }
        return fine(`${units.length}, ${counted} with members and workers`)
      },
    },
    {
      name: "counters",
      run: async () => {
        const [first, ...more] = await (await world.store()).checkCounters()
        if (first === undefined) return fine("the same as the events")
        return wrong(
          `${more.length + 1}${more.length === 19 ? " or more" : ""} differ from the events, first the ${first.grain} of ${first.unit}${first.day === null ? "" : ` on ${first.day}`}: kept ${figures(first.kept)}, counted ${figures(first.counted)}; run: doctor --fix-counters`,
        )
      },
    },
  ]
}

function figures({ registered, recognized, onPortal, benefit }: UnitCount): string {
  return [registered, recognized, onPortal, benefit.vnd, benefit.unconverted].join("/")
}
