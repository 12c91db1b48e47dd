import type { Change } from "../../core/conversation/change.ts"
import type { Step } from "../../core/conversations.ts"
import { removePeriod, setPeriods } from "../campaign/campaign.ts"
import { writeTarget } from "../campaign/target.ts"
import { reorganise } from "../campaign/unit.ts"
import type { Cause } from "../cause.ts"
import { writeMarks } from "../emulation/mark.ts"
import { attach, detach, keepFile } from "../file/file.ts"
import { amend } from "../ideas/amend.ts"
import { disown, own } from "../ideas/authorship.ts"
import { enterCoAuthor, setCoAuthors } from "../ideas/co-author.ts"
import { adopt, confide } from "../ideas/ideas.ts"
import { moveRecord } from "../ideas/move-record.ts"
import { withdraw } from "../ideas/withdrawal.ts"
import { joinAccount, noteWrongCode, offerJoin } from "../people/account.ts"
import { logAction } from "../people/audit.ts"
import { addRequest, settleRequest } from "../people/data-request.ts"
import { erase } from "../people/erasure.ts"
import { claim, invite } from "../people/invitation.ts"
import { keepAnAdministrator, withdrawRole } from "../people/office.ts"
import { admit, noteConsent, place, rename } from "../people/person.ts"
import { putReminder, stopReminder } from "../reminder/reminder.ts"
import { judge, takeBack, takeUpAgain } from "../review/judge.ts"
import { restateRecognition } from "../review/restate.ts"
import type { Trx } from "../schema.ts"
import { closeChat, linkChat, moveChat, openChat, setAddress } from "./chat.ts"
import { leaveDialogue } from "./dialogue.ts"
import { moveGroup } from "./group.ts"

/** Carries out what the steps change about people, roles, chats and initiatives, in order. Throws `Conflict`. */
export async function applyChanges(
  trx: Trx,
  steps: readonly Step[],
  now: number,
  timeZone: string,
): Promise<void> {
  const at = new Date(now)
  for (const { incoming, decision } of steps) {
    const cause = { at, timeZone, chat: incoming.chat.id, account: incoming.from?.account ?? "", incoming }
    for (const change of decision.changes ?? []) await apply(trx, change, cause)
  }
}

async function apply(trx: Trx, change: Change, cause: Cause): Promise<void> {
  const { at, chat: from } = cause
  switch (change.do) {
    case "admit":
      return await admit(trx, change, cause)
    case "consent":
      return await noteConsent(trx, change, cause)
    case "place":
      return await place(trx, change)
    case "rename":
      return await rename(trx, change)
    case "offer_join":
      return await offerJoin(trx, change, cause)
    case "join":
      return await joinAccount(trx, change, cause)
    case "wrong_code":
      return await noteWrongCode(trx, change, cause)
    case "ask_request":
      return await addRequest(trx, change, cause)
    case "answer_request":
    case "extend_request":
      return await settleRequest(trx, change, cause)
    case "erase":
      await keepAnAdministrator(trx, { personId: change.personId })
      return await erase(trx, change, cause)
    case "own":
      return await own(trx, change, cause)
    case "disown":
      return await disown(trx, change, cause)
    case "withdraw":
      return await withdraw(trx, change, cause)
    case "amend":
      await amend(trx, change, cause)
      return await takeUpAgain(trx, change, cause)
    case "keep_file":
      return await keepFile(trx, change, cause)
    case "attach":
      await attach(trx, change, cause)
      return await takeUpAgain(trx, change, cause)
    case "detach":
      return await detach(trx, change, cause)
    case "adopt":
      return await adopt(trx, change, cause)
    case "confide":
      return await confide(trx, change, cause)
    case "enter_co_author":
      return await enterCoAuthor(trx, change, cause)
    case "set_co_authors":
      return await setCoAuthors(trx, change, cause)
    case "judge":
      return await judge(trx, change, cause)
    case "take_back":
      return await takeBack(trx, change, cause)
    case "restate_recognition":
      return await restateRecognition(trx, change, cause)
    case "move_record":
      return await moveRecord(trx, change, cause)
    case "link":
      return await linkChat(trx, change, cause)
    case "move_group":
      return await moveGroup(trx, change, cause)
    case "address":
      return await setAddress(trx, change, cause)
    case "leave_dialogue":
      return await leaveDialogue(trx, change, cause)
    case "invite":
      return await invite(trx, change, cause)
    case "claim":
      return await claim(trx, change, cause)
    case "withdraw_role":
      return await withdrawRole(trx, change, cause)
    case "remind":
      return await putReminder(trx, change, cause)
    case "stop_reminder":
      return await stopReminder(trx, change, cause)
    case "mark_emulation":
      return await writeMarks(trx, change, cause)
    case "set_target":
      return await writeTarget(trx, change, cause)
    case "set_periods":
      return await setPeriods(trx, change, cause)
    case "remove_period":
      return await removePeriod(trx, change, cause)
    case "reorganise": {
      await reorganise(trx, change.change, change.from, { now: at.getTime(), zone: cause.timeZone })
      const subject = { ...change.change, day: change.from }
      return await logAction(trx, { ...change, action: "reorganise", subject, from, at })
    }
    // What changes nothing and is only to be found in the log.
    case "log":
      return await logAction(trx, { ...change, subject: { initiatives: change.initiatives }, from, at })
    case "honour": {
      const subject = { initiatives: change.initiatives }
      return await logAction(trx, { ...change, action: "honour", subject, from, at })
    }
    case "log_export": {
      const { what, form, count } = change
      return await logAction(trx, { ...change, action: "export", subject: { what, form, count }, from, at })
    }
    case "open_chat":
      return await openChat(trx, change.chat)
    case "close_chat":
      return await closeChat(trx, change.chat)
    case "move_chat":
      return await moveChat(trx, change.from, change.to)
    default:
      return change satisfies never
  }
}
