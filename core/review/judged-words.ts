import { formatDay, formatLocal, type LocalDate, localDate, startOfDay } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import type { Dossier } from "../conversation/initiative-view.ts"
import type { Moment } from "../conversation/turn.ts"
import { initiativeCode } from "../intake/code.ts"
import type { Phrase } from "../outbox.ts"
import { deadlines } from "./deadline.ts"
import type { Wish } from "./judge.ts"
import { codesByAuthor, codesOf, MOST_NAMED_CODES, type News } from "./tell.ts"
import type { Paper, Verdict } from "./verdict.ts"

/** A message to an author names so many titles; the codes are there anyway. */
const MOST_TITLES = 10

const DONE: Readonly<Record<Verdict, { key: string }>> = {
  accepted: { key: "judged-accepted" },
  recognized: { key: "judged-recognized" },
  needs_more_info: { key: "judged-asked" },
  refused: { key: "judged-refused" },
  duplicate: { key: "judged-duplicate" },
  on_portal: { key: "judged-on-portal" },
}

/** Where all of them are listed. */
const SEEN_WITH: Readonly<Partial<Record<Verdict, readonly Phrase[]>>> = {
  recognized: [{ key: "judged-see-all", args: { what: "recognized" } }],
  on_portal: [{ key: "judged-see-all", args: { what: "on_portal" } }],
}

/** The one that a duplicate is of. */
function intoOf({ verdict, words = "" }: Wish): { readonly into?: string } {
  return verdict === "duplicate" ? { into: words } : {}
}

/** What the officer is answered of those it was done with. */
export function donePhrases(
  by: Person,
  good: readonly Dossier[],
  wish: Wish,
  moment: Moment,
): readonly Phrase[] {
  if (good.length === 0) return []
  const codes = codesOf(good.map(({ number }) => number))
  return [
    { ...DONE[wish.verdict], args: { count: good.length, codes, ...intoOf(wish) } },
    ...(good.length > MOST_NAMED_CODES ? (SEEN_WITH[wish.verdict] ?? []) : []),
    ...(wish.acceptedOn === undefined
      ? []
      : [{ key: "accepted-on", args: { on: formatDay(wish.acceptedOn, "date") } }]),
    ...(wish.recognition === undefined ? [] : paperPhrases(wish.recognition, moment)),
    ...(wish.verdict === "duplicate" ? [] : sentPhrases(by, good, wish.words)),
  ]
}

/** So many names say who got the words; more are counted. */
const MOST_NAMED = 3

/** The officer's own words as they were sent, and to whom; nothing where nobody is told them. */
export function sentPhrases(
  by: Person,
  concerned: readonly Dossier[],
  words: string | undefined,
): readonly Phrase[] {
  const names = concerned.flatMap(({ tell, authorId, authorName, submitterName = authorName }) =>
    tell === undefined || tell.isGroup || tell.personId === by.id
      ? []
      : [tell.personId === authorId ? authorName : submitterName],
  )
  const told = [...new Set(names)]
  if (words === undefined || told.length === 0) return []
  const to = told.slice(0, MOST_NAMED).join(", ")
  return told.length > MOST_NAMED
    ? [{ key: "judged-sent-many", args: { to, others: told.length - MOST_NAMED, words } }]
    : [{ key: "judged-sent", args: { to, words } }]
}

/** How far a recognition reaches and the paper behind it, as far as they are known. */
export function paperPhrases(paper: Paper, moment: Moment): readonly Phrase[] {
  return [
    ...(paper.scope === undefined ? [] : [{ key: "recognition-scope", args: { scope: paper.scope } }]),
    ...decisionPhrases(paper, moment),
  ]
}

function decisionPhrases({ decision, decidedOn }: Paper, moment: Moment): readonly Phrase[] {
  const zone = moment.timeZone
  const date = decidedOn === undefined ? undefined : formatLocal(startOfDay(decidedOn, zone), zone, "date")
  if (decision === undefined) return date === undefined ? [] : [{ key: "decision-date", args: { date } }]
  return [
    date === undefined
      ? { key: "decision-number", args: { number: decision } }
      : { key: "decision-whole", args: { number: decision, date } },
  ]
}

