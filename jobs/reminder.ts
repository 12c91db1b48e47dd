import { type Reminder, reminderCode } from "../core/reminder/reminder.ts"
import { cronOf } from "../core/reminder/schedule.ts"
import type { Schedule } from "./work.ts"

/** The kind of a reminder's jobs. */
export const REMINDER = "reminder"

/** What the queue's clock is to strike for: every reminder that still stands. The database decides what is due then. */
export function reminderSchedules(reminders: readonly Reminder[], timeZone: string): readonly Schedule[] {
  return reminders.flatMap(({ number, when, nextAt }) =>
    nextAt === undefined
      ? []
      : [
          {
            id: `${REMINDER}:${reminderCode(number)}`,
            kind: REMINDER,
            pattern: cronOf(when, nextAt, timeZone),
            timeZone,
          },
        ],
  )
}
