import { type Document, platformOf } from "../channel.ts"
import { formatDay, formatLocal } from "../clock.ts"
import { formatShare } from "../ideas/shares.ts"
import { initiativeCode } from "../intake/code.ts"
import { plain } from "../markup.ts"
import type { Phrase } from "../outbox.ts"
import { requestCode } from "./data-request.ts"
import { summaryOf } from "./my-data-summary.ts"
import type { PersonalData, PersonalInitiative } from "./personal-data.ts"

/** What a person takes away: to be read, or to be read by another program. */
export type MyDataForm = "text" | "json"

/** The whole of a person's data as a file of its own; `say` turns phrases into text, dates are in `zone`. */
export function myDataFile(
  data: PersonalData,
  form: MyDataForm,
  say: (phrase: Phrase) => string,
  zone: string,
): Document {
  const encode = (text: string) => new TextEncoder().encode(text)
  return form === "json"
    ? {
        name: "du-lieu-cua-toi.json",
        contentType: "application/json; charset=utf-8",
        bytes: encode(`${JSON.stringify(inIsoTimes(data), undefined, 2)}\n`),
      }
    : {
        name: "du-lieu-cua-toi.txt",
        contentType: "text/plain; charset=utf-8",
        // The mark at the head tells old Windows programs that it is UTF-8.
        bytes: encode(
          `\uFEFF${linesOf(data, zone)
            .map((phrase) => plain(say(phrase)))
            .join("\r\n")}\r\n`,
        ),
      }
}

function linesOf(data: PersonalData, zone: string): readonly Phrase[] {
  const on = (at: number) => formatLocal(at, zone, "stamp")
  const blank: Phrase = { text: "" }
  return [
    { key: "my-data-file-head" },
    blank,
    ...summaryOf(data, zone),
    blank,
    ...data.consents.map(({ purpose, granted, version, at, channel }) => ({
      key: "my-data-file-consent",
      args: { purpose, granted: String(granted), version, at: on(at), channel: platformOf(channel) },
    })),
    ...data.initiatives.flatMap((each): readonly Phrase[] => [
      blank,
      {
        key: "my-data-file-initiative",
        args: { code: initiativeCode(each.number), title: each.title, at: on(each.registeredAt) },
      },
      { key: "my-data-file-author", args: { author: each.author, unit: each.unit } },
      ...(each.beside.length === 0 ? [] : [{ key: "my-data-file-team", args: { list: teamOf(each) } }]),
      ...(each.description === null ? [] : [{ text: each.description }]),
      ...(each.benefit === null ? [] : [{ text: each.benefit }]),
      ...(each.sector === null ? [] : [{ key: "review-sector", args: { sector: each.sector } }]),
      ...(each.original === null ? [] : [{ key: "my-data-file-original", args: { text: each.original } }]),
    ]),
    ...data.coAuthored.map(({ number, title, state, share }) => ({
      key: "my-data-file-co-author",
      args: { code: initiativeCode(number), title, state, share: shareOf(share) },
    })),
    ...data.requests.flatMap(({ number, kind, words, at, due, answer, closedAt }): readonly Phrase[] => [
      blank,
      {
        key: "my-data-file-request",
        args: { code: requestCode(number), kind, at: on(at), due: formatDay(due, "date") },
      },
      ...(words === null ? [] : [{ text: words }]),
      ...(closedAt === null || answer === null
        ? []
        : [{ key: "my-data-file-answer", args: { at: on(closedAt), words: answer } }]),
    ]),
    ...(data.actions.length === 0
      ? []
      : [blank, { key: "my-data-file-actions", args: { count: data.actions.length } }]),
  ]
}

function teamOf({ beside }: PersonalInitiative): string {
  return beside.map(({ name, share }) => `${name} ${shareOf(share)}`.trim()).join(", ")
}

function shareOf(percent: number | null): string {
  return percent === null ? "" : formatShare(percent * 10)
}

const INSTANTS = new Set(["since", "until", "at", "registeredAt", "recognizedAt", "onPortalAt", "closedAt"])

function inIsoTimes(data: PersonalData): unknown {
  return JSON.parse(JSON.stringify(data), (key, value: unknown) =>
    INSTANTS.has(key) && typeof value === "number" ? new Date(value).toISOString() : value,
  )
}