/** A question or a refusal that reaches nobody must not be believed to have arrived. */
export function untoldPhrases(good: readonly Dossier[], { verdict }: Wish): readonly Phrase[] {
  if (verdict !== "needs_more_info" && verdict !== "refused" && verdict !== "duplicate") return []
  const untold = (key: string, is: (dossier: Dossier) => boolean): readonly Phrase[] => {
    const numbers = good.filter(is).map(({ number }) => number)
    return numbers.length === 0 ? [] : [{ key, args: { codes: codesOf(numbers) } }]
  }
  return [
    ...untold("judged-untold", ({ tell }) => tell === undefined),
    ...untold("judged-told-in-group", ({ tell }) => tell?.isGroup === true),
  ]
}

/** The titles behind the codes, as far as a message bears them. */
export function titlesOf(concerned: readonly Dossier[]): readonly Phrase[] {
  return concerned.slice(0, MOST_TITLES).map(({ number, title }) => ({
    key: "told-title",
    args: { code: initiativeCode(number), title },
  }))
}

/** What the people concerned are told. */
export function newsOf(wish: Wish, moment: Moment): News {
  return {
    what: wish.verdict,
    forCoAuthors: ["recognized", "refused", "duplicate", "on_portal"].includes(wish.verdict),
    phrases: (concerned, isOwn) => noticePhrases(concerned, isOwn, wish, moment),
  }
}

function noticePhrases(
  concerned: readonly Dossier[],
  isOwn: (dossier: Dossier) => boolean,
  wish: Wish,
  moment: Moment,
): readonly Phrase[] {
  const codes = codesOf(concerned.map(({ number }) => number))
  const words = wish.words ?? ""
  const titles: readonly Phrase[] = concerned.slice(0, MOST_TITLES).map((dossier) => {
    const code = initiativeCode(dossier.number)
    const portal = wish.portalCodes?.get(dossier.number)
    return portal === undefined
      ? { key: "told-title", args: { code, title: dossier.title } }
      : { key: "told-title-portal", args: { code, title: dossier.title, portal } }
  })
  switch (wish.verdict) {
    case "accepted": {
      const on = wish.acceptedOn ?? localDate(moment.now, moment.timeZone)
      const until = concerned.slice(0, MOST_TITLES).map((dossier) => ({
        key: "told-title-due",
        args: {
          code: initiativeCode(dossier.number),
          title: dossier.title,
          by: formatDay(decideBy(dossier, on, moment), "date"),
        },
      }))
      return [{ key: "told-accepted", args: { codes, on: formatDay(on, "date") } }, ...until]
    }
    case "recognized": {
      const recognition = wish.recognition ?? { scope: "co_so" }
      const heads = byOwner(concerned, isOwn, {
        own: "told-recognized",
        forOthers: "told-recognized-for",
        args: { scope: recognition.scope },
      })
      return [...heads, ...decisionPhrases(recognition, moment), ...titles]
    }
    case "needs_more_info": {
      const code = initiativeCode(concerned[0]?.number ?? 0)
      return [{ key: "told-needs-more", args: { codes, words, code } }, ...titles]
    }
    case "refused":
      return [{ key: "told-refused", args: { codes, words } }, ...titles]
    case "duplicate":
      return [{ key: "told-duplicate", args: { codes, ...intoOf(wish) } }, ...titles]
    case "on_portal":
      return [
        ...byOwner(concerned, isOwn, { own: "told-on-portal", forOthers: "told-on-portal-for" }),
        ...titles,
      ]
    default:
      return wish.verdict satisfies never
  }
}

/** One sentence of what is somebody's own, one with the authors' names of what they only submitted. */
function byOwner(
  concerned: readonly Dossier[],
  isOwn: (dossier: Dossier) => boolean,
  keys: { readonly own: string; readonly forOthers: string; readonly args?: { readonly scope: string } },
): readonly Phrase[] {
  const { args } = keys
  const own = concerned.filter(isOwn)
  const forOthers = concerned.filter((dossier) => !isOwn(dossier))
  return [
    ...(own.length > 0
      ? [{ key: keys.own, args: { ...args, codes: codesOf(own.map(({ number }) => number)) } }]
      : []),
    ...(forOthers.length > 0
      ? [{ key: keys.forOthers, args: { ...args, codes: codesByAuthor(forOthers) } }]
      : []),
  ]
}

function decideBy(
  { registeredAt, firstAppliedOn }: Dossier,
  acceptedOn: LocalDate,
  moment: Moment,
): LocalDate {
  const filedOn = localDate(registeredAt, moment.timeZone)
  return deadlines({ filedOn, firstAppliedOn, acceptedOn }, acceptedOn).decideBy
}
