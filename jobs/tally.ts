import type { StoredCampaign } from "../core/campaign/operator-store.ts"
import { ROUND_AT } from "../core/tally/round.ts"
import type { Schedule } from "./work.ts"

/** The kinds of jobs that every campaign has by the calendar. */
export const WEEKLY_TALLY = "weekly-tally"
export const MORNING_ROUND = "morning-round"

const CRON_DAYS = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
} as const

/** Of every campaign its weekly closing, and a round each morning but on Sundays. */
export function tallySchedules(campaigns: readonly StoredCampaign[], timeZone: string): readonly Schedule[] {
  return campaigns.flatMap(({ campaign: { code, weeklyClosing } }) => {
    // "24:00" is the first minute of the day after.
    const day = (CRON_DAYS[weeklyClosing.weekday] + (weeklyClosing.at === "24:00" ? 1 : 0)) % 7
    return [
      {
        id: `${WEEKLY_TALLY}:${code}`,
        kind: WEEKLY_TALLY,
        pattern: `${daily(weeklyClosing.at)} ${day}`,
        timeZone,
      },
      { id: `${MORNING_ROUND}:${code}`, kind: MORNING_ROUND, pattern: `${daily(ROUND_AT)} 1-6`, timeZone },
    ]
  })
}

function daily(time: string): string {
  const [hour = "0", minute = "0"] = time.split(":")
  return `${Number(minute)} ${Number(hour) % 24} * *`
}
