import type { ChatId } from "../channel.ts"
import { endOfQuiet } from "../clock.ts"
import type { Person } from "../conversation/context.ts"
import type { Dossier, Told } from "../conversation/initiative-view.ts"
import { type Moment, noticeTo, type Turn } from "../conversation/turn.ts"
import { QUIET } from "../courtesy.ts"
import { initiativeCode } from "../intake/code.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"

/** Who decides, when, and in which chat they are answered. */
export type Judge = { readonly person: Person; readonly chat: ChatId; readonly moment: Moment }

/** Whoever writes, as the one who decides. */
export function judgeIn({ context, moment }: Turn, person: Person): Judge {
  return { person, chat: context.chat.id, moment }
}

/** What happened to initiatives, as their people are told. */
export type News = {
  /** Names it where only codes are said. */
  readonly what: string
  /** Co-authors hear of what counts; what only the author can answer is for the author. */
  readonly forCoAuthors: boolean
  /** `isOwn` tells what is theirs as author or co-author from what they only submitted for somebody. */
  readonly phrases: (concerned: readonly Dossier[], isOwn: (dossier: Dossier) => boolean) => readonly Phrase[]
}

/**
 * One message to everybody concerned, whatever the number of their initiatives; none to whoever decides. Where nobody ever
 * wrote to the bot in private the unit's group learns that there is news, and no more: words are for the author alone.
 */
export function noticesOf(
  { person, chat, moment }: Judge,
  dossiers: readonly Dossier[],
  news: News,
): readonly OutboxDraft[] {
  const byChat = new Map<string, { readonly told: Told; readonly concerned: Dossier[] }>()
  for (const dossier of dossiers) {
    for (const told of [dossier.tell ?? [], news.forCoAuthors ? dossier.tellCoAuthors : []].flat()) {
      // Whoever reads the officer's answer in the group needs no second one.
      if (told.personId === person.id || (told.isGroup && told.chat === chat)) continue
      const known = byChat.get(told.chat)
      if (known === undefined) byChat.set(told.chat, { told, concerned: [dossier] })
      else if (!known.concerned.includes(dossier)) known.concerned.push(dossier)
    }
  }
  return [...byChat.values()].map(({ told, concerned }) => {
    const phrases = told.isGroup
      ? [inGroup(news.what, concerned)]
      : news.phrases(concerned, (dossier) => isTheirs(dossier, told))
    // An officer may work late; a group's phones do not ring for that.
    const now = told.isGroup ? endOfQuiet(moment.now, moment.timeZone, QUIET) : moment.now
    return noticeTo(told, phrases, { now })
  })
}

function isTheirs({ authorId, tellCoAuthors }: Dossier, { personId }: Told): boolean {
  return authorId === personId || tellCoAuthors.some((coAuthor) => coAuthor.personId === personId)
}

function inGroup(what: string, concerned: readonly Dossier[]): Phrase {
  return { key: "told-group", args: { what, codes: codesOf(concerned.map(({ number }) => number)) } }
}

/** So many codes are named; of more than these only the first few, for nobody reads a hundred on a phone. */
export const MOST_NAMED_CODES = 10
const FEW = 5

/** "SK-000010 (Trần Thị Lan), SK-000011 (Lê Minh)"; of many as `codesOf`. */
export function codesByAuthor(dossiers: readonly Dossier[]): string {
  return fewOf(dossiers.map(({ number, authorName }) => `${initiativeCode(number)} (${authorName})`))
}

/** "SK-000010, SK-000011"; of many "SK-000001, SK-000002, … (+134)". */
export function codesOf(numbers: readonly number[]): string {
  return fewOf(numbers.map(initiativeCode))
}

function fewOf(codes: readonly string[]): string {
  if (codes.length <= MOST_NAMED_CODES) return codes.join(", ")
  return `${codes.slice(0, FEW).join(", ")}, … (+${codes.length - FEW})`
}
