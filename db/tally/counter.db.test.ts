import fc from "fast-check"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import type { Reorganisation } from "../../core/campaign/reorganisation.ts"
import type { AccountId, BotId, ChatId } from "../../core/channel.ts"
import { localDate } from "../../core/clock.ts"
import type { Change } from "../../core/conversation/change.ts"
import { aMessage } from "../../core/conversation/testing.ts"
import { Conflict, type Step } from "../../core/conversations.ts"
import { given } from "../../core/given.ts"
import { readProgress } from "../../core/tally/progress.ts"
import { readTallies } from "../../core/tally/read.ts"
import type { Money } from "../../core/text/money.ts"
import { reorganise } from "../campaign/unit.ts"
import { conversations } from "../conversation/conversation.ts"
import { newId } from "../id.ts"
import { operatorStore } from "../operator-store.ts"
import { type FreshDatabase, freshDatabase } from "../testing.ts"
import { checkCounters } from "./counter-check.ts"

const ZONE = "Asia/Ho_Chi_Minh"
const START = Date.parse("2026-01-31T22:00:00+07:00")
const HOUR_MS = 3_600_000
const CODES = ["A", "B", "C"]

/** A province with three unions below it, a running campaign and one person. */
async function aHouse({ db }: FreshDatabase) {
  const store = operatorStore(db, ZONE)
  const row = (code: string, parent: string, line: number) => ({
    line,
    cells: { code, name: `Công đoàn ${code}`, parent, members: "10" },
  })
  await store.importUnits([row("T", "", 2), ...CODES.map((code, index) => row(code, "T", index + 3))], {
    dryRun: false,
    now: START,
  })
  await store.applyCampaign(
    checkCampaign({
      code: "c",
      name: "C",
      unit: "T",
      starts_on: "2026-01-01",
      ends_on: "2026-12-31",
      phases: [{ code: "p", name: "P", starts_on: "2026-01-01", ends_on: "2026-12-31", goal: 100 }],
    }),
    START,
  )
  const personId = newId()
  await sql`insert into person values (${personId}, 'An', null, now())`.execute(db)
  const [campaign] = await store.campaigns()
  if (campaign === undefined) throw new Error("The campaign was not stored.")
  const units = await store.units("2026-02-01")
  const unitIds = CODES.map((code) => units.find((unit) => unit.code === code)?.id ?? "")
  const house = conversations(db, { timeZone: ZONE, campaignFor: async () => undefined })
  let updates = 0
  /** One message that registers or changes something, the first of its chat, as the house commits it. */
  const step = (decision: Step["decision"], account = "web:an"): Step => {
    updates += 1
    const incoming = aMessage("", {
      updateKey: `web:${updates}`,
      chat: { id: `web:${account}:${updates}` as ChatId, kind: "private" },
      from: { account: account as AccountId, name: "An" },
    })
    return { incoming, version: 1, dialogue: undefined, decision, found: { kept: false, met: false } }
  }
  const registering = (unit: number, benefit: Money | undefined): Step["decision"] => ({
    register: [
      {
        initiative: {
          id: newId(),
          federationId: campaign.federationId,
          campaignId: campaign.id,
          unitId: unitIds[unit] ?? "",
          title: `Cải tiến ${updates}`,
          originalText: "",
          ...given({ benefit }),
          authorName: "An",
          submitterId: personId,
          countedFrom: "2026-01-01",
        },
        receipt: {
          chat: "web:web:an" as ChatId,
          bot: "web:local" as BotId,
          kind: "receipt",
          content: { receipt: { title: "", authorName: "An", unitName: "" } },
          dueAt: START,
        },
      },
    ],
  })
  return { db, store, campaign, personId, unitIds, house, step, registering }
}

const BENEFITS: readonly (Money | undefined)[] = [
  undefined,
  { raw: "120tr", amount: "120000000", currency: "VND", period: null, qualifier: null },
  { raw: "0,5 đ", amount: "0.5", currency: "VND", period: null, qualifier: null },
  { raw: "10 USD", amount: "10", currency: "USD", period: null, qualifier: null },
  { raw: "hàng trăm triệu", amount: null, currency: "VND", period: null, qualifier: null },
]

