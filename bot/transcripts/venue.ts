import type { AccountId, BotId, ChatId } from "../../core/channel.ts"

/** Where transcripts are played. */
export type VenueKind = "telegram" | "zalo" | "web" | "both"

/** All three platforms. */
export const VENUES: readonly Exclude<VenueKind, "both">[] = ["telegram", "zalo", "web"]

/** How a platform hands updates over. */
export type Receives = "polling" | "webhook"

/** The people, by the name the scripts use. The web chat knows the first three only. */
export const PEOPLE = {
  An: "Nguyễn Văn An",
  Dung: "Trần Thị Dung",
  Chi: "Lê Kim Chi",
  Bình: "Phạm Thanh Bình",
  Hostile: "<b>Lê</b> *Văn* _Ác_ \u202E\u200Bđảo",
} as const
/** What has no words; at Zalo a sticker, a photo or what its bots are not given, at Telegram also a kind of the Bot API. */
export type Thing = "sticker" | "photo" | "voice" | "video" | "contact" | "location" | "poll"

export type PersonName = keyof typeof PEOPLE

/** The groups, by the name the scripts use. */
export const GROUPS = ["Nhóm TNG", "Nhóm tỉnh"] as const

/** A message of the bot as people see it. */
export type Said = {
  readonly text: string
  /** Labels of its buttons; empty where it has none. */
  readonly buttons: readonly string[]
  /** Fetches its picture as their app does; absent where it has none. */
  readonly picture?: () => Promise<Uint8Array>
}

/** A platform with the people and groups of the cast, seen from the people's side. */
export type Venue = {
  readonly kind: VenueKind
  readonly bot: BotId
  /** What stands for "@Bot" in a group. */
  readonly mention: string
  /** The settings that make a house use this platform. */
  readonly environment: Readonly<Record<string, string>>
  account(who: string): AccountId
  chat(place: string): ChatId
  /** The house listens at `address` from now on; resolves when the platform and it know each other. */
  opened(address: string): Promise<void>
  /**
   * Resolves when the house has taken the words for good, or when the platform does not hand them to it. `answers`: as the answer to
   * the bot's last message there.
   */
  writes(place: string, who: string, text: string, how?: "answers"): Promise<void>
  /** Sends something without words; the web chat knows stickers only. Resolves like `writes`. */
  sends(place: string, who: string, thing: Thing): Promise<void>
  /** The platform hands over once more what somebody did last. Resolves like `writes`. */
  redelivers(): Promise<void>
  /** Presses a button of the bot's message number `message` in `place` (from 0), by its label. */
  presses(place: string, who: string, message: number, label: string): Promise<void>
  /** Everything the bot said in `place`, oldest first. */
  said(place: string): readonly Said[]
  /** Places where the bot may have said something. */
  places(): readonly string[]
  /** Resolves when the messages of these references can be seen. */
  shows(refs: readonly string[]): Promise<void>
  /** What the platform found wrong about our calls. */
  complaints(): readonly string[]
  close(): Promise<void>
}

/** "riêng An" is the private chat of An. */
export function privateOf(place: string): string | undefined {
  return place.startsWith("riêng ") ? place.slice("riêng ".length) : undefined
}

/** The person's whole name. Throws for a stranger. */
export function nameOf(who: string): string {
  const name = (PEOPLE as Readonly<Record<string, string>>)[who]
  if (name === undefined) throw new Error(`Nobody of the cast is called "${who}"`)
  return name
}
