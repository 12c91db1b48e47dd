import type { ChatId } from "../../core/channel.ts"
import { localDate } from "../../core/clock.ts"
import { type ReminderPorts, sendReminders } from "../../core/reminder/send.ts"
import { cutoffs } from "../../core/retention.ts"
import { freshenTallies } from "../../core/tally/held-post.ts"
import { closeWeek } from "../../core/tally/post.ts"
import { morningRound, type RoundPorts } from "../../core/tally/round.ts"
import { settleUnits } from "../../db/campaign/unit.ts"
import { removeUnnamedFiles } from "../../db/file/attachment.ts"
import { indexIdeas } from "../../db/ideas/ideas.ts"
import { forgetFuture } from "../../db/outbox/clock.ts"
import { holdLatePosts } from "../../db/outbox/late-post.ts"
import { type NoticeOptions, notices } from "../../db/outbox/notice.ts"
import { audit } from "../../db/people/audit.ts"
import { reminderPosts } from "../../db/reminder/post.ts"
import { standingReminders } from "../../db/reminder/reminder.ts"
import { removeOld } from "../../db/retention.ts"
import { heldTallies } from "../../db/tally/held-post.ts"
import { REMINDER, reminderSchedules } from "../../jobs/reminder.ts"
import { RETENTION, retentionSchedule } from "../../jobs/retention.ts"
import type { JobsOptions } from "../../jobs/start.ts"
import { MORNING_ROUND, tallySchedules, WEEKLY_TALLY } from "../../jobs/tally.ts"
import type { Parts } from "./parts.ts"

/** What happens when: at its moment by the queue's clock, and within a minute of being missed. */
export function clockWork(
  { settings, around, store, wording }: Parts,
  posts: RoundPorts,
  quotas: NoticeOptions["quotas"],
  wake: (chats: readonly ChatId[]) => void,
): Pick<JobsOptions, "schedules" | "run" | "catchUp"> {
  const { log, now } = around
  const { db } = store
  const { timeZone } = settings
  const officers = notices(db, { timeZone, say: wording.say, quotas })
  const reminders: ReminderPorts = { posts: reminderPosts(db, timeZone), timeZone, wake }
  const closeWeeks = async () => wake(await closeWeek(posts, now()))
  const remind = async () => await sendReminders(reminders, now())
  const goRound = async () => wake(await morningRound(posts, now()))
  const cleanUp = async () => {
    const removed = await removeOld(db, cutoffs(settings.keepDays, now()), now())
    const files = await removeUnnamedFiles(db, settings.dataDir, now())
    // In the journal of the machine the last hash is out of the database's reach.
    const actions = await audit(db).check()
    log.info({ removed: { ...removed, files }, actions }, "what is no longer needed was removed")
  }
  const doers: Readonly<Record<string, () => Promise<void>>> = {
    [WEEKLY_TALLY]: closeWeeks,
    [REMINDER]: remind,
    [MORNING_ROUND]: goRound,
    [RETENTION]: cleanUp,
  }
  return {
    schedules: async () => [
      ...tallySchedules(await posts.posts.campaigns(), timeZone),
      ...reminderSchedules(await standingReminders(db), timeZone),
      retentionSchedule(timeZone),
    ],
    run: async (kind) => await doers[kind]?.(),
    catchUp: [
      async () => await holdLatePosts(db, now(), timeZone),
      async () => await freshenTallies(heldTallies(db, timeZone), timeZone, now()),
      async () => await forgetFuture(db, now()),
      async () => await settleUnits(db, localDate(now(), timeZone)),
      // In this order: on a day with both, the tally goes first and the other makes room.
      closeWeeks,
      remind,
      goRound,
      async () => wake(await officers.lookAfter(now())),
      async () => await indexIdeas(db),
    ],
  }
}