const deeds = fc.array(
  fc.record({
    what: fc.constantFrom(
      "register",
      "register",
      "withdraw",
      "recognized",
      "on_portal",
      "refused",
      "import",
      "reorganise",
    ),
    unit: fc.nat(2),
    benefit: fc.constantFrom(...BENEFITS),
    which: fc.nat(30),
    hours: fc.nat(20),
  }),
  { minLength: 40, maxLength: 40 },
)

test("counters are those of the events after any sequence of registrations, verdicts, withdrawals, imports and reorganisations, and add up under any tree", async () => {
  for (const [round, sequence] of fc.sample(deeds, { numRuns: 4, seed: 20 }).entries()) {
    await using fresh = await freshDatabase()
    const house = await aHouse(fresh)
    let now = START
    for (const deed of sequence) {
      now += deed.hours * HOUR_MS
      await doIt(house, deed, now)
    }
    expect(await checkCounters(fresh.db, ZONE), `round ${round}`).toEqual([])
    const { rows } = await sql`
      select (select sum(benefit_vnd) from unit_total)
        = (select coalesce(sum(benefit_amount) filter (where benefit_currency = 'VND'), 0) from initiative
          where status not in ('withdrawn', 'duplicate')) as "same benefit",
        (select sum(registered) from unit_total)
        = (select count(*) from initiative where status not in ('withdrawn', 'duplicate')) as "same count"`.execute(
      fresh.db,
    )
    expect(rows).toEqual([{ "same benefit": true, "same count": true }])
    const units = await house.store.units(localDate(now, ZONE))
    const ask = { period: "campaign", at: now + 1, zone: ZONE } as const
    const tallies = await readTallies(
      house.store,
      house.campaign,
      ask,
      units.map(({ id }) => id),
    )
    for (const { id } of units) {
      const at = { at: now + 1, zone: ZONE }
      const [phase = expect.unreachable()] = await readTallies(
        ...([house.store, house.campaign, { period: "phase", ...at }, [id]] as const),
      )
      const { counters, target, held, recent } = await readProgress(house.store, house.campaign, id, at)
      const { registered, recognized, onPortal } = phase.tally.counters
      expect({ ...counters, target, held, recent }, `progress of ${id} in round ${round}`).toMatchObject({
        registered: registered.total,
        recognized: recognized.total,
        onPortal: onPortal.total,
        target: phase.tally.target,
        held: phase.held,
        recent: phase.recent,
      })
    }
    for (const { tally } of tallies) {
      for (const counter of ["registered", "recognized", "onPortal"] as const) {
        const sum = tally.rows.reduce((total, row) => total + row[counter], 0)
        expect(sum, `${tally.unit} ${counter} in round ${round}`).toBe(tally.counters[counter].total)
      }
    }
  }
})

/** One of the changes of the tree; one that cannot be is left. */
async function reorganised(db: FreshDatabase["db"], unitIds: readonly string[], deed: Deed, now: number) {
  const unitId = unitIds[deed.unit] ?? ""
  const otherId = unitIds[(deed.unit + 1) % unitIds.length] ?? ""
  const added = { id: newId(), code: `N${now}-${deed.which}`, name: "Mới", headcount: { members: 1 } }
  const kinds: readonly Reorganisation[] = [
    { kind: "merge", unitId, intoId: otherId },
    { kind: "move", unitId, parentId: otherId },
    { kind: "split", unitId, ...added },
    { kind: "add", parentId: unitId, ...added },
    { kind: "rename", unitId, name: `Tên ${deed.which}` },
    { kind: "close", unitId },
  ]
  const change = kinds[deed.which % kinds.length] as Reorganisation
  const day = localDate(now, ZONE)
  await db
    .transaction()
    .execute(async (trx) => await reorganise(trx, change, day, { now, zone: ZONE }))
    .catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error
    })
}

type House = Awaited<ReturnType<typeof aHouse>>
type Deed = { what: string; unit: number; benefit: Money | undefined; which: number; hours: number }

