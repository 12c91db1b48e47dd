import type { Transaction } from "kysely"
import type { ChatId, Incoming } from "../core/channel.ts"
import type { Change } from "../core/conversation/change.ts"
import type { Step } from "../core/handle.ts"
import { joinAccount } from "./account.ts"
import { amend } from "./amend.ts"
import { logAction } from "./audit.ts"
import { disown, own } from "./authorship.ts"
import { changePeriods } from "./campaign.ts"
import { closeChat, linkChat, moveChat, openChat, setAddress } from "./chat.ts"
import { enterCoAuthor, setCoAuthors } from "./co-author.ts"
import { addRequest, settleRequest } from "./data-request.ts"
import { leaveDialogue } from "./dialogue.ts"
import { erase } from "./erasure.ts"
import { attach, keepFile } from "./file.ts"
import { moveGroup } from "./group.ts"
import { adopt, confide } from "./ideas.ts"
import { claim, invite } from "./invitation.ts"
import { judge, takeBack, takeUpAgain } from "./judge.ts"
import { keepAnAdministrator, withdrawRole } from "./office.ts"
import { admit, noteConsent, rename } from "./person.ts"
import { putReminder, stopReminder } from "./reminder.ts"
import type { Database } from "./schema.ts"
import { writeTarget } from "./target.ts"
import { reorganise } from "./unit.ts"
import { withdraw } from "./withdrawal.ts"

type Trx = Transaction<Database>
type Cause = {
  readonly now: number
  readonly timeZone: string
  readonly chat: ChatId
  readonly account: string
  readonly incoming: Incoming
}

/** Carries out what the steps change about people, roles, chats and initiatives, in order. Throws `Conflict`. */
export async function applyChanges(
  trx: Trx,
  steps: readonly Step[],
  now: number,
  timeZone: string,
): Promise<void> {
  for (const { incoming, decision } of steps) {
    const cause = { now, timeZone, chat: incoming.chat.id, account: incoming.from?.account ?? "", incoming }
    for (const change of decision.changes ?? []) await apply(trx, change, cause)
  }
}

async function apply(trx: Trx, change: Change, cause: Cause): Promise<void> {
  const at = new Date(cause.now)
  switch (change.do) {
    case "admit":
      return await admit(trx, change, at)
    case "consent":
      return await noteConsent(trx, change, { ...cause, at })
    case "place":
      await trx
        .updateTable("person")
        .set({ unit_id: change.unitId })
        .where("id", "=", change.personId)
        .execute()
      return
    case "rename":
      return await rename(trx, change)
    case "offer_join":
      await trx
        .insertInto("account_code")
        .values({
          code_hash: change.codeHash,
          person_id: change.personId,
          created_at: at,
          expires_at: new Date(change.expiresAt),
        })
        .execute()
      return
    case "ask_request":
      return await addRequest(trx, change, cause.chat, at)
    case "answer_request":
    case "extend_request":
      return await settleRequest(trx, change, cause.chat, at)
    case "join":
      return await joinAccount(trx, change, cause)
    case "wrong_code":
      await trx.insertInto("wrong_code").values({ account_id: change.account, at }).execute()
      return
    case "erase":
      await keepAnAdministrator(trx, { personId: change.personId })
      return await erase(trx, change.personId, at, cause.chat)
    case "withdraw":
      return await withdraw(trx, change, cause)
    case "amend":
      await amend(trx, change, cause)
      return await takeUpAgain(trx, change.initiativeId, change.personId, at)
    case "judge":
      return await judge(trx, change, cause)
    case "take_back":
      return await takeBack(trx, change, cause)
    case "log": {
      const subject = { initiatives: change.initiatives }
      return await logAction(trx, { ...change, subject, from: cause.chat, at })
    }
    case "own":
      return await own(trx, change, at)
    case "disown":
      return await disown(trx, change, at)
    case "keep_file":
      return await keepFile(trx, change, cause.incoming, cause.now)
    case "attach":
      await attach(trx, change, at)
      return await takeUpAgain(trx, change.initiativeId, change.personId, at)
    case "log_export": {
      const { what, form, count } = change
      return await logAction(trx, {
        ...change,
        action: "export",
        subject: { what, form, count },
        from: cause.chat,
        at,
      })
    }
    case "adopt":
      return await adopt(trx, change, at)
    case "confide":
      return await confide(trx, change, at)
    case "enter_co_author":
      return await enterCoAuthor(trx, change, at)
    case "set_co_authors":
      return await setCoAuthors(trx, change, at)
    case "link":
      return await linkChat(trx, change, cause.chat, at)
    case "leave_dialogue":
      return await leaveDialogue(trx, change, cause.account, at)
    case "address":
      return await setAddress(trx, change, cause.chat, at)
    case "invite":
      return await invite(trx, change, cause.chat, at)
    case "move_group":
      return await moveGroup(trx, change, at, cause.chat)
    case "honour": {
      const subject = { initiatives: change.initiatives }
      return await logAction(trx, { ...change, action: "honour", subject, from: cause.chat, at })
    }
    case "withdraw_role":
      return await withdrawRole(trx, change, at, cause.chat)
    case "claim":
      return await claim(trx, change, cause.chat, at)
    case "remind": {
      await putReminder(trx, change, at)
      const subject = { reminder: change.number, audience: change.plan.audience.kind }
      const action = change.isNew ? "remind" : "change_reminder"
      const unitId = change.plan.audience.unit.id
      return await logAction(trx, {
        personId: change.personId,
        unitId,
        action,
        subject,
        from: cause.chat,
        at,
      })
    }
    case "stop_reminder": {
      await stopReminder(trx, change.id, at)
      const subject = { reminder: change.number }
      return await logAction(trx, { ...change, action: "stop_reminder", subject, from: cause.chat, at })
    }
    case "set_target": {
      await writeTarget(trx, change, at)
      const { kind, phase, amount, from } = change
      return await logAction(trx, {
        ...change,
        action: "set_target",
        // The reason is somebody's words and stands with the target, where it can be cleaned.
        subject: { kind, phase, amount, day: from },
        from: cause.chat,
        at,
      })
    }
    case "reorganise": {
      await reorganise(trx, change.change, change.from, { now: cause.now, zone: cause.timeZone })
      const subject = { ...change.change, day: change.from }
      return await logAction(trx, { ...change, action: "reorganise", subject, from: cause.chat, at })
    }
    case "set_periods": {
      const { campaignId, list, periods } = change
      await changePeriods(trx, { campaignId, list, set: periods }, at)
      for (const period of periods) {
        const subject = { list, ...period }
        await logAction(trx, { ...change, action: "set_period", subject, from: cause.chat, at })
      }
      return
    }
    case "remove_period": {
      const { campaignId, list, period } = change
      await changePeriods(trx, { campaignId, list, removed: period.code }, at)
      const subject = { list, ...period }
      return await logAction(trx, { ...change, action: "remove_period", subject, from: cause.chat, at })
    }
    case "close_chat":
      return await closeChat(trx, change.chat)
    case "open_chat":
      return await openChat(trx, change.chat)
    case "move_chat":
      return await moveChat(trx, change.from, change.to)
    default:
      return change satisfies never
  }
}
