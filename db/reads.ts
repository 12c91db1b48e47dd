import { type Kysely, sql } from "kysely"
import { phaseAt } from "../core/campaign/campaign.ts"
import type { StoredCampaign } from "../core/campaign/operator-store.ts"
import { successorOf } from "../core/campaign/reorganisation.ts"
import { targets } from "../core/campaign/target.ts"
import { childrenOf, unitTree } from "../core/campaign/unit.ts"
import type { UnitState } from "../core/campaign/unit-history.ts"
import type { ChatId } from "../core/channel.ts"
import { localDate } from "../core/clock.ts"
import type { RunningCampaign } from "../core/conversation/context.ts"
import { REGISTRATION_STEPS, type RegistrationDialogue } from "../core/conversation/dialogue.ts"
import type { InitiativeView, InvitationView, Reads } from "../core/conversation/reads.ts"
import { behind } from "../core/export/record-sheet.ts"
import type { SearchableUnit } from "../core/intake/unit-search.ts"
import type { Role, UnitRef } from "../core/people/role.ts"
import { readTallies, type TallySource } from "../core/tally/read.ts"
import { foldWords } from "../core/text/fold.ts"
import { accountCode, wrongCodes } from "./account.ts"
import { listCampaigns } from "./campaign.ts"
import { coAuthorReads } from "./co-author.ts"
import { requestReads } from "./data-request.ts"
import { exportReads } from "./export.ts"
import { fileReads, hashesOf, numberToldIn } from "./file.ts"
import { groupReads } from "./group.ts"
import { honours } from "./honour.ts"
import { ideaReads } from "./ideas.ts"
import { toView } from "./initiative.ts"
import { officersOf } from "./notice.ts"
import { officeReads } from "./office.ts"
import { operatorStore } from "./operator-store.ts"
import { personalData } from "./personal-data.ts"
import { tallyRecords } from "./record.ts"
import { reminderField, reminderReads } from "./reminder.ts"
import { reviewReads } from "./review.ts"
import type { Database } from "./schema.ts"
import { setTargetsOn } from "./target.ts"
import type { TitleStocks } from "./title-stock.ts"
import { listUnits, storedUnits, unitsRevision } from "./unit.ts"

