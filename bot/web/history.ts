import { randomUUID } from "node:crypto"
import type { MessageRef } from "../../core/channel.ts"
import { given } from "../../core/given.ts"

/** A message as it lies in a room. */
export type Message = {
  readonly id: MessageRef
  /** The page's name of the room: "tng", "private-an". */
  readonly room: string
  /** The person's id, or `BOT`. */
  readonly from: string
  readonly at: Date
  readonly pieces: readonly { readonly text: string; readonly strong: boolean }[]
  readonly replyTo?: Quote
  readonly choices?: { readonly ask: string; readonly labels: readonly string[] }
  readonly picture?: {
    readonly url: string
    readonly alt: string
    readonly width: number
    readonly height: number
  }
  readonly file?: { readonly url: string; readonly name: string }
  /** Set for a whisper: the only person who sees it. */
  readonly onlyFor?: string
}

/** The beginning of the message that another one answers. */
export type Quote = { readonly id: MessageRef; readonly from: string; readonly text: string }

/** A message as one person sees it. `seq` orders messages over all rooms; `pressed` is the viewer's own choice. */
export type MessageView = Omit<Message, "at"> & {
  readonly seq: number
  readonly at: string
  readonly pressed?: number
}

/** What a person's open page is told. `id` is where a broken stream resumes. */
export type WebEvent =
  /** The first event of a stream: all there is when `fresh`, else only what came since the resumed id. */
  | {
      readonly kind: "history"
      readonly id: string
      readonly fresh: boolean
      readonly messages: readonly MessageView[]
    }
  /** A new message, or a new state of an old one. */
  | { readonly kind: "message"; readonly id: string; readonly message: MessageView }
  /** The bot wrote to others where this person cannot see it. */
  | { readonly kind: "elsewhere"; readonly people: readonly string[] }

/** The author of the bot's own messages; no person may have this id. */
export const BOT = "bot"

type Entry = {
  readonly message: Message
  readonly seq: number
  /** The change that made the entry what it is now; undefined until it may be seen. */
  changed: number | undefined
  readonly pressed: Map<string, number>
}

type Room = { readonly people: readonly string[]; entries: Entry[]; forgottenChange: number }

/** The rooms' last messages, in memory only: a restart empties the page, not the database. */
export class History {
  // Numbers start again with the process; the epoch keeps a page that outlived it from taking them for its own.
  readonly #epoch = randomUUID().slice(0, 8)
  readonly #rooms: ReadonlyMap<string, Room>
  readonly #perRoom: number
  readonly #watchers = new Set<{ readonly person: string; readonly tell: (event: WebEvent) => void }>()
  #last = 0

  /** `rooms` names who sees each room; `perRoom` is how many messages each keeps. */
  constructor(rooms: ReadonlyMap<string, readonly string[]>, perRoom: number) {
    this.#perRoom = perRoom
    this.#rooms = new Map(
      [...rooms].map(([name, people]) => [name, { people, entries: [], forgottenChange: 0 }]),
    )
  }

  /** Whether `person` takes part in `room`; undefined when there is no such room. */
  sees(person: string, room: string): boolean | undefined {
    return this.#rooms.get(room)?.people.includes(person)
  }

  find(room: string, id: string): Message | undefined {
    return this.#entry(room, id)?.message
  }

  /** Adds a message that everybody concerned sees at once. */
  add(message: Message): void {
    this.reserve(message)
    this.publish(message.room, message.id)
  }

  /**
   * Gives a message its place without showing it: an answer that comes before the commit is known must still stand
   * below its question. Does nothing when the message is there already.
   */
  reserve(message: Message): void {
    const room = this.#room(message.room)
    if (this.#entry(message.room, message.id)) return
    room.entries.push({ message, seq: ++this.#last, changed: undefined, pressed: new Map() })
    for (const entry of room.entries.splice(0, room.entries.length - this.#perRoom)) {
      room.forgottenChange = Math.max(room.forgottenChange, entry.changed ?? 0)
    }
  }

  /** Shows a reserved message; does nothing when it is shown already. */
  publish(room: string, id: string): void {
    const entry = this.#entry(room, id)
    if (entry && entry.changed === undefined) this.#changed(entry)
  }

  /** Takes a reserved message back; one that was shown stays. */
  withdraw(room: string, id: string): void {
    const found = this.#room(room)
    found.entries = found.entries.filter((entry) => entry.message.id !== id || entry.changed !== undefined)
  }

  /** The newest message in `room` that asks `ask` and that `person` sees. */
  asking(person: string, room: string, ask: string): Message | undefined {
    return this.#asking(person, room, ask).at(-1)?.message
  }

  /** Remembers that `person` chose, so that the buttons are used up after a reload too. */
  press(person: string, room: string, ask: string, option: number): void {
    for (const entry of this.#asking(person, room, ask)) {
      entry.pressed.set(person, option)
      this.#changed(entry)
    }
  }

  /**
   * Tells `person`'s page everything: first what there is (since `resumeAt` when that is known), then each event as it
   * comes. Returns what ends it. `tell` must not throw.
   */
  watch(person: string, resumeAt: string | undefined, tell: (event: WebEvent) => void): () => void {
    tell(this.#since(person, resumeAt))
    const watcher = { person, tell }
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  #since(person: string, resumeAt: string | undefined): WebEvent {
    const rooms = [...this.#rooms.values()].filter((room) => room.people.includes(person))
    const [epoch, number] = resumeAt?.split(".") ?? []
    const known = epoch === this.#epoch && /^\d{1,15}$/.test(number ?? "") ? Number(number) : -1
    const fresh = rooms.some((room) => room.forgottenChange > known) || known < 0
    const messages = rooms
      .flatMap((room) => room.entries)
      .filter((entry) => visibleTo(entry, person) && (fresh || (entry.changed ?? 0) > known))
      .sort((a, b) => a.seq - b.seq)
      .map((entry) => view(entry, person))
    return { kind: "history", id: this.#eventId(), fresh, messages }
  }

  #changed(entry: Entry): void {
    entry.changed = ++this.#last
    const { people } = this.#room(entry.message.room)
    const viewers = people.filter((person) => visibleTo(entry, person))
    for (const { person, tell } of this.#watchers) {
      if (viewers.includes(person)) {
        tell({ kind: "message", id: this.#eventId(), message: view(entry, person) })
      } else if (entry.message.from === BOT && entry.pressed.size === 0) {
        tell({ kind: "elsewhere", people: viewers })
      }
    }
  }

  #eventId(): string {
    return `${this.#epoch}.${this.#last}`
  }

  #asking(person: string, room: string, ask: string): readonly Entry[] {
    const entries = this.#rooms.get(room)?.entries ?? []
    return entries.filter((entry) => entry.message.choices?.ask === ask && visibleTo(entry, person))
  }

  #entry(room: string, id: string): Entry | undefined {
    return this.#rooms.get(room)?.entries.find((entry) => entry.message.id === id)
  }

  #room(name: string): Room {
    const room = this.#rooms.get(name)
    if (!room) throw new Error(`no room "${name}" in the web chat`)
    return room
  }
}

function visibleTo(entry: Entry, person: string): boolean {
  const { onlyFor } = entry.message
  return entry.changed !== undefined && (onlyFor === undefined || onlyFor === person)
}

function view(entry: Entry, person: string): MessageView {
  const pressed = entry.pressed.get(person)
  return {
    ...entry.message,
    at: entry.message.at.toISOString(),
    seq: entry.seq,
    ...given({ pressed }),
  }
}
