import { type Kysely, sql } from "kysely"
import { phaseAt } from "../../core/campaign/campaign.ts"
import type { StoredCampaign } from "../../core/campaign/operator-store.ts"
import { targets } from "../../core/campaign/target.ts"
import { childrenOf, unitTree, unitView } from "../../core/campaign/unit.ts"
import type { AccountId, ChatId } from "../../core/channel.ts"
import { localDate } from "../../core/clock.ts"
import type { RunningCampaign } from "../../core/conversation/context.ts"
import { REGISTRATION_STEPS, type RegistrationDialogue } from "../../core/conversation/dialogue.ts"
import type { Reads } from "../../core/conversation/reads.ts"
import { readScores, type ScoreSource } from "../../core/emulation/read.ts"
import { behind } from "../../core/export/record-sheet.ts"
import { given } from "../../core/given.ts"
import { readProgress } from "../../core/tally/progress.ts"
import { readTallies, type TallySource } from "../../core/tally/read.ts"
import { listCampaigns } from "../campaign/campaign.ts"
import { setTargetsOn } from "../campaign/target.ts"
import { listUnits, storedUnits, unitsRevision } from "../campaign/unit.ts"
import { fileReads } from "../file/file.ts"
import { coAuthorReads } from "../ideas/co-author.ts"
import { historyReads } from "../ideas/history.ts"
import { honours } from "../ideas/honour.ts"
import { ideaReads } from "../ideas/ideas.ts"
import { initiativeReads } from "../ideas/initiative.ts"
import type { TitleStocks } from "../ideas/title-stock.ts"
import { operatorStore } from "../operator-store.ts"
import { officersOf } from "../outbox/notice.ts"
import { accountCode, wrongCodes } from "../people/account.ts"
import { requestReads } from "../people/data-request.ts"
import { invitation } from "../people/invitation.ts"
import { officeReads } from "../people/office.ts"
import { personalData } from "../people/personal-data.ts"
import { reminderField } from "../reminder/field.ts"
import { reminderReads } from "../reminder/reminder.ts"
import { reviewReads } from "../review/review.ts"
import type { Database } from "../schema.ts"
import { recordsByBenefit } from "../tally/by-benefit.ts"
import { exportReads, sectorCounts } from "../tally/export.ts"
import { countParticipants } from "../tally/participants.ts"
import { tallyRecords } from "../tally/record.ts"
import { groupReads } from "./group.ts"
import { loadUnits } from "./known-unit.ts"
import { ofRevision, remembered } from "./memory.ts"

/** What the conversation's side of the house looks up, with a short memory for what rarely changes. */
export type ConversationReads = Reads & {
  /** The running campaign of a federation, or of the only one there is. */
  campaignFor(federationId: string | undefined, now: number): Promise<RunningCampaign | undefined>
  /** This process has stored a change: whoever asks next is told what is so now. Another one may lag by a second. */
  forget(): void
}

