import { BOT } from "./history.ts"

/** The part a person plays in the demo; the page names it in Vietnamese. */
type WebPart = "member" | "support" | "officer"

/** Who and what there is in the web chat; the same for as long as the process lives. */
export type WebCast = {
  /** The bot's name over its messages. */
  readonly botName: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly part: WebPart }[]
  /** The groups everybody is in. Private chats with the bot come by themselves. */
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    /** One line under the name: "CĐCS Công ty May TNG". */
    readonly description?: string
  }[]
  /** What the page offers to send at once in an empty room, by part; without the mention, which the page adds. */
  readonly suggestions: Readonly<Record<WebPart, readonly string[]>>
}

const PRIVATE = "private-"

/** The page's name of the private chat between `person` and the bot. */
export function privateRoom(person: string): string {
  return `${PRIVATE}${person}`
}

/** Throws when an id is used twice or cannot be part of an address. */
export function checkIds({ people, groups }: WebCast): void {
  const ids = [BOT, ...people.map((person) => person.id), ...groups.map((group) => group.id)]
  for (const [at, id] of ids.entries()) {
    if (!/^[a-z0-9]{1,32}$/.test(id)) throw new Error(`web chat id "${id}": expected 1 to 32 of a–z and 0–9`)
    if (ids.indexOf(id) !== at)
      throw new Error(`web chat id "${id}" is used twice ("${BOT}" is the bot's own)`)
  }
}

/** Who is in which room, by its name. */
export function roomsOf({ people, groups }: WebCast): Map<string, readonly string[]> {
  const everybody = people.map((person) => person.id)
  return new Map([
    ...groups.map((group): [string, string[]] => [group.id, everybody]),
    ...everybody.map((id): [string, string[]] => [privateRoom(id), [id]]),
  ])
}
