import { formatLocal } from "../clock.ts"
import type { RunningCampaign } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { HonourDialogue } from "../conversation/dialogue.ts"
import { isCalledSo, personMeant } from "../conversation/person-meant.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { given } from "../given.ts"
import { initiativeCode, readCode } from "../intake/code.ts"
import { type SpokenChoices, spoken } from "../messages/choice.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { openDesk, usualUnit } from "../people/office.ts"
import { isOfficer, mayAct, type UnitRef } from "../people/role.ts"
import { type PeriodAsk, planTally, TallyError } from "../tally/plan.ts"
import { tallyWishes } from "../tally/several.ts"
import { parseChoice } from "../text/choice.ts"
import { truncate } from "../text/cut.ts"
import { formatMoney } from "../text/money.ts"
import { type Entry, factsOf, type HonourFacts, honourLists, readDropped } from "./honour.ts"

/** What is honoured: a unit's period, or one person's, without what the officer left out. */
type Wish = Pick<HonourDialogue, "unitId" | "period" | "dropped" | "who">

const TITLE_LENGTH = 90
const CHOICES: SpokenChoices = [
  { key: "choice-send-group" },
  { key: "choice-change-list" },
  { key: "choice-leave" },
]

/** "top 3 người nhiều nhất": whom the lists begin with anyway. */
const THE_BEST =
  /^(?:top \d+|\d+)?\s*(?:(?:người|nguoi|đơn vị|don vi|tác giả|tac gia|ai|cá nhân|ca nhan)\s+)?(?:(?:có|co|nộp|nop|đăng ký|dang ky)\s+)?(?:nhiều|nhieu)(?: sáng kiến| sang kien)? (?:nhất|nhat)\s*/iu
/** "tập thể, cá nhân xuất sắc tháng này": both lists are of these. */
const THE_OUTSTANDING =
  /^(?:(?:các|cac|những|nhung|và|va|tập thể|tap the|cá nhân|ca nhan|tác giả|tac gia|đơn vị|don vi|người|nguoi|gương|guong|điển hình|dien hinh|sáng kiến|sang kien)[\s,]+)+(?:xuất sắc|xuat sac|tiêu biểu|tieu bieu|nổi bật|noi bat|tốt nhất|tot nhat)(?:\s+nhất|\s+nhat)?\s*/iu
/** So many people are looked through for the one that is named. */
const MOST_LOOKED_AT = 5_000

/** "vinh danh [tuần|tháng|giai đoạn] [đơn vị|người]": a draft of the honour lists, to be posted to the unit's own groups. */
export async function honour(turn: Turn, rest: string): Promise<Decision> {
  const { moment } = turn
  const { campaign, person } = turn.context
  if (!isOfficer(person)) return answer(turn, "officers-only")
  if (campaign === undefined) return answer(turn, "no-campaign")
  const calendar = { campaign: campaign.campaign, now: moment.now, zone: moment.timeZone }
  const named = rest.replace(THE_BEST, "").replace(THE_OUTSTANDING, "")
  const [wish, ...others] = tallyWishes(named, calendar, await turn.reads.units())
  if (others.length > 0) {
    return answer(turn, "honour-one-by-one", { first: `${wish.period} ${wish.unit}`.trim() })
  }
  if (readCode(rest) !== undefined) return answer(turn, "honour-how")
  const who = await personMeant(turn, wish.unit)
  const usual = usualUnit(person)
  if (who !== undefined && turn.context.chat.kind === "private" && usual !== undefined) {
    const period: PeriodAsk = wish.period === "" ? { period: "phase", at: moment.now } : wish.ask
    return await draft(turn, campaign, { unitId: usual.id, period, dropped: [], who })
  }
  const said = rest.slice(0, rest.length - wish.unit.length).trim()
  const again = (code: string) => `vinh danh ${said} ${code}`
  const desk = await openDesk(turn, wish.unit, again)
  if ("decision" in desk) return desk.decision
  const unitId = wish.unit === "" ? usualUnit(person)?.id : desk.unitIds[0]
  if (unitId === undefined) return answer(turn, "officers-only")
  return await draft(turn, campaign, { unitId, period: wish.ask, dropped: [] })
}

