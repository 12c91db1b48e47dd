import { localDate } from "../clock.ts"
import type { Command, CommandName } from "../command/command.ts"
import { ABOUT_FIGURES } from "../command/figure-commands.ts"
import { given } from "../given.ts"
import { ownWordsAt } from "../reminder/read.ts"
import { quote } from "../text/cut.ts"
import { fold } from "../text/fold.ts"
import type { RunningCampaign } from "./context.ts"
import type { Decision } from "./decision.ts"
import type { Dialogue } from "./dialogue.ts"
import { says } from "./hint.ts"
import { alsoSaying } from "./kept-draft.ts"
import { answer, type Turn } from "./turn.ts"

/** These say whose figures they are when there are several; a changed goal says so itself. */
const SAYS_WHOSE: ReadonlySet<CommandName> = new Set([
  "progress",
  "ranking",
  "tally",
  "compare",
  "whoLags",
  "scores",
  "export",
])
/** These do so where they ask whether what they show is to be sent. */
const ASKS_WHOSE: ReadonlySet<CommandName> = new Set(["remind", "honour"])
const LEADS_TO_NAME = ["chuong trinh", "phong trao", "chien dich", "dot thi dua"]
const JOINS_NAME = /^(?:cua|trong|thuoc|o|ve|cho)$/
/** A shorter name is one of the words people say. */
const SHORTEST_NAME = 3

type Asked = (turn: Turn, command: Command) => Promise<Decision>

/**
 * Answers about the campaign that the words name, "tiến độ KCN chương trình 1 triệu sáng kiến": an ended one, or the older of two
 * that run side by side. Without a name it is the one that people register for, and the answer says so when others run.
 */
export async function ofNamedCampaign(turn: Turn, command: Command, carryOut: Asked): Promise<Decision> {
  const { campaign: usual } = turn.context
  if (usual === undefined || !ABOUT_FIGURES.has(command.name)) return await carryOut(turn, command)
  const all = await turn.reads.campaigns(usual.federation.id)
  if (all.length < 2) {
    const [only = usual] = all
    const named = namedIn(command, [only], LED_TO)
    if (named !== undefined) return await carryOut(turn, { ...command, rest: named.rest })
    const decision = await carryOut(turn, command)
    // Its name alone may as well be a unit's.
    const alone = says(decision, UNIT_UNKNOWN) ? namedIn(command, [only]) : undefined
    return alone === undefined
      ? orUnknownCampaign(turn, command, decision, all)
      : await carryOut(turn, { ...command, rest: alone.rest })
  }
  const named = namedIn(command, all)
  const campaign = named?.campaign ?? usual
  const decision =
    named === undefined
      ? await carryOut(turn, command)
      : about(
          campaign.id,
          await carryOut(
            { ...turn, context: { ...turn.context, campaign, isCampaignNamed: true } },
            { ...command, rest: named.rest },
          ),
        )
  const { dialogue } = decision
  if (dialogue?.step === "which_unit") {
    if (named === undefined) return decision
    const again = (text: string) => `${text} chương trình ${campaign.campaign.shortName}`
    const { offered, command: open } = dialogue
    return {
      ...decision,
      dialogue: {
        ...dialogue,
        offered: offered.map(again),
        ...given({ command: open && again(open) }),
      },
    }
  }
  if (named === undefined) {
    const unknown = orUnknownCampaign(turn, command, decision, all)
    if (unknown !== decision) return unknown
  }
  const saysWhose = SAYS_WHOSE.has(command.name) || (ASKS_WHOSE.has(command.name) && dialogue != null)
  return saysWhose ? sayingWhose(decision, campaign, all, turn) : decision
}

/** What is asked in answer to words that named a campaign goes on about that one. */
export function about(campaignId: string, decision: Decision): Decision {
  const { dialogue } = decision
  const goesOn = dialogue != null && KEEPS_CAMPAIGN.has(dialogue.step)
  return goesOn ? { ...decision, dialogue: { ...dialogue, about: campaignId } } : decision
}

const KEEPS_CAMPAIGN: ReadonlySet<Dialogue["step"]> = new Set([
  "remind_when",
  "remind_confirm",
  "honour",
  "honour_change",
  "schedule",
  "removed_period",
])

/** The turn about a certain campaign, where a reminder or an open question is; no campaign when it is gone. */
export async function aboutCampaign(turn: Turn, id: string | undefined): Promise<Turn> {
  const { campaign: usual } = turn.context
  if (id === undefined || usual === undefined || usual.id === id) return turn
  const campaign = (await turn.reads.campaigns(usual.federation.id)).find((each) => each.id === id)
  return { ...turn, context: { ...turn.context, campaign, isCampaignNamed: true } }
}

