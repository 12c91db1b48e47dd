import type { Kysely } from "kysely"
import { phaseAt } from "../core/campaign/campaign.ts"
import type { StoredCampaign } from "../core/campaign/operator-store.ts"
import { targets } from "../core/campaign/target.ts"
import { unitTree } from "../core/campaign/unit.ts"
import { type LocalDate, localDate } from "../core/clock.ts"
import type { RunningCampaign } from "../core/conversation/context.ts"
import type { InitiativeView, InvitationView, Reads } from "../core/conversation/reads.ts"
import type { SearchableUnit } from "../core/intake/unit-search.ts"
import type { Role, UnitRef } from "../core/people/role.ts"
import { readTallies } from "../core/tally/read.ts"
import { listCampaigns } from "./campaign.ts"
import { coAuthorReads } from "./co-author.ts"
import { ideaReads } from "./ideas.ts"
import { operatorStore } from "./operator-store.ts"
import { personalData } from "./personal-data.ts"
import { reminderField, reminderReads } from "./reminder.ts"
import { reviewReads } from "./review.ts"
import type { Database } from "./schema.ts"
import { listUnits } from "./unit.ts"

/** How long units, headcounts and campaigns are remembered: they change by hand, a few times a day. */
const REMEMBER_MS = 1_000

/** What the conversation's side of the house looks up, with a short memory for what rarely changes. */
export type ConversationReads = Reads & {
  /** The running campaign of a federation, or of the only one there is. */
  campaignFor(federationId: string | undefined, now: number): Promise<RunningCampaign | undefined>
}

/** Reads on PostgreSQL. `now` only ages the memory; `codes` makes and hashes invitation codes. */
export function conversationReads(
  db: Kysely<Database>,
  options: {
    readonly timeZone: string
    readonly now: () => number
    readonly hashCode: (code: string) => string
    readonly newCode: () => string
  },
): ConversationReads {
  const { timeZone } = options
  const units = remembered(options.now, async () => await loadUnits(db))
  const campaigns = remembered(options.now, async () => await listCampaigns(db))
  const phaseTargets = new Map<
    string,
    { readonly at: number; readonly targets: Promise<Map<string, number>> }
  >()

  const targetsOf = (campaign: StoredCampaign, today: LocalDate): Promise<Map<string, number>> => {
    const key = `${campaign.id} ${today}`
    const known = phaseTargets.get(key)
    if (known !== undefined && options.now() - known.at < REMEMBER_MS) return known.targets
    const fresh = loadTargets(db, campaign, today)
    phaseTargets.clear()
    phaseTargets.set(key, { at: options.now(), targets: fresh })
    return fresh
  }

  const storedOf = (running: RunningCampaign): StoredCampaign => ({
    id: running.id,
    unitId: running.federation.id,
    federationId: running.federation.id,
    campaign: running.campaign,
  })

  return {
    units: async () => (await units()).list,
    unit: async (id) => (await units()).byId.get(id),
    hasSubUnits: async (unitId) => (await units()).parents.has(unitId),
    initiative: async (number) =>
      (await initiatives(db, (query) => query.where("number", "=", String(number))))[0],
    initiativesOf: async (personId, limit) => {
      const newest = await initiatives(db, (query) =>
        query.where("author_id", "=", personId).orderBy("number", "desc").limit(limit),
      )
      if (newest.length < limit) return { total: newest.length, newest }
      const { total } = await db
        .selectFrom("initiative")
        .select((eb) => eb.fn.countAll<string>().as("total"))
        .where("author_id", "=", personId)
        .executeTakeFirstOrThrow()
      return { total: Number(total), newest }
    },
    ...reviewReads(db),
    personalData: async (personId) => await personalData(db, personId),
    ...ideaReads(db),
    ...coAuthorReads(db),
    invitation: async (codeHash) => await invitation(db, codeHash, async () => (await units()).roots[0]),
    phaseTarget: async (campaign, unitId, now) =>
      (await targetsOf(storedOf(campaign), localDate(now, timeZone))).get(unitId),
    tally: async (campaign, unitId, period, at) => {
      const [reading] = await readTallies(
        operatorStore(db, timeZone),
        storedOf(campaign),
        { period, at, zone: timeZone },
        [unitId],
      )
      if (reading === undefined) throw new Error(`No tally came back for unit ${unitId}.`)
      return reading
    },
    ...reminderReads(db),
    reminderField: async (campaign, unitId, now) =>
      await reminderField(db, storedOf(campaign), unitId, { now, timeZone }),
    hashCode: options.hashCode,
    newCode: options.newCode,
    campaignFor: async (federationId, now) => {
      const today = localDate(now, timeZone)
      const known = (await campaigns()).filter(
        (campaign) => federationId === undefined || campaign.federationId === federationId,
      )
      const running = known.find(({ campaign }) => campaign.startsOn <= today && today <= campaign.endsOn)
      const begun = known.find(({ campaign }) => campaign.startsOn <= today)
      const chosen = running ?? begun ?? known.at(-1)
      const federation = chosen === undefined ? undefined : (await units()).byId.get(chosen.unitId)
      if (chosen === undefined || federation === undefined) return undefined
      return { id: chosen.id, federation, campaign: chosen.campaign }
    },
  }
}

