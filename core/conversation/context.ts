import type { Campaign } from "../campaign/campaign.ts"
import type { AccountId, BotId, ChatId, Incoming } from "../channel.ts"
import type { RoleGrant, UnitRef } from "../people/role.ts"
import type { Decision } from "./decision.ts"
import type { Dialogue, Remembered } from "./dialogue.ts"

/** Everything that is known about one conversation (one person in one chat) before a message in it is decided. */
export type Context = {
  readonly chat: {
    readonly id: ChatId
    readonly bot: BotId
    readonly kind: "private" | "group"
    /** False when the house hears of this chat for the first time. */
    readonly known: boolean
    readonly unit: UnitRef | undefined
  }
  /** The account that writes; absent for what nobody wrote. */
  readonly account: { readonly id: AccountId; readonly name: string } | undefined
  /** The person behind the account, once they agreed to be remembered or claimed a role. */
  readonly person: Person | undefined
  /** The conversation's version: 0 before its first step. */
  readonly version: number
  readonly dialogue: Dialogue | undefined
  readonly remembered?: Remembered
  readonly campaign: RunningCampaign | undefined
  /** The words named this campaign, one of several. */
  readonly isCampaignNamed?: true
  /** What the requests before this one, of the same message, have led to: the store does not know it yet. */
  readonly decided?: Decision
}

export type Person = {
  readonly id: string
  readonly name: string
  readonly unit: UnitRef | undefined
  /** Whether the present notice was agreed to; undefined when it was never answered. */
  readonly consents: boolean | undefined
  readonly grants: readonly RoleGrant[]
}

export type RunningCampaign = {
  readonly id: string
  readonly federation: UnitRef
  readonly campaign: Campaign
}

type OfConversation = { readonly chat: Pick<Incoming["chat"], "id">; readonly from?: Incoming["from"] }

/** The same for all messages of one person in one chat: what is said there is taken in its order. */
export function conversationKey({ chat, from }: OfConversation): string {
  const [place, who]: readonly string[] = [chat.id, from?.account ?? ""]
  // Most are private, where both are one: a text that is not put together need not be hashed anew wherever it is looked up.
  return place === who ? chat.id : `${place} ${who}`
}
