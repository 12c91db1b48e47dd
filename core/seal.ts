/**
 * Keeps from whoever reads the database, or a backup, without the key how people can be reached: ids of accounts and private
 * chats, and secrets. The house itself knows sealed ids only; they are opened at the door, where a platform is spoken to.
 */
export type Seal = {
  /** An id under seal: always the same for the same id, so that it can be looked up. Keeps its prefix ("telegram:"). */
  id<Id extends string>(id: Id): Id
  /** The platform's own id. One that was never sealed comes back as it is. Throws for one sealed with another key. */
  openedId<Id extends string>(id: Id): Id
  /** Any text under seal, each time another. */
  text(text: string): string
  /** Likewise. */
  openedText(text: string): string
}

/** For a house without a key: everything stays as it is. */
export const UNSEALED: Seal = {
  id: (id) => id,
  openedId: (id) => id,
  text: (text) => text,
  openedText: (text) => text,
}

/** A sealed id, wherever it stands: the channel's name, the name of the key (six characters), and what only the key opens. */
export const SEALED_ID = /\b([a-z]+):~([\w-]{6})([\w-]{22,})/g

/** Something with ids in it, opened wherever they stand. */
export function openedWithin<Thing>(thing: Thing, seal: Seal): Thing {
  return JSON.parse(JSON.stringify(thing), (_key, value: unknown) =>
    typeof value === "string" ? value.replace(SEALED_ID, (id) => seal.openedId(id)) : value,
  )
}

/** What changing the key did. Keys by their names. */
export type Rotation =
  | {
      readonly did: "rotated"
      /** Undefined when nothing had been sealed before. */
      readonly from: string | undefined
      readonly to: string
      /** Accounts that had to be forgotten, when that was asked for. */
      readonly lost?: number
    }
  /** The newest key is the one in use, and only the operator can give another. */
  | { readonly did: "nothing"; readonly key: string }
