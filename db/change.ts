import { sql, type Transaction } from "kysely"
import type { ChatId, Incoming } from "../core/channel.ts"
import { localDate } from "../core/clock.ts"
import type { Change } from "../core/conversation/decision.ts"
import { Conflict, type Step } from "../core/handle.ts"
import { joinAccount } from "./account.ts"
import { amend } from "./amend.ts"
import { channelOf, logAction } from "./audit.ts"
import { setPeriod } from "./campaign.ts"
import { enterCoAuthor, setCoAuthors } from "./co-author.ts"
import { addToCounters, COUNTED_COLUMNS, statedUnconverted, statedVnd } from "./counter.ts"
import { addRequest, settleRequest } from "./data-request.ts"
import { erase } from "./erasure.ts"
import { keepFile } from "./file.ts"
import { moveGroup } from "./group.ts"
import { note } from "./history.ts"
import { indexIdeas } from "./ideas.ts"
import { keepAnAdministrator, withdrawRole } from "./office.ts"
import { putReminder, stopReminder } from "./reminder.ts"
import { judge, takeBack } from "./review.ts"
import type { Database } from "./schema.ts"
import { writeTarget } from "./target.ts"
import { reorganise } from "./unit.ts"

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
      await trx
        .insertInto("person")
        .values({ id: change.personId, name: change.name, unit_id: null, created_at: at })
        .execute()
      await trx
        .insertInto("account")
        .values({ id: change.account, person_id: change.personId, name: change.name, created_at: at })
        .execute()
      return
    case "consent":
      await trx
        .insertInto("consent")
        .values({
          person_id: change.personId,
          purpose: change.purpose,
          version: change.version,
          granted: change.granted,
          at,
          chat_id: cause.chat,
          account_id: cause.account,
          channel: channelOf(cause.chat),
        })
        .execute()
      return await logAction(trx, {
        personId: change.personId,
        unitId: null,
        action: "consent",
        subject: { purpose: change.purpose, version: change.version, granted: change.granted },
        from: cause.chat,
        at,
      })
    case "place":
      await trx
        .updateTable("person")
        .set({ unit_id: change.unitId })
        .where("id", "=", change.personId)
        .execute()
      return
    case "rename":
      await trx
        .updateTable("person")
        .set({
          name: change.name,
          former_names: sql`array(select distinct unnest(former_names || name) except select ${change.name}::text)`,
        })
        .where("id", "=", change.personId)
        .where("erased_at", "is", null)
        .execute()
      await trx
        .updateTable("co_author")
        .set({ name: change.name })
        .where("person_id", "=", change.personId)
        .execute()
      await trx
        .updateTable("initiative")
        .set({ author_name: change.name })
        .where("author_id", "=", change.personId)
        .execute()
      return
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
    case "own": {
      const { numUpdatedRows } = await trx
        .updateTable("initiative")
        .set({ author_id: change.personId })
        .where("id", "in", change.initiativeIds)
        .where((eb) => eb.or([eb("author_id", "is", null), eb("author_id", "=", change.personId)]))
        .executeTakeFirst()
      if (numUpdatedRows !== BigInt(change.initiativeIds.length)) throw new Conflict()
      for (const id of change.initiativeIds) await note(trx, id, "owned", change.personId, at)
      return
    }
    case "disown":
      await note(trx, change.initiativeId, "disowned", change.personId, at)
      await trx
        .updateTable("initiative")
        .set({ author_id: null })
        .where("id", "=", change.initiativeId)
        .where("author_id", "=", change.personId)
        .execute()
      return
    case "keep_file":
      return await keepFile(trx, change, cause.incoming, cause.now)
    case "attach":
      for (const file of change.files) {
        await trx
          .insertInto("attachment")
          .values({
            initiative_id: change.initiativeId,
            hash: file.hash,
            name: file.name,
            content_type: file.contentType,
            bytes: file.bytes,
            added_by: change.personId,
            added_at: at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
      }
      await note(trx, change.initiativeId, "attached", change.personId, at)
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
      await trx
        .insertInto("adoption")
        .values({
          initiative_id: change.initiativeId,
          unit_id: change.unitId,
          person_id: change.personId,
          at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return
    case "confide":
      await trx
        .updateTable("initiative")
        .set({ confidential: change.confidential, indexed: false })
        .where("id", "=", change.initiativeId)
        .execute()
      await indexIdeas(trx, change.initiativeId)
      return await note(
        trx,
        change.initiativeId,
        change.confidential ? "made_confidential" : "made_open",
        change.personId,
        at,
      )
    case "enter_co_author":
      return await enterCoAuthor(trx, change, at)
    case "set_co_authors":
      return await setCoAuthors(trx, change, at)
    case "link":
      await trx
        .updateTable("chat")
        .set({ unit_id: change.unitId, linked_at: at, state: "open" })
        .where("id", "=", change.chat)
        .execute()
      return await logAction(trx, {
        ...change,
        action: "link",
        subject: { chat: change.chat },
        from: cause.chat,
        at,
      })
    case "leave_dialogue":
      return await leaveDialogue(trx, change, cause)
    case "address":
      await trx.updateTable("chat").set({ address_form: change.form }).where("id", "=", change.chat).execute()
      return await logAction(trx, {
        ...change,
        action: "address",
        subject: { chat: change.chat, form: change.form },
        from: cause.chat,
        at,
      })
    case "invite":
      await trx
        .insertInto("invitation")
        .values({
          id: change.id,
          code_hash: change.codeHash,
          role: change.role,
          unit_id: change.unitId,
          created_by: change.personId,
          created_at: at,
          expires_at: new Date(change.expiresAt),
          hands_over: change.handsOver ?? null,
        })
        .execute()
      return await logAction(trx, {
        ...change,
        action: change.handsOver === undefined ? "invite" : "hand_over",
        subject: { role: change.role },
        from: cause.chat,
        at,
      })
    case "move_group":
      return await moveGroup(trx, change, at, cause.chat)
    case "honour": {
      const subject = { initiatives: change.initiatives }
      return await logAction(trx, { ...change, action: "honour", subject, from: cause.chat, at })
    }
    case "withdraw_role":
      return await withdrawRole(trx, change, at, cause.chat)
    case "claim":
      return await claim(trx, change, cause)
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
    case "set_period": {
      await setPeriod(trx, change.campaignId, change.list, change.period, at)
      const subject = { list: change.list, ...change.period }
      return await logAction(trx, { ...change, action: "set_period", subject, from: cause.chat, at })
    }
    case "close_chat":
      await trx.updateTable("chat").set({ state: "closed" }).where("id", "=", change.chat).execute()
      await trx
        .updateTable("outbox")
        .set({ state: "dead", error: "the bot was removed from the chat" })
        .where("chat_id", "=", change.chat)
        .where("state", "=", "waiting")
        .execute()
      return
    case "open_chat":
      await trx.updateTable("chat").set({ state: "open" }).where("id", "=", change.chat).execute()
      return
    case "move_chat":
      return await moveChat(trx, change.from, change.to)
    default:
      return change satisfies never
  }
}

/** Takes an initiative back: its event undoes exactly the counters it stood in. */
async function withdraw(trx: Trx, change: Change & { do: "withdraw" }, cause: Cause): Promise<void> {
  const at = new Date(cause.now)
  const { rows } = await sql<{ id: string }>`
    with found as (
      select * from initiative
      where id = ${change.initiativeId} and status not in ('withdrawn', 'recognized', 'on_portal') for update
    ),
    taken as (update initiative set status = 'withdrawn' from found where initiative.id = found.id),
    -- A duplicate was taken out of the counters when it was found to be one.
    counted as (select id, case when status = 'duplicate' then 0 else -1 end as registered from found)
    insert into initiative_event (initiative_id, campaign_id, unit_id, kind, at, registered, benefit_vnd,
      benefit_unconverted, actor_id, reason, created_at)
    select id, campaign_id, unit_id, 'withdrawn', ${at}, registered, registered * ${statedVnd("found")},
      registered * ${statedUnconverted("found")}, ${change.personId},
      ${change.reason === "" ? null : change.reason}, ${at}
    from found join counted using (id)
    returning id`.execute(trx)
  if (rows[0] === undefined) throw new Conflict()
  await addToCounters(
    trx,
    sql`select campaign_id, unit_id, ${localDate(cause.now, cause.timeZone)}::date as day, ${COUNTED_COLUMNS}
      from initiative_event where id = ${rows[0].id}`,
  )
}

/** What was asked for has come: the officers' queue shows the initiative again. */
async function takeUpAgain(trx: Trx, initiativeId: string, actorId: string, at: Date): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("initiative")
    .set({ status: "under_review" })
    .where("id", "=", initiativeId)
    .where("status", "=", "needs_more_info")
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await note(trx, initiativeId, "under_review", actorId, at)
}

async function claim(trx: Trx, change: Change & { do: "claim" }, cause: Cause): Promise<void> {
  const at = new Date(cause.now)
  const used = await trx
    .updateTable("invitation")
    .set({ used_by: change.personId, used_at: at })
    .where("id", "=", change.invitationId)
    .where("used_at", "is", null)
    .returning(["role", "unit_id", "hands_over"])
    .executeTakeFirst()
  if (used === undefined) throw new Conflict()
  if (used.hands_over !== null) {
    const { numUpdatedRows } = await trx
      .updateTable("role_grant")
      .set({ withdrawn_at: at })
      .where("id", "=", used.hands_over)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict()
  }
  const unitId = used.unit_id ?? (await firstRoot(trx))
  if (unitId === undefined) throw new Conflict()
  await trx
    .insertInto("role_grant")
    .values({
      id: change.grantId,
      person_id: change.personId,
      unit_id: unitId,
      role: used.role,
      granted_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (used.unit_id === null) {
    // The first administrator is there: no other code printed at a start may make a second one.
    await trx
      .updateTable("invitation")
      .set({ expires_at: at })
      .where("unit_id", "is", null)
      .where("used_at", "is", null)
      .execute()
  }
  await logAction(trx, {
    personId: change.personId,
    unitId,
    action: "claim",
    subject: { role: used.role, grant: change.grantId },
    from: cause.chat,
    at,
  })
}

async function firstRoot(trx: Trx): Promise<string | undefined> {
  const root = await trx
    .selectFrom("unit")
    .select("id")
    .where("parent_id", "is", null)
    .orderBy("created_at")
    .executeTakeFirst()
  return root?.id
}

/** A step of that conversation as any other: of two at a time one loses, as with a message. */
async function leaveDialogue(
  trx: Trx,
  { chat, version }: Extract<Change, { do: "leave_dialogue" }>,
  { account, incoming, now }: Cause,
): Promise<void> {
  const at = new Date(now)
  const next = version + 1
  await trx
    .insertInto("handled_update")
    .values({
      update_key: `${incoming.updateKey}:left`,
      chat_id: chat,
      account_id: account,
      version: next,
      at,
    })
    .execute()
  const left = await trx
    .updateTable("conversation")
    .set({ dialogue: null, version: next, updated_at: at })
    .where("chat_id", "=", chat)
    .where("account_id", "=", account)
    .where("version", "=", version)
    .executeTakeFirst()
  if (left.numUpdatedRows === 0n) throw new Conflict()
}

/** A group got another id: everything that points at the old one points at the new one afterwards. */
export async function moveChat(trx: Trx, from: ChatId, to: ChatId): Promise<void> {
  await sql`
    insert into chat (id, bot_id, kind, title, unit_id, linked_at, state, created_at)
    select ${to}, bot_id, kind, title, unit_id, linked_at, 'open', created_at from chat where id = ${from}
    on conflict (id) do update set unit_id = coalesce(chat.unit_id, excluded.unit_id),
      linked_at = coalesce(chat.linked_at, excluded.linked_at), state = 'open'`.execute(trx)
  await sql`update chat set state = 'closed', unit_id = null where id = ${from}`.execute(trx)
  await sql`
    update conversation set chat_id = ${to} where chat_id = ${from}
      and not exists (select from conversation as c where c.chat_id = ${to} and c.account_id = conversation.account_id)`.execute(
    trx,
  )
  await sql`
    update handled_update set chat_id = ${to} where chat_id = ${from}
      and not exists (select from handled_update as h where h.chat_id = ${to}
        and h.account_id = handled_update.account_id and h.version = handled_update.version)`.execute(trx)
  await sql`update reminder set chat_id = ${to} where chat_id = ${from}`.execute(trx)
  await sql`update outbox set chat_id = ${to} where chat_id = ${from} and state in ('waiting', 'sending')`.execute(
    trx,
  )
}
