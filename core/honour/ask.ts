import type { Incoming } from "../channel.ts"
import { formatLocal } from "../clock.ts"
import type { Context, RunningCampaign } from "../conversation/context.ts"
import { answer, type Decision, type Moment, reply } from "../conversation/decision.ts"
import type { HonourDialogue } from "../conversation/dialogue.ts"
import type { Reads } from "../conversation/reads.ts"
import { initiativeCode } from "../intake/code.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { openDesk, usualUnit } from "../people/office.ts"
import { mayAct, type UnitRef } from "../people/role.ts"
import { isOfficer } from "../review/judge.ts"
import { readTallyWish } from "../tally/period.ts"
import { planTally, TallyError } from "../tally/tally.ts"
import { parseChoice } from "../text/choice.ts"
import { truncate } from "../text/fold.ts"
import { formatMoney } from "../text/money.ts"
import { type Entry, type HonourFacts, honourLists, readDropped } from "./honour.ts"

type Written = Pick<Incoming, "message" | "topic">
type Said = Written & { readonly text: string }
/** What is honoured: a unit's period, without what the officer left out. */
type Wish = Pick<HonourDialogue, "unitId" | "period" | "dropped">

const TITLE_LENGTH = 90
const CHOICES = [{ key: "choice-send-group" }, { key: "choice-change-list" }, { key: "choice-leave" }]

/** "vinh danh [tuần|tháng|giai đoạn] [đơn vị]": a draft of the honour lists, to be posted to the unit's own groups. */
export async function honour(
  context: Context,
  written: Written,
  rest: string,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const { campaign, person } = context
  if (!isOfficer(person)) return answer(context, written, moment, "officers-only")
  if (campaign === undefined) return answer(context, written, moment, "no-campaign")
  const wish = readTallyWish(rest, campaign.campaign, moment.now, moment.timeZone)
  const said = rest.slice(0, rest.length - wish.unit.length).trim()
  const again = (code: string) => `vinh danh ${said} ${code}`
  const desk = await openDesk(context, written, wish.unit, again, moment, reads)
  if ("decision" in desk) return desk.decision
  const unitId = wish.unit === "" ? usualUnit(person)?.id : desk.unitIds[0]
  if (unitId === undefined) return answer(context, written, moment, "officers-only")
  return await draft(context, written, campaign, { unitId, period: wish.ask, dropped: [] }, moment, reads)
}

/** The answer to a draft, or what is to be left out of it; undefined when the words are neither. */
export async function answerHonour(
  context: Context,
  dialogue: HonourDialogue,
  written: Said,
  moment: Moment,
  reads: Reads,
): Promise<Decision | undefined> {
  const { campaign, person } = context
  const unit = await reads.unit(dialogue.unitId)
  // Rights may have been withdrawn between the draft and the answer.
  if (campaign === undefined || person === undefined || !unit || !mayAct(person.grants, "officer", unit)) {
    return { dialogue: null, ...answer(context, written, moment, "officers-only") }
  }
  if (dialogue.step === "honour_change") {
    const looked = await look(campaign, dialogue, moment, reads)
    const dropped = readDropped(written.text, looked?.entries ?? [])
    if (dropped === undefined) return undefined
    const { unitId, period } = dialogue
    const wish = { unitId, period, dropped: [...dialogue.dropped, ...dropped] }
    return await draft(context, written, campaign, wish, moment, reads)
  }
  switch (parseChoice(written.text, ["Gửi nhóm", "Đổi danh sách", "Thôi"])) {
    case 1:
      return await send(context, written, campaign, dialogue, unit, moment, reads)
    case 2:
      return {
        dialogue: { ...dialogue, step: "honour_change", ask: moment.newId(), askedAt: moment.now },
        ...answer(context, written, moment, "honour-change-how"),
      }
    case 3:
      return { dialogue: null, ...answer(context, written, moment, "dialogue-left") }
    default:
      return undefined
  }
}

/** The question that waits, once more. */
export async function repeatHonour(
  context: Context,
  dialogue: HonourDialogue,
  written: Written,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  if (dialogue.step === "honour_change") return answer(context, written, moment, "honour-change-how")
  if (context.campaign === undefined) return answer(context, written, moment, "no-campaign")
  return await draft(context, written, context.campaign, dialogue, moment, reads)
}

type Looked = { readonly facts: HonourFacts; readonly entries: readonly Entry[]; readonly title: Phrase }

