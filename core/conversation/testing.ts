import { type CampaignDocument, campaignOf } from "../campaign/campaign.ts"
import type { AccountId, BotId, ChatId, Incoming } from "../channel.ts"
import type { SearchableUnit } from "../intake/unit-index.ts"
import type { UnitRef } from "../people/role.ts"
import { foldWords } from "../text/fold.ts"
import type { Context, Person, RunningCampaign } from "./context.ts"
import type { Decision } from "./decision.ts"
import type { Reads } from "./reads.ts"
import type { Moment, Turn } from "./turn.ts"

/** The bot, the chat and the account of a test that is not about them. */
export const BOT = "web:local" as BotId
export const CHAT = "web:x" as ChatId
export const ACCOUNT = "web:x" as AccountId

/** A unit whose id is its code; `above` are the codes of the units over it, from the root down. */
export function aUnitRef(code: string, name: string, ...above: readonly string[]): UnitRef {
  return { id: code, code, name, path: [...above, code] }
}

/** Somebody who agreed to be remembered and has neither unit nor role. */
export function aPerson(details: Partial<Person> = {}): Person {
  return { id: "an", name: "An", unit: undefined, consents: true, grants: [], ...details }
}

/** A campaign from 1.9.2025 to 31.12.2026 with one phase to 31.5.2026; `file` changes lines of its file. */
export function aRunningCampaign(federation: UnitRef, file: Partial<CampaignDocument> = {}): RunningCampaign {
  const phase = {
    code: "gd1",
    name: "Giai đoạn 1",
    starts_on: "2025-09-01",
    ends_on: "2026-05-31",
    goal: 5,
  }
  const campaign = campaignOf({
    code: "c",
    name: "Chương trình sáng kiến",
    unit: federation.code,
    starts_on: "2025-09-01",
    ends_on: "2026-12-31",
    phases: [phase],
    ...file,
  })
  return { id: "campaign", federation, campaign }
}

/** A private chat with somebody the house does not know yet; with a unit, the group of that unit. */
export function aContext(
  details: Partial<Omit<Context, "chat">> & {
    readonly kind?: Context["chat"]["kind"]
    readonly groupOf?: UnitRef | undefined
  } = {},
): Context {
  const { groupOf, kind = groupOf === undefined ? "private" : "group", ...rest } = details
  return {
    chat: { id: CHAT, bot: BOT, kind, known: true, unit: groupOf },
    account: { id: ACCOUNT, name: details.person?.name ?? "An" },
    person: undefined,
    version: 0,
    dialogue: undefined,
    campaign: undefined,
    ...rest,
  }
}

/** Fresh ids are "new-1", "new-2" and so on. */
export function aMoment(now = 0): Moment {
  let made = 0
  return { now, timeZone: "Asia/Ho_Chi_Minh", newId: () => `new-${++made}` }
}

/** Words said to the bot, and the only questions that deciding about them may ask the store. */
export function aTurn(
  text: string,
  details: { readonly context?: Context; readonly reads?: Partial<Reads>; readonly moment?: Moment } = {},
): Turn {
  return {
    context: details.context ?? aContext(),
    written: { text },
    addressed: true,
    moment: details.moment ?? aMoment(),
    reads: readsOf(details.reads ?? {}),
  }
}

/** Answers what it knows; any other question fails the test with the question's name. */
export function readsOf(known: Partial<Reads>): Reads {
  return new Proxy(known, {
    get: (_, question) => {
      const answer: unknown = Reflect.get(known, question)
      if (answer === undefined) throw new Error(`${String(question)} is not to be asked here.`)
      return answer
    },
  }) as Reads
}

/** The answers of a federation that consists of these units. */
export function readsOfUnits(units: readonly UnitRef[]): Pick<Reads, "units" | "unit"> {
  return {
    units: async () => units.map((unit) => ({ level: "grassroots", ...unit, nameKey: foldWords(unit.name) })),
    unit: async (id) => units.find((unit) => unit.id === id),
  }
}

/** Words as a channel hands them in; the key, the chat and whoever wrote as a test needs them. */
export function aMessage(text: string, details: Partial<Incoming> = {}): Incoming {
  return {
    updateKey: "1",
    bot: BOT,
    chat: { id: CHAT, kind: "private" },
    from: { account: ACCOUNT, name: "An" },
    content: { kind: "text", text, addressed: true },
    ...details,
  }
}

/** What a decision says, to whomever: keys of the wording files, in order. */
export function keysSaid(decision: Decision | undefined): readonly string[] {
  return (decision?.say ?? []).flatMap(({ content }) =>
    (content.phrases ?? []).map((phrase) => ("key" in phrase ? phrase.key : phrase.text)),
  )
}

const named = (code: string, name: string, ...above: readonly string[]) => ({
  ...aUnitRef(code, name, ...above),
  nameKey: foldWords(name),
})
const TINH = "LDLD-TN"

/** A province, some of its upper unions and of their grassroots unions, as sentences name them. */
export const NAMED_UNITS: readonly SearchableUnit[] = [
  named(TINH, "Liên đoàn Lao động tỉnh Thái Nguyên"),
  named("KCN", "Công đoàn các KCN tỉnh", TINH),
  named("GD", "Công đoàn ngành Giáo dục", TINH),
  named("CT", "Công đoàn ngành Công Thương", TINH),
  named("H-VN", "LĐLĐ huyện Võ Nhai", TINH),
  named("TP-PY", "LĐLĐ TP Phổ Yên", TINH),
  named("H-DHY", "LĐLĐ huyện Đồng Hỷ", TINH),
  named("KCN-01", "CĐCS Công ty May TNG", TINH, "KCN"),
  named("GD-07", "CĐCS Trường THPT Bảo Cường", TINH, "GD"),
  named("TT-01", "CĐCS Xí nghiệp Gia Sàng", TINH),
]
