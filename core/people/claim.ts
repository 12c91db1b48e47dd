import { formatLocal } from "../clock.ts"
import type { Change } from "../conversation/change.ts"
import type { Context } from "../conversation/context.ts"
import type { Decision } from "../conversation/decision.ts"
import type { Reads } from "../conversation/reads.ts"
import { answer, type Moment, noticeTo, reply, type Turn } from "../conversation/turn.ts"
import { unitMeant, unitNamed } from "../conversation/which-unit.ts"
import { given } from "../given.ts"
import { bearsFamilyName } from "../intake/author-name.ts"
import type { OutboxDraft, Phrase } from "../outbox.ts"
import { startOf } from "./entrance.ts"
import { invitationEnds } from "./invitation.ts"
import { mayAct, type UnitRef, widestGrant } from "./role.ts"
import { ROLE_NAMES, readRole } from "./role-words.ts"

/** Whoever guesses gets so many tries … */
const MOST_WRONG = 5
/** … in this time. */
const WRONG_WINDOW_MS = 15 * 60_000

/** Turns an invitation's code into a role. The claim needs no consent question: who claims a role acts for the union. */
export async function claim(turn: Turn, code: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { account } = context
  if (account === undefined) return {}
  if (context.chat.kind === "group") return answer(turn, "claim-in-private")
  if (code === "") return answer(turn, "claim-what")
  const tried = await reads.wrongCodes(account.id, moment.now - WRONG_WINDOW_MS)
  if (tried >= MOST_WRONG) return answer(turn, "claim-too-often")
  const invitation = await reads.invitation(reads.hashCode(code))
  if (invitation === undefined || invitation.used || invitation.expiresAt <= moment.now) {
    return await join(turn, account, code)
  }
  const { unit, handsOver } = invitation
  // It is no wrong code: whoever set the bot up has loaded no units yet.
  if (unit === undefined) return answer(turn, "claim-too-early")
  if (handsOver !== undefined && handsOver.personId === context.person?.id) {
    return answer(turn, "claim-own")
  }
  const personId = context.person?.id ?? moment.newId()
  const admit: readonly Change[] =
    context.person === undefined ? [{ do: "admit", personId, name: account.name, account: account.id }] : []
  const place: readonly Change[] =
    context.person?.unit === undefined ? [{ do: "place", personId, unitId: unit.id }] : []
  return {
    changes: [
      ...admit,
      ...place,
      { do: "claim", invitationId: invitation.id, personId, grantId: moment.newId() },
    ],
    say: [
      reply(turn, {
        phrases: [
          {
            key: `claimed-${invitation.role}`,
            args: { name: account.name, unit: unit.name },
          },
          ...(invitation.role === "officer" ? addingToGroup(turn, unit) : []),
        ],
      }),
      ...(handsOver === undefined ? [] : await tellGiver(handsOver.grantId, account.name, moment, reads)),
    ],
  }
}

/** Where the platform can, one tap adds the bot to the group and says whose it is. */
function addingToGroup({ context, reads }: Turn, unit: UnitRef): readonly Phrase[] {
  const start = startOf(unit)
  const found = start === undefined ? undefined : reads.entrance(context.chat.bot, start, "group")
  return found?.carries === true ? [{ key: "claimed-officer-link", args: { link: found.link } }] : []
}

/** Whoever handed the role over is told that it is somebody else's now. */
async function tellGiver(
  grantId: string,
  name: string,
  moment: Moment,
  reads: Reads,
): Promise<readonly OutboxDraft[]> {
  const [giver] = await reads.offices({ grant: grantId })
  if (giver?.tell === undefined) return []
  const phrases = [{ key: "handed-over-told", args: { name, role: giver.role, unit: giver.unit.name } }]
  return [noticeTo(giver.tell, phrases, moment)]
}

/** A code that is no invitation may be one of their own, from their account at another platform. */
async function join(turn: Turn, account: NonNullable<Context["account"]>, code: string): Promise<Decision> {
  const { reads } = turn
  const codeHash = reads.hashCode(code)
  const found = await reads.accountCode(codeHash, turn.moment.now)
  if (found === undefined) {
    return {
      changes: [{ do: "wrong_code", account: account.id }],
      ...answer(turn, "claim-unknown"),
    }
  }
  const { person } = turn.context
  if (person?.id === found.personId) return answer(turn, "other-account-known")
  return {
    changes: [
      {
        do: "join",
        codeHash,
        account: account.id,
        name: account.name,
        personId: found.personId,
        ...given({ former: person?.id }),
      },
    ],
    ...answer(turn, "other-account-joined"),
  }
}

/** "Hải cho KCN": who, and for which unit. */
const PLACED = /^(.{1,40}?)\s+(?:làm việc )?(?:cho|ở|của|tại|bên|vào|thuộc|phụ trách)\s+(.+)$/iu
const ADDRESSED = /^(?:anh|chị|bác|cô|chú|ông|bà|em|đồng chí|đ\/c)\s+\p{Lu}/u

function isUnit(typed: string, units: Awaited<ReturnType<Reads["units"]>>): boolean {
  return typed !== "" && unitNamed(typed, units).kind === "sure"
}

function namesPerson(typed: string): boolean {
  return ADDRESSED.test(typed) || bearsFamilyName(typed)
}

/** "mời cán bộ CĐCS Công ty May TNG": makes a code that works once. Nobody grants more than they have. */
export async function invite(turn: Turn, rest: string): Promise<Decision> {
  const { context, moment, reads } = turn
  const { person } = context
  const usual = widestGrant(person?.grants ?? [])?.unit
  if (person === undefined || usual === undefined) return answer(turn, "officers-only")
  if (context.chat.kind === "group") return answer(turn, "invite-in-private")
  const asked = readRole(rest)
  if (asked === undefined) return answer(turn, "invite-how")
  const again = (code: string) => `mời ${ROLE_NAMES[asked.role]} ${code}`
  const units = await reads.units()
  const [, name = asked.rest, placed] = isUnit(asked.rest, units) ? [] : (PLACED.exec(asked.rest) ?? [])
  // "mời cán bộ Nguyễn Văn Hải": a role belongs to a unit, and a code to whoever uses it.
  if (placed === undefined && !isUnit(asked.rest, units) && namesPerson(name))
    return answer(turn, "invite-of-which", { role: asked.role, name })
  const typed = placed !== undefined && (namesPerson(name) || isUnit(placed, units)) ? placed : asked.rest
  const meant = await unitMeant(turn, typed, { usual, again })
  if ("decision" in meant) return meant.decision
  const { unit } = meant
  if (!mayAct(person.grants, asked.role === "admin" ? "admin" : "officer", unit)) {
    const isAboutRole = mayAct(person.grants, "officer", unit)
    return answer(turn, isAboutRole ? "invite-admins-only" : "invite-not-allowed", {
      unit: unit.name,
    })
  }
  const code = reads.newCode()
  const expiresAt = invitationEnds(moment.now)
  const entrance = reads.entrance(context.chat.bot, code)
  return {
    changes: [
      {
        do: "invite",
        id: moment.newId(),
        codeHash: reads.hashCode(code),
        role: asked.role,
        unitId: unit.id,
        personId: person.id,
        expiresAt,
      },
    ],
    say: [
      reply(turn, {
        phrases: [
          {
            key: "invited",
            args: {
              role: asked.role,
              unit: unit.name,
              code,
              until: formatLocal(expiresAt, moment.timeZone, "date"),
            },
          },
          ...(entrance?.carries === true ? [{ key: "invited-link", args: { link: entrance.link } }] : []),
        ],
      }),
    ],
  }
}