/** Reads on PostgreSQL; what only the house knows comes by `options`. `now` only ages the memory. */
export function conversationReads(
  db: Kysely<Database>,
  options: {
    readonly timeZone: string
    readonly now: () => number
    readonly hashCode: (code: string) => string
    readonly newCode: () => string
    readonly entrance: Reads["entrance"]
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
  const source: TallySource & ScoreSource = {
    scoreFacts: whole.scoreFacts,
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

  /** The goal of the phase in force, split over the tree of that day; undefined outside any phase. */
  const phaseTargets = async ({ id, campaign, federation }: RunningCampaign, now: number) => {
    const today = localDate(now, timeZone)
    const phase = phaseAt(campaign, today)
    if (phase === undefined) return undefined
    const tree = unitTree(await unitsOn(today))
    const set = await setOn(`${id} ${today}`)
    const assigned = set.assigned.get(phase.code)
    const sharers = { tree, rootId: federation.id, base: campaign.quota.base }
    const split = targets(sharers, phase.goal, assigned)
    return { phase, tree, split, set }
  }

  return {
    units: async () => (await units()).list,
    unit: async (id) => (await units()).byId.get(id),
    unitsBelow: async (unitId, now) => {
      const tree = unitTree(await unitsOn(localDate(now, timeZone)))
      const unit = tree.byId.get(unitId)
      const below = childrenOf(tree, unitId).filter(({ state }) => state === "open")
      return unit && { whole: unitView(tree, unit), below: below.map((each) => unitView(tree, each)) }
    },
    hasSubUnits: async (unitId) => (await units()).parents.has(unitId),
    registrationElsewhere: async (account, chat) => {
      const found = await db
        .selectFrom("conversation")
        .leftJoin("chat", "chat.id", "conversation.chat_id")
        .select(["chat_id", "account_id", "version", "dialogue", "unit_id"])
        .where("account_id", "in", (with_) =>
          with_
            .selectFrom("account as mine")
            .innerJoin("account as same", (join) =>
              join.on((on) =>
                on.or([
                  on("same.id", "=", on.ref("mine.id")),
                  on("same.person_id", "=", on.ref("mine.person_id")),
                ]),
              ),
            )
            .select("same.id")
            .where("mine.id", "=", account)
            // Of whoever was asked to agree for the first time no account is kept yet.
            .unionAll(db.selectNoFrom(sql<string>`${account}::text`.as("id"))),
        )
        .where("chat_id", "<>", chat)
        .where(sql<string>`dialogue ->> 'step'`, "in", REGISTRATION_STEPS)
        .orderBy("updated_at", "desc")
        .limit(1)
        .executeTakeFirst()
      if (found === undefined) return undefined
      // What stands there was written by us, in the form that its step tells.
      const dialogue = found.dialogue as RegistrationDialogue
      const unit = found.unit_id === null ? undefined : (await units()).byId.get(found.unit_id)
      return {
        chat: found.chat_id as ChatId,
        account: found.account_id as AccountId,
        version: found.version,
        dialogue,
        unit,
      }
    },
    ...initiativeReads(db),
    ...historyReads(db),
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
    invitation: async (codeHash) => await invitation(db, codeHash, async () => (await units()).roots[0]),
    phaseTarget: async (running, unitId, now) =>
      (await phaseTargets(running, now))?.split.get(unitId)?.target ?? undefined,
    targetOf: async (running, unitId, now) => {
      const found = await phaseTargets(running, now)
      if (found === undefined) return undefined
      const { phase, tree, split, set } = found
      return {
        phase,
        target: split.get(unitId)?.target ?? null,
        assigned: set.assigned.get(phase.code)?.get(unitId),
        pledged: set.pledged.get(phase.code)?.get(unitId),
        below: childrenOf(tree, unitId)
          .filter(({ state }) => state === "open")
          .map((child) => ({
            code: child.code,
            name: child.name,
            target: split.get(child.id)?.target ?? null,
          })),
      }
    },
    unitHistory: async () => await storedUnits(db),
    honours: async (ask) => await honours(db, ask),
    tallyRecords: async (campaign, unitId, { span, ...ask }) => {
      const where = await behind(source, storedOf(campaign), { unitId, span, zone: timeZone })
      return await tallyRecords(db, { ...where, ...ask })
    },
    byBenefit: async (campaign, unitId, { span, ...ask }) => {
      const where = await behind(source, storedOf(campaign), { unitId, span, zone: timeZone })
      return await recordsByBenefit(db, { ...where, ...ask })
    },
    participants: async (campaign, unitId, span) =>
      await countParticipants(db, await behind(source, storedOf(campaign), { unitId, span, zone: timeZone })),
    scores: async (campaign, ask, whose) =>
      await readScores(source, storedOf(campaign), { ...ask, zone: timeZone }, whose),
    scoreRecords: async (campaign, unitId, ask) => {
      const where = await behind(source, storedOf(campaign), { unitId, span: ask.span, zone: timeZone })
      return await whole.scoreRecords({ ...ask, ...where })
    },
    sectors: async (campaign, unitId, span) => {
      const { campaignId, unitIds } = await behind(source, storedOf(campaign), {
        unitId,
        span,
        zone: timeZone,
      })
      return await sectorCounts(db, { campaignId, unitIds, total: span, delta: span })
    },
    progress: async (campaign, unitId, now) =>
      await readProgress({ ...source, sumSpans: some.sumSpans }, storedOf(campaign), unitId, {
        at: now,
        zone: timeZone,
      }),
    tally: async (campaign, unitId, ask) => {
      const [reading] = await readTallies(source, storedOf(campaign), { ...ask, zone: timeZone }, [unitId])
      if (reading === undefined) throw new Error(`No tally came back for unit ${unitId}.`)
      return reading
    },
    ...reminderReads(db),
    reminderField: async (campaign, unitId, now, within) =>
      await reminderField(db, storedOf(campaign), unitId, { now, timeZone, ...given({ within }) }),
    hashCode: options.hashCode,
    newCode: options.newCode,
    entrance: options.entrance,
    campaigns: async (federationId) => {
      const federation = (await units()).byId.get(federationId)
      const known = (await campaigns()).filter((campaign) => campaign.federationId === federationId)
      return federation === undefined ? [] : known.map(({ id, campaign }) => ({ id, federation, campaign }))
    },
    forget: () => revision.forget(),
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
