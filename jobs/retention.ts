import type { Schedule } from "./work.ts"

/** The kind of the job that removes what is no longer needed. */
export const RETENTION = "retention"

/** At night, when nobody waits for an answer. */
export function retentionSchedule(timeZone: string): Schedule {
  return { id: RETENTION, kind: RETENTION, pattern: "20 3 * * *", timeZone }
}