type KnownUnits = {
  readonly list: readonly (SearchableUnit & UnitRef)[]
  readonly byId: ReadonlyMap<string, UnitRef>
  readonly parents: ReadonlySet<string>
  readonly roots: readonly UnitRef[]
}

async function loadUnits(db: Kysely<Database>): Promise<KnownUnits> {
  const rows = await db
    .selectFrom("unit")
    .select(["id", "code", "name", "name_key as nameKey", "path"])
    .orderBy("created_at")
    .orderBy("code")
    .execute()
  return {
    list: rows,
    byId: new Map(rows.map((row) => [row.id, row])),
    parents: new Set(rows.flatMap((row) => row.path.at(-2) ?? [])),
    roots: rows.filter((row) => row.path.length === 1),
  }
}

async function loadTargets(
  db: Kysely<Database>,
  stored: StoredCampaign,
  today: LocalDate,
): Promise<Map<string, number>> {
  const { campaign } = stored
  const phase = phaseAt(campaign, today)
  if (phase === undefined) return new Map()
  const tree = unitTree(await listUnits(db, today))
  const found = new Map<string, number>()
  for (const [unitId, { target }] of targets(tree, stored.unitId, phase.goal, campaign.quota.base)) {
    if (target !== null) found.set(unitId, target)
  }
  return found
}

type InitiativeQuery = ReturnType<typeof selectInitiatives>

function selectInitiatives(db: Kysely<Database>) {
  return db
    .selectFrom("initiative")
    .innerJoin("unit", "unit.id", "initiative.unit_id")
    .select([
      "initiative.id",
      "initiative.number",
      "initiative.title",
      "initiative.status",
      "initiative.author_id",
      "initiative.submitter_id",
      "initiative.author_name",
      "initiative.created_at",
      "unit.id as unit_id",
      "unit.code as unit_code",
      "unit.name as unit_name",
      "unit.path as unit_path",
    ])
}

async function initiatives(
  db: Kysely<Database>,
  narrow: (query: InitiativeQuery) => InitiativeQuery,
): Promise<readonly InitiativeView[]> {
  const rows = await narrow(selectInitiatives(db)).execute()
  return rows.map((row) => ({
    id: row.id,
    number: Number(row.number),
    title: row.title,
    status: row.status,
    unit: { id: row.unit_id, code: row.unit_code, name: row.unit_name, path: row.unit_path },
    authorId: row.author_id ?? undefined,
    submitterId: row.submitter_id ?? undefined,
    authorName: row.author_name,
    createdAt: row.created_at.getTime(),
  }))
}

async function invitation(
  db: Kysely<Database>,
  codeHash: string,
  root: () => Promise<UnitRef | undefined>,
): Promise<InvitationView | undefined> {
  const row = await db
    .selectFrom("invitation")
    .leftJoin("unit", "unit.id", "invitation.unit_id")
    .select([
      "invitation.id",
      "invitation.role",
      "invitation.expires_at",
      "invitation.used_at",
      "unit.id as unit_id",
      "unit.code",
      "unit.name",
      "unit.path",
    ])
    .where("code_hash", "=", codeHash)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { unit_id: id, code, name, path } = row
  const unit =
    id === null || code === null || name === null || path === null ? await root() : { id, code, name, path }
  if (unit === undefined) return undefined
  return {
    id: row.id,
    role: row.role as Role,
    unit,
    expiresAt: row.expires_at.getTime(),
    used: row.used_at !== null,
  }
}

/** `load`, remembered for a moment; callers that come meanwhile share one load. */
function remembered<T>(now: () => number, load: () => Promise<T>): () => Promise<T> {
  let known: { readonly at: number; readonly value: Promise<T> } | undefined
  return () => {
    if (known !== undefined && now() - known.at < REMEMBER_MS) return known.value
    const value = load()
    const fresh = { at: now(), value }
    known = fresh
    value.catch(() => {
      if (known === fresh) known = undefined
    })
    return value
  }
}