/** How long it is taken for granted that no unit, headcount, target or campaign changed: they do a few times a day. */
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
    /** Where similar titles are looked for. */
    readonly titles: TitleStocks
    /** The same database for what touches a few rows by their keys. Default: `db`. */
    readonly byKey?: Kysely<Database>
  },
): ConversationReads {
  const { timeZone, byKey = db } = options
  const revision = remembered(options.now, async () => await unitsRevision(db))
  const units = ofRevision(revision, async () => await loadUnits(db))
  const campaigns = ofRevision(revision, async () => await listCampaigns(db))
  const unitsOn = ofRevision(revision, async (day) => await listUnits(db, day))
  const setOn = ofRevision(revision, async (key) => {
    const [campaignId = "", day = ""] = key.split(" ")
    return await setTargetsOn(db, campaignId, day)
  })
  const whole = operatorStore(db, timeZone)
  const some = operatorStore(byKey, timeZone)
  // Of a unit and those below it: to plan the statement took four times as long as to carry it out.
  const counting = (unitIds: readonly string[] | undefined) => (unitIds === undefined ? whole : some)
  const source: TallySource = {
    countSpans: (campaignId, spans, unitIds) => counting(unitIds).countSpans(campaignId, spans, unitIds),
    corrections: (campaignId, span, unitIds) => counting(unitIds).corrections(campaignId, span, unitIds),
    units: unitsOn,
    setTargets: (campaignId: string, day: string) => setOn(`${campaignId} ${day}`),
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
    registrationElsewhere: async (account, chat) => {
      const found = await db
        .selectFrom("conversation")
        .leftJoin("chat", "chat.id", "conversation.chat_id")
        .select(["chat_id", "version", "dialogue", "unit_id"])
        .where("account_id", "=", account)
        .where("chat_id", "<>", chat)
        .where(sql<string>`dialogue ->> 'step'`, "in", REGISTRATION_STEPS)
        .orderBy("updated_at", "desc")
        .limit(1)
        .executeTakeFirst()
      if (found === undefined) return undefined
      // What stands there was written by us, in the form that its step tells.
      const dialogue = found.dialogue as RegistrationDialogue
      const unit = found.unit_id === null ? undefined : (await units()).byId.get(found.unit_id)
      return { chat: found.chat_id as ChatId, version: found.version, dialogue, unit }
    },
    initiative: async (number) =>
      (await initiatives(db, (query) => query.where("number", "=", String(number))))[0],
    initiativesOf: async (personId, limit) => await newestOf(db, madeBy(personId), limit),
    handedInBy: async (personId, limit) => await newestOf(db, handedInBy(personId), limit),
    ...reviewReads(db),
    ...groupReads(db),
    ...officeReads(db),
    ...requestReads(db),
    officersFor: async (unitId) => await officersOf(db, unitId, undefined),
    accountCode: async (codeHash, now) => await accountCode(db, codeHash, now),
    wrongCodes: async (account, since) => await wrongCodes(db, account, since),
    personalData: async (personId) => await personalData(db, personId),
    ...ideaReads(db, options.titles),
    ...coAuthorReads(db),
    ...exportReads(db),
    ...fileReads(db),
    isNamedByOthers: async (name) => {
      const found = await db
        .selectFrom("initiative")
        .select("id")
        .where("author_name", "=", name)
        .where("author_id", "is", null)
        .where("submitter_id", "is not", null)
        .where("status", "<>", "withdrawn")
        .limit(1)
        .executeTakeFirst()
      return found !== undefined
    },
    unclaimed: async (unitId, name) =>
      (
        await initiatives(db, (query) =>
          query
            .where("unit_id", "=", unitId)
            .where("author_id", "is", null)
            .where("submitter_id", "is not", null)
            .where("initiative.status", "<>", "withdrawn")
            .where(sql<boolean>`char_length(author_name) = ${name.length}`)
            // Whoever said that it is not theirs is not asked again.
            .where(sql<boolean>`not exists (select from initiative_event as event
              where event.initiative_id = initiative.id and event.kind = 'disowned')`)
            .orderBy("number", "desc")
            .limit(500),
        )
      ).filter(({ authorName }) => foldWords(authorName) === foldWords(name)),
    initiativeToldIn: async (chat, message) => {
      const number = await numberToldIn(db, chat, message)
      return number === undefined
        ? undefined
        : (await initiatives(db, (query) => query.where("number", "=", String(number))))[0]
    },
    askedFor: async (personId) =>
      await initiatives(db, (query) =>
        query
          .where("initiative.status", "=", "needs_more_info")
          .where((eb) => eb.or([eb("initiative.author_id", "=", personId), handedInBy(personId)]))
          .orderBy("number", "desc")
          .limit(2),
      ),
    initiativeWithFiles: async (id) => {
      const [initiative] = await initiatives(db, (query) => query.where("initiative.id", "=", id))
      return initiative && { initiative, hashes: await hashesOf(db, id) }
    },
    invitation: async (codeHash) => await invitation(db, codeHash, async () => (await units()).roots[0]),
    phaseTarget: async ({ id, campaign, federation }, unitId, now) => {
      const today = localDate(now, timeZone)
      const phase = phaseAt(campaign, today)
      if (phase === undefined) return undefined
      const tree = unitTree(await unitsOn(today))
      const set = await setOn(`${id} ${today}`)
      return (
        targets(tree, federation.id, phase.goal, campaign.quota.base, set.assigned.get(phase.code)).get(
          unitId,
        )?.target ?? undefined
      )
    },
    targetOf: async ({ id, campaign, federation }, unitId, now) => {
      const today = localDate(now, timeZone)
      const phase = phaseAt(campaign, today)
      if (phase === undefined) return undefined
      const tree = unitTree(await unitsOn(today))
      const set = await setOn(`${id} ${today}`)
      const assigned = set.assigned.get(phase.code)
      const split = targets(tree, federation.id, phase.goal, campaign.quota.base, assigned)
      return {
        phase,
        target: split.get(unitId)?.target ?? null,
        assigned: assigned?.get(unitId),
        pledged: set.pledged.get(phase.code)?.get(unitId),
        below: childrenOf(tree, unitId)
          .filter(({ state }) => state === "open")
          .map((child) => ({ name: child.name, target: split.get(child.id)?.target ?? null })),
      }
    },
    unitHistory: async () => await storedUnits(db),
    honours: async (ask) => await honours(db, ask),
    tallyRecords: async (campaign, unitId, { span, ...ask }) => {
      const where = await behind(source, storedOf(campaign), unitId, span, timeZone)
      return await tallyRecords(db, { ...where, ...ask })
    },
    tally: async (campaign, unitId, ask) => {
      const [reading] = await readTallies(source, storedOf(campaign), { ...ask, zone: timeZone }, [unitId])
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

/** Open units; the names of others that were merged into them, and their own former names, find them too. */
async function loadUnits(db: Kysely<Database>): Promise<KnownUnits> {
  const { rows } = await sql<UnitRef & { nameKey: string; state: UnitState; alsoKeys: string[] | null }>`
    select unit.id, code, unit.name, name_key as "nameKey", path, unit.state, other.keys as "alsoKeys"
    from unit
    left join (
      select unit_id, array_agg(key) as keys from (
        select unit_id, alias_key as key from unit_alias union select unit_id, name from unit_version
      ) as each group by unit_id
    ) as other on other.unit_id = unit.id
    order by created_at, code`.execute(db)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const also = new Map<string, Set<string>>()
  for (const row of rows) {
    const keys = [row.name, ...(row.alsoKeys ?? [])].map(foldWords)
    const owner = row.state === "open" ? row.id : successorOf(byId, row.id)
    if (owner === undefined) continue
    const known = also.get(owner) ?? new Set()
    also.set(owner, known)
    for (const key of keys) if (key !== byId.get(owner)?.nameKey) known.add(key)
  }
  const open = rows.filter((row) => row.state === "open")
  return {
    list: open.map(({ id, code, name, nameKey, path }) => ({
      id,
      code,
      name,
      nameKey,
      path,
      alsoKeys: [...(also.get(id) ?? [])],
    })),
    byId,
    parents: new Set(open.flatMap((row) => row.path.at(-2) ?? [])),
    roots: open.filter((row) => row.path.length === 1),
  }
}

/** As main author or as one who was agreed to stand beside them. */
function madeBy(personId: string) {
  return sql<boolean>`initiative.id in (
    select id from initiative where author_id = ${personId}
    union select initiative_id from co_author where person_id = ${personId} and state = 'accepted')`
}

/** As the index of what was submitted for others has it. */
function handedInBy(personId: string) {
  return sql<boolean>`(initiative.submitter_id = ${personId}
    and initiative.submitter_id is distinct from initiative.author_id)`
}

async function newestOf(db: Kysely<Database>, those: ReturnType<typeof madeBy>, limit: number) {
  const newest = await initiatives(db, (query) => query.where(those).orderBy("number", "desc").limit(limit))
  if (newest.length < limit) return { total: newest.length, newest }
  const { total } = await db
    .selectFrom("initiative")
    .select((eb) => eb.fn.countAll<string>().as("total"))
    .where(those)
    .executeTakeFirstOrThrow()
  return { total: Number(total), newest }
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
  return rows.map(toView)
}

async function invitation(
  db: Kysely<Database>,
  codeHash: string,
  root: () => Promise<UnitRef | undefined>,
): Promise<InvitationView | undefined> {
  const row = await db
    .selectFrom("invitation")
    .leftJoin("unit", "unit.id", "invitation.unit_id")
    .leftJoin("role_grant as handed", "handed.id", "invitation.hands_over")
    .select([
      "invitation.id",
      "invitation.role",
      "invitation.expires_at",
      "invitation.used_at",
      "handed.id as handed_id",
      "handed.person_id as handed_by",
      "handed.withdrawn_at as handed_ended",
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
    // What its giver has lost meanwhile cannot be handed over.
    used: row.used_at !== null || row.handed_ended !== null,
    ...(row.handed_id === null || row.handed_by === null
      ? {}
      : { handsOver: { grantId: row.handed_id, personId: row.handed_by } }),
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

/** `load`, remembered for each key as long as the revision stays; a handful of keys at a time. */
function ofRevision<T>(
  revision: () => Promise<string>,
  load: (key: string) => Promise<T>,
): (key?: string) => Promise<T> {
  let known: { readonly revision: string; readonly values: Map<string, Promise<T>> } | undefined
  return async (key = "") => {
    // Read before what it stands for, so that it is never newer.
    const current = await revision()
    if (known === undefined || known.revision !== current || known.values.size > MOST_REMEMBERED) {
      known = { revision: current, values: new Map() }
    }
    const { values } = known
    const value = values.get(key) ?? load(key)
    values.set(key, value)
    value.catch(() => values.delete(key))
    return await value
  }
}

const MOST_REMEMBERED = 8