/** The lists as they were at the end of the period; undefined before the campaign. */
async function look(
  campaign: RunningCampaign,
  { unitId, period, dropped }: Wish,
  moment: Moment,
  reads: Reads,
): Promise<Looked | undefined> {
  try {
    const { from, to } = planTally(campaign.campaign, period, moment.timeZone)
    const unit = await reads.unit(unitId)
    const facts = await reads.honours({ campaignId: campaign.id, unitId, span: { from, to } })
    const on = (at: number) => formatLocal(at, moment.timeZone, "date")
    // A period ends before its last instant: at midnight it is the day before.
    const args = { unit: unit?.name ?? "", from: on(from), to: on(to - 1) }
    return { facts, entries: honourLists(facts, dropped), title: { key: "honour-title", args } }
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

async function draft(
  context: Context,
  written: Written,
  campaign: RunningCampaign,
  { unitId, period, dropped }: Wish,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const looked = await look(campaign, { unitId, period, dropped }, moment, reads)
  if (looked === undefined || looked.entries.length === 0) {
    return { dialogue: null, ...answer(context, written, moment, "honour-none") }
  }
  const ask = moment.newId()
  const { uncompared } = looked.facts
  return {
    dialogue: { step: "honour", ask, askedAt: moment.now, unitId, period, dropped },
    say: [
      reply(context, written, moment, {
        phrases: [
          { key: "honour-draft" },
          ...listPhrases(looked),
          { key: "honour-rules" },
          ...(uncompared === 0 ? [] : [{ key: "honour-uncompared", args: { count: uncompared } }]),
        ],
        choices: { ask, labels: CHOICES },
      }),
    ],
  }
}

/** What the groups read, numbered through so that an officer can name what is to be left out. */
function listPhrases({ entries, title }: Looked): readonly Phrase[] {
  const numbered = entries.map((entry, index) => ({ entry, number: index + 1 }))
  const most = numbered.filter(({ entry }) => entry.list !== "breakthroughs")
  const breakthroughs = numbered.filter(({ entry }) => entry.list === "breakthroughs")
  return [
    title,
    ...(most.length === 0 ? [] : [{ key: "honour-most" }, ...most.map(linePhrase)]),
    ...(breakthroughs.length === 0 ? [] : [{ key: "honour-breakthrough" }, ...breakthroughs.map(linePhrase)]),
  ]
}

function linePhrase({ entry, number }: { readonly entry: Entry; readonly number: number }): Phrase {
  if (entry.list === "breakthroughs") {
    const { title, unitName, authorName, benefit } = entry.breakthrough
    return {
      key: "honour-breakthrough-line",
      args: {
        number,
        code: initiativeCode(entry.breakthrough.number),
        title: truncate(title, TITLE_LENGTH),
        who: authorName === undefined ? unitName : `${authorName}, ${unitName}`,
        benefit: formatMoney(benefit),
      },
    }
  }
  const { name, unitName, recognized, registered } = entry.achiever
  const who = unitName === undefined ? name : `${name} (${unitName})`
  return { key: "honour-most-line", args: { number, who, recognized, registered } }
}

async function send(
  context: Context,
  written: Written,
  campaign: RunningCampaign,
  dialogue: HonourDialogue,
  unit: UnitRef,
  moment: Moment,
  reads: Reads,
): Promise<Decision> {
  const looked = await look(campaign, dialogue, moment, reads)
  if (looked === undefined || looked.entries.length === 0 || context.person === undefined) {
    return { dialogue: null, ...answer(context, written, moment, "honour-none") }
  }
  // The unit's own groups stand before those below it.
  const { groups } = await reads.groups([unit.id], 1)
  const own = groups.filter((group) => group.unit.id === unit.id && group.state === "open")
  if (own.length === 0) {
    return answer(context, written, moment, "honour-no-group", { unit: unit.name })
  }
  const phrases = [...listPhrases(looked), { key: "honour-thanks" }]
  const posts = own.map(
    ({ chat, bot }): OutboxDraft => ({
      ...{ chat, bot, kind: "post", content: { phrases }, dueAt: moment.now },
      dedupeKey: `honour:${dialogue.ask}:${chat}`,
    }),
  )
  const initiatives = looked.entries.flatMap((entry) =>
    entry.list === "breakthroughs" ? [entry.breakthrough.number] : [],
  )
  return {
    dialogue: null,
    changes: [{ do: "honour", unitId: unit.id, initiatives, personId: context.person.id }],
    say: [
      reply(context, written, moment, { phrases: [{ key: "honour-sent", args: { count: own.length } }] }),
      ...posts,
    ],
  }
}
