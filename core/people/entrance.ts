import { both, type Decision } from "../conversation/decision.ts"
import { answer, reply, type Turn } from "../conversation/turn.ts"
import { ownUnit, unitMeant } from "../conversation/which-unit.ts"
import { askConsent, register, settled } from "../intake/register.ts"
import { link } from "./link.ts"
import type { UnitRef } from "./role.ts"

/** Before a unit's code in what a platform hands over; no code of an invitation holds a "_". */
const OF_UNIT = "u_"

/** What an address hands over for a unit; undefined where its code holds what no address can carry (`Channel.entrance`). */
export function startOf({ code }: Pick<UnitRef, "code">): string | undefined {
  const start = `${OF_UNIT}${code}`
  return /^[A-Za-z0-9_-]{1,64}$/.test(start) ? start : undefined
}

/** "link đăng ký KCN-02", "mã QR": the address that brings a unit's people to the bot, as words to pass on and as a poster to scan. */
export async function entrance(turn: Turn, rest: string): Promise<Decision> {
  const { context, reads } = turn
  const { chat, campaign } = context
  const federation = campaign?.federation
  const usual = chat.unit ?? ownUnit(context) ?? federation
  if (usual === undefined) return answer(turn, "no-campaign")
  const meant = await unitMeant(turn, rest, { usual, again: (code) => `link đăng ký ${code}` })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  const isForAll = unit.id === federation?.id
  const found = reads.entrance(chat.bot, isForAll ? undefined : startOf(unit))
  if (found === undefined) return answer(turn, "entrance-unknown")
  const { carries } = found
  const key = carries ? "entrance" : isForAll ? "entrance-for-all" : "entrance-by-code"
  const shown = { link: found.link, unit: unit.name }
  const phrases = [{ key, args: { ...shown, code: unit.code } }]
  return { say: [reply(turn, { phrases, picture: shown })] }
}

/** The code of the unit by whose address somebody came; undefined for anything else that was handed over. */
export function unitOfStart(start: string): string | undefined {
  return start.startsWith(OF_UNIT) ? start.slice(OF_UNIT.length) : undefined
}

/**
 * Whoever comes by a unit's address wants to register there: their unit is not asked for. Who has one keeps it, for an address
 * that is scanned by mistake must move nobody.
 */
export async function comeBy(turn: Turn, code: string): Promise<Decision> {
  const { context, reads } = turn
  const { chat, campaign, person, dialogue } = context
  const unit = (await reads.units()).find((each) => each.code === code)
  // An officer chose the group behind "claimed-officer-link".
  if (chat.kind === "group") return await link(turn, code)
  if (unit === undefined || campaign === undefined || person?.unit !== undefined)
    return answer(turn, "greet-back")
  if (person?.consents !== true) {
    return askConsent(turn, [{ key: "entrance-hello", args: { unit: unit.name } }])
  }
  const placed = { ...person, unit }
  const place = await settled(turn, placed)
  // What waits for the unit goes on by itself.
  if (dialogue?.step === "unit") return place
  return both(place, await register({ ...turn, context: { ...context, person: placed } }, ""))
}