/** Which one it is, and how to ask about another that runs. */
function sayingWhose(
  decision: Decision,
  { id, campaign }: RunningCampaign,
  all: readonly RunningCampaign[],
  { moment }: Turn,
): Decision {
  const today = localDate(moment.now, moment.timeZone)
  const isRunning = (each: RunningCampaign) =>
    each.campaign.startsOn <= today && today <= each.campaign.endsOn
  const other = all.find((each) => each.id !== id && isRunning(each))
  const isUsual = other === undefined && all.find(isRunning)?.id === id
  if (isUsual) return decision
  const args = { campaign: campaign.shortName, more: other === undefined ? "none" : "some" }
  return alsoSaying(decision, {
    key: "campaign-whose",
    args: { ...args, other: other?.campaign.shortName ?? "" },
  })
}

const UNIT_UNKNOWN = new Set(["unit-not-found", "remind-who-unread"])
const MOST_CAMPAIGNS = 3

/** "xuất sáng kiến chương trình mùa hè": where no unit is called so, no campaign is either. */
function orUnknownCampaign(
  turn: Turn,
  { rest }: Command,
  decision: Decision,
  all: readonly RunningCampaign[],
): Decision {
  if (!says(decision, UNIT_UNKNOWN)) return decision
  const typed = rest.slice(0, ownWordsAt(rest)).split(/\s+/)
  const at = typed.findIndex((_, word) => LED_TO(typed.map(keyOf), word))
  if (at < 0 || keyOf(typed[at - 3] ?? "") === "ca") return decision
  const known = all.slice(-MOST_CAMPAIGNS).map(({ campaign }) => campaign.shortName)
  return answer(turn, "campaign-unknown", {
    typed: quote(typed.slice(at).join(" ")),
    known: known.join(", "),
  })
}

/** Whether "chương trình" stands before the word. */
const LED_TO = (keys: readonly string[], at: number): boolean =>
  at < keys.length && LEADS_TO_NAME.includes(`${keys[at - 2] ?? ""} ${keys[at - 1] ?? ""}`)

/** What an officer wants to have sent in their own words is theirs, whatever it names. */
function namedIn(
  { name, rest }: Command,
  all: readonly RunningCampaign[],
  mayStand?: typeof LED_TO,
): ReturnType<typeof nameIn> {
  const end = name === "remind" ? ownWordsAt(rest) : rest.length
  const named = nameIn(rest.slice(0, end), all, mayStand)
  return named && { ...named, rest: named.rest + rest.slice(end) }
}

/**
 * The campaign named in the words, by its name, short name or code, and the words without it. A name that does not say itself that it is
 * one stands only where it `mayStand`.
 */
function nameIn(
  rest: string,
  all: readonly RunningCampaign[],
  mayStand: typeof LED_TO = () => true,
): { readonly campaign: RunningCampaign; readonly rest: string } | undefined {
  const typed = rest.split(/\s+/).filter((word) => word !== "")
  const keys = typed.map(keyOf)
  const names = all
    .flatMap((campaign) => {
      const { name, shortName, code } = campaign.campaign
      return [name, shortName, code].map((each) => ({ campaign, words: wordsOf(each) }))
    })
    .filter(({ words }) => words.join("").length >= SHORTEST_NAME)
    // "Tháng Công nhân 2026" before "Tháng Công nhân".
    .toSorted((one, other) => other.words.length - one.words.length)
  for (const { campaign, words } of names) {
    for (let at = 0; at + words.length <= keys.length; at++) {
      if (!words.every((word, index) => keys[at + index] === word)) continue
      if (!LED_TO(words, 2) && !mayStand(keys, at)) continue
      const from = beforeName(keys, at)
      const left = [...typed.slice(0, from), ...typed.slice(at + words.length)]
      return { campaign, rest: left.join(" ") }
    }
  }
  return undefined
}

/** "… của chương trình 1 triệu sáng kiến": what leads to the name goes with it, but "cả chương trình" is a period. */
function beforeName(keys: readonly string[], at: number): number {
  let from = at
  const lead = `${keys[from - 2] ?? ""} ${keys[from - 1] ?? ""}`
  if (LEADS_TO_NAME.includes(lead) && keys[from - 3] !== "ca") from -= 2
  if (JOINS_NAME.test(keys[from - 1] ?? "")) from -= 1
  return from
}

function wordsOf(name: string): readonly string[] {
  return name
    .split(/\s+/)
    .map(keyOf)
    .filter((word) => word !== "")
}

function keyOf(word: string): string {
  return fold(word).replace(/[^\p{L}\p{N}]/gu, "")
}
