import { platformOf } from "../channel.ts"
import { formatDay, formatLocal } from "../clock.ts"
import type { Phrase } from "../outbox.ts"
import { requestCode } from "./data-request.ts"
import { type PersonalData, standingConsents } from "./personal-data.ts"

/** What is kept, in words; the records themselves are in the download. */
export function summaryOf(data: PersonalData, zone: string): readonly Phrase[] {
  const on = (at: number) => formatLocal(at, zone, "date")
  const granted = standingConsents(data)
  const agreedAt = data.consents.findLast(({ purpose }) => purpose === "records")?.at
  const shared = data.coAuthored.filter(({ state }) => state === "accepted")
  const standing = data.roles.filter(({ until }) => until === null)
  return [
    { key: "my-data-name", args: { name: data.name } },
    { key: "my-data-unit", args: { unit: data.unit?.name ?? "–" } },
    ...data.accounts.map((account) => ({
      key: "my-data-account",
      args: { channel: platformOf(account.id), name: account.name, since: on(account.since) },
    })),
    {
      key: "my-data-initiatives",
      args: {
        own: data.initiatives.filter((each) => each.as === "author").length,
        others: data.initiatives.filter((each) => each.as === "submitter").length,
      },
    },
    ...(shared.length === 0 ? [] : [{ key: "my-data-co-authored", args: { count: shared.length } }]),
    ...standing.map(({ role, unit }) => ({ key: "my-data-role", args: { role, unit } })),
    ...(agreedAt === undefined || !granted.records
      ? []
      : [{ key: "my-data-agreed", args: { on: on(agreedAt) } }]),
    ...data.requests.flatMap(({ number, due, closedAt }) =>
      closedAt === null
        ? [{ key: "my-data-request", args: { code: requestCode(number), due: formatDay(due, "date") } }]
        : [],
    ),
    { key: "my-data-naming", args: { state: stateOf(granted.naming) } },
    { key: "my-data-reminders", args: { state: stateOf(granted.reminders) } },
  ]
}

/** How the wording files name a consent that stands, or does not. */
export function stateOf(granted: boolean): "on" | "off" {
  return granted ? "on" : "off"
}