/** The answer to a draft, or what is to be left out of it; undefined when the words are neither. */
export async function answerHonour(turn: Turn, dialogue: HonourDialogue): Promise<Decision | undefined> {
  const { written, moment, reads } = turn
  const { campaign, person } = turn.context
  const unit = await reads.unit(dialogue.unitId)
  // Rights may have been withdrawn between the draft and the answer.
  if (campaign === undefined || person === undefined || !unit || !mayAct(person.grants, "officer", unit)) {
    return { dialogue: null, ...answer(turn, "officers-only") }
  }
  if (dialogue.step === "honour_change") {
    const looked = await look(campaign, dialogue, turn)
    const dropped = readDropped(written.text, looked?.entries ?? [])
    if (dropped === undefined) return undefined
    const { unitId, period, who } = dialogue
    const left = [...dialogue.dropped, ...dropped]
    return await draft(turn, campaign, { unitId, period, dropped: left, ...given({ who }) })
  }
  switch (parseChoice(written.text, spoken(CHOICES))) {
    case 1:
      return await send(turn, campaign, dialogue, unit)
    case 2:
      return {
        dialogue: { ...dialogue, step: "honour_change", ask: moment.newId(), askedAt: moment.now },
        ...answer(turn, "honour-change-how"),
      }
    case 3:
      return { dialogue: null, ...answer(turn, "dialogue-left") }
    default:
      return undefined
  }
}

/** The question that waits, once more. */
export async function repeatHonour(turn: Turn, dialogue: HonourDialogue): Promise<Decision> {
  const { context } = turn
  if (dialogue.step === "honour_change") return answer(turn, "honour-change-how")
  if (context.campaign === undefined) return answer(turn, "no-campaign")
  return await draft(turn, context.campaign, dialogue)
}

type Looked = { readonly facts: HonourFacts; readonly entries: readonly Entry[]; readonly title: Phrase }

/** The lists as they were at the end of the period; undefined before the campaign. */
async function look(
  campaign: RunningCampaign,
  { unitId, period, dropped, who }: Wish,
  { moment, reads, context }: Turn,
): Promise<Looked | undefined> {
  const isNamed = context.isCampaignNamed === true
  try {
    const { from, to } = planTally(campaign.campaign, period, moment.timeZone)
    const unit = await reads.unit(unitId)
    const most = who === undefined ? undefined : MOST_LOOKED_AT
    const all = await reads.honours({
      campaignId: campaign.id,
      unitId,
      span: { from, to },
      ...given({ most }),
    })
    const facts = who === undefined ? all : factsOf(all, (name) => isCalledSo(name, who))
    const on = (at: number) => formatLocal(at, moment.timeZone, "date")
    // A period ends before its last instant: at midnight it is the day before.
    const args = {
      unit: unit?.name ?? "",
      from: on(from),
      to: on(to - 1),
      named: isNamed ? "yes" : "no",
      campaign: campaign.campaign.shortName,
    }
    return { facts, entries: honourLists(facts, dropped), title: { key: "honour-title", args } }
  } catch (error) {
    if (error instanceof TallyError) return undefined
    throw error
  }
}

async function draft(turn: Turn, campaign: RunningCampaign, wish: Wish): Promise<Decision> {
  const { moment } = turn
  const { unitId, period, dropped, who } = wish
  const looked = await look(campaign, wish, turn)
  if (looked === undefined || looked.entries.length === 0) {
    const none = who === undefined ? answer(turn, "honour-none") : answer(turn, "honour-none-of", { who })
    return { dialogue: null, ...none }
  }
  const ask = moment.newId()
  const { uncompared } = looked.facts
  return {
    dialogue: { step: "honour", ask, askedAt: moment.now, unitId, period, dropped, ...given({ who }) },
    say: [
      reply(turn, {
        phrases: [
          { key: "honour-draft" },
          ...listPhrases(looked),
          ...(who === undefined ? [{ key: "honour-rules" }] : []),
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
  turn: Turn,
  campaign: RunningCampaign,
  dialogue: HonourDialogue,
  unit: UnitRef,
): Promise<Decision> {
  const { context, moment, reads } = turn
  const looked = await look(campaign, dialogue, turn)
  if (looked === undefined || looked.entries.length === 0 || context.person === undefined) {
    return { dialogue: null, ...answer(turn, "honour-none") }
  }
  // The unit's own groups stand before those below it.
  const { groups } = await reads.groups([unit.id], 1)
  const own = groups.filter((group) => group.unit.id === unit.id && group.state === "open")
  if (own.length === 0) {
    return answer(turn, "honour-no-group", { unit: unit.name })
  }
  const phrases = [...listPhrases(looked), { key: "honour-thanks" }]
  const posts = own.map(
    ({ chat, bot }): OutboxDraft => ({
      chat,
      bot,
      kind: "post",
      content: { phrases },
      dueAt: moment.now,
      dedupeKey: `honour:${dialogue.ask}:${chat}`,
    }),
  )
  const initiatives = looked.entries.flatMap((entry) =>
    entry.list === "breakthroughs" ? [entry.breakthrough.number] : [],
  )
  return {
    dialogue: null,
    changes: [{ do: "honour", unitId: unit.id, initiatives, personId: context.person.id }],
    say: [reply(turn, { phrases: [{ key: "honour-sent", args: { count: own.length } }] }), ...posts],
  }
}