async function doIt(
  { db, store, campaign, personId, house, step, registering, unitIds }: House,
  deed: Deed,
  now: number,
) {
  if (deed.what === "register") return await house.commit([step(registering(deed.unit, deed.benefit))], now)
  if (deed.what === "import") {
    const draft = {
      line: 2,
      key: `id:${deed.which % 5}`,
      number: undefined,
      unitId: unitIds[deed.unit] ?? "",
      title: "Nhập",
      titleKey: "nhap",
      author: "Bình",
      sector: undefined,
      benefit: deed.benefit === undefined ? undefined : { amountMax: null, ...deed.benefit },
      registeredAt: now - deed.which * 100 * HOUR_MS,
      recognizedAt: deed.which % 2 === 0 ? now - deed.which * HOUR_MS : undefined,
      onPortalAt: undefined,
      ends: {},
      portalCode: undefined,
      status: deed.which % 7 === 0 ? ("duplicate" as const) : undefined,
      extra: {},
    }
    return await store.importInitiatives(campaign, [draft], { dryRun: false, now })
  }
  if (deed.what === "reorganise") return await reorganised(db, unitIds, deed, now)
  const known = await db.selectFrom("initiative").select("id").orderBy("number").execute()
  const id = known[deed.which % Math.max(1, known.length)]?.id
  if (id === undefined) return undefined
  const change: Change =
    deed.what === "withdraw"
      ? { do: "withdraw", initiativeId: id, unitId: unitIds[0] ?? "", reason: "", personId }
      : {
          do: "judge",
          verdict: deed.what as "recognized" | "on_portal" | "refused",
          initiatives: [{ id, portalCode: `CP-${now}` }],
          personId,
        }
  return await house.commit([step({ changes: [change] })], now).catch((error: unknown) => {
    // What cannot be judged or withdrawn any more is left as it is, counters included.
    if (!(error instanceof Conflict)) throw error
  })
}

test("a registration that is not committed yet holds up none in another unit of the same province", async () => {
  await using fresh = await freshDatabase()
  const { db, house, step, registering, personId } = await aHouse(fresh)
  await db.transaction().execute(async (trx) => {
    const slow = conversations(trx, { timeZone: ZONE, campaignFor: async () => undefined })
    await slow.commit([step(registering(0, BENEFITS[1]), "web:an")], START)
    // Were a row shared, this would wait for the transaction that waits for it.
    await house.commit([step(registering(1, BENEFITS[1]), "web:chi")], START)
  })
  expect(await checkCounters(fresh.db, ZONE)).toEqual([])
  const days = await db.selectFrom("unit_day").select("registered").execute()
  expect(days).toEqual([{ registered: 1 }, { registered: 1 }])

  // What cannot be stored, however often it is tried, uses no numbers.
  const handled = step(registering(0, BENEFITS[1]))
  await house.commit([handled], START)
  const refused = async (again: Step, because: string) => {
    const many = [step(registering(0, BENEFITS[1])), again]
    for (const _ of [1, 2]) await expect(house.commit(many, START)).rejects.toThrow(because)
  }
  await refused({ ...step({}), incoming: handled.incoming }, "moved on")
  await sql`alter table handled_update add constraint full_disk check (update_key <> 'full') not valid`.execute(
    db,
  )
  const full = step({})
  await refused({ ...full, incoming: { ...full.incoming, updateKey: "full" } }, "full_disk")
  await house.commit([step(registering(0, BENEFITS[1]))], START)
  const numbers = await db.selectFrom("initiative").select("number").orderBy("number").execute()
  expect(numbers.map(({ number }) => Number(number))).toEqual([1, 2, 3, 4])

  // Two officers merge the two crosswise at once: one is left.
  const [one = "", other = ""] = (
    await db.selectFrom("initiative").select("id").where("number", "<=", "2").orderBy("number").execute()
  ).map(({ id }) => id)
  const merged = async (id: string, into: string, account: string) => {
    const change = { do: "judge", verdict: "duplicate", initiatives: [{ id }], into, personId } as const
    return await house.commit([step({ changes: [change] }, account)], START + HOUR_MS)
  }
  const outcomes = await Promise.allSettled([merged(one, other, "web:an"), merged(other, one, "web:chi")])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"])
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(Conflict) })
  const left = await db.selectFrom("initiative").select("id").where("status", "=", "registered").execute()
  expect(left).toHaveLength(3)
  expect(await checkCounters(fresh.db, ZONE)).toEqual([])
})
