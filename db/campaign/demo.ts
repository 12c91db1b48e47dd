import type { Kysely } from "kysely"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import { DEMO_ROOT, demoCampaign, demoUnits } from "../../core/campaign/demo.ts"
import { localDate } from "../../core/clock.ts"
import { newId } from "../id.ts"
import type { Database } from "../schema.ts"
import { inTransaction } from "../transaction.ts"
import { applyCampaign } from "./campaign.ts"
import { importUnits } from "./unit.ts"

/** Whom and what the demo federation shows in the web chat. */
export type DemoCast = {
  readonly bot: string
  readonly groups: readonly { readonly id: string; readonly name: string }[]
}

/** The demo federation: units, a campaign about "today", an officer, somebody of a support team, and two linked groups. */
export async function makeDemo(
  db: Kysely<Database>,
  { bot, groups }: DemoCast,
  zone: string,
  now: number,
): Promise<void> {
  const today = localDate(now, zone)
  await importUnits(db, demoUnits(today), { dryRun: false, now, zone })
  await applyCampaign(db, checkCampaign(demoCampaign(today)), now)
  const dung = { account: "web:dung", name: "Trần Thị Dung", unitCode: "KCN-01", role: "support" } as const
  const chi = { account: "web:chi", name: "Lê Kim Chi", unitCode: DEMO_ROOT, role: "officer" } as const
  for (const person of [dung, chi]) await addDemoPerson(db, person, now)
  const units = { tng: "KCN-01", tinh: DEMO_ROOT }
  for (const [id, unitCode] of Object.entries(units)) {
    const title = groups.find((group) => group.id === id)?.name ?? id
    await addDemoGroup(db, { chat: `web:${id}`, bot, title, unitCode }, now)
  }
}

/** Makes a person of the demo with an account, a role and a unit, unless the account is known. */
export async function addDemoPerson(
  db: Kysely<Database>,
  person: {
    readonly account: string
    readonly name: string
    readonly unitCode: string
    readonly role: "officer" | "support"
  },
  now: number,
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const unit = await trx
      .selectFrom("unit")
      .select("id")
      .where("code", "=", person.unitCode)
      .executeTakeFirstOrThrow()
    const known = await trx
      .selectFrom("account")
      .select("id")
      .where("id", "=", person.account)
      .executeTakeFirst()
    if (known !== undefined) return
    const id = newId()
    const at = new Date(now)
    await trx
      .insertInto("person")
      .values({ id, name: person.name, unit_id: unit.id, created_at: at })
      .execute()
    await trx
      .insertInto("account")
      .values({ id: person.account, person_id: id, name: person.name, created_at: at })
      .execute()
    await trx
      .insertInto("role_grant")
      .values({ id: newId(), person_id: id, unit_id: unit.id, role: person.role, granted_at: at })
      .execute()
  })
}

/** Links a group to a unit, as an officer would. */
export async function addDemoGroup(
  db: Kysely<Database>,
  group: { readonly chat: string; readonly bot: string; readonly title: string; readonly unitCode: string },
  now: number,
): Promise<void> {
  const unit = await db
    .selectFrom("unit")
    .select("id")
    .where("code", "=", group.unitCode)
    .executeTakeFirstOrThrow()
  await db
    .insertInto("chat")
    .values({
      id: group.chat,
      bot_id: group.bot,
      kind: "group",
      title: group.title,
      unit_id: unit.id,
      linked_at: new Date(now),
      created_at: new Date(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
