import type { Outgoing } from "../channel.ts"
import { given } from "../given.ts"
import { initiativeCode } from "../intake/code.ts"
import type { OutboxContent, OutboxRow, Phrase, ReceiptFacts } from "../outbox.ts"
import { quote, split } from "../text/cut.ts"
import { formatMoney } from "../text/money.ts"
import { formatPct, roundPct } from "../text/number.ts"
import type { Wording } from "./wording.ts"

/** One message to send and the rows it settles. */
export type Rendered = { readonly outgoing: Omit<Outgoing, "chat">; readonly ids: readonly string[] }

/**
 * Puts waiting rows of one chat into words, in order. Receipts that stand side by side become one message; a text longer
 * than `textLength` (UTF-16 units) is sent in parts, its choices with the last one.
 */
export function render(
  wording: Wording,
  rows: readonly OutboxRow[],
  textLength: number,
): readonly Rendered[] {
  const voice = wording.addressing(rows[0]?.addressForm ?? "anh_chi")
  return runsOf(rows).flatMap((run) => {
    const [first] = run
    if (first === undefined) return []
    const { content } = first
    const text = run.length === 1 ? textOf(voice, content) : mergedReceipts(voice, run)
    const ids = run.map((row) => row.id)
    const answersOne = run.every((row) => row.content.replyTo === content.replyTo)
    const parts = text.length <= textLength ? [text] : split(text, textLength)
    const choices = content.choices && {
      ask: content.choices.ask,
      labels: content.choices.labels.map(voice.say),
    }
    return parts.map((part, index) => ({
      ids,
      outgoing: {
        text: part,
        ...given({
          topic: content.topic,
          replyTo: answersOne && index === 0 ? content.replyTo : undefined,
          choices: index === parts.length - 1 ? choices : undefined,
        }),
      },
    }))
  })
}

function runsOf(rows: readonly OutboxRow[]): readonly (readonly OutboxRow[])[] {
  const runs: OutboxRow[][] = []
  for (const row of rows) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    const joins =
      before?.content.receipt !== undefined &&
      // What is said behind a receipt belongs to it and not to the next person's.
      before.content.phrases === undefined &&
      row.content.receipt !== undefined &&
      before.content.topic === row.content.topic
    if (joins) last?.push(row)
    else runs.push([row])
  }
  return runs
}

function textOf(wording: Wording, content: OutboxContent): string {
  const receipt = content.receipt === undefined ? [] : receiptPhrases(content.receipt)
  const phrases = [...receipt, ...behindReceipt(content)]
  const lines = phrases.map(wording.say)
  const choices = (content.choices?.labels ?? []).map((label, index) => `${index + 1}. ${wording.say(label)}`)
  return [...lines, ...choices].join("\n")
}

/** What is said behind a receipt may name its initiative, whose code nobody knew before. */
function behindReceipt({ receipt, phrases = [] }: OutboxContent): readonly Phrase[] {
  if (receipt?.number === undefined) return phrases
  const code = initiativeCode(receipt.number)
  return phrases.map((phrase) => ("key" in phrase ? { ...phrase, args: { code, ...phrase.args } } : phrase))
}

function receiptPhrases(receipt: ReceiptFacts): readonly Phrase[] {
  const code = initiativeCode(receipt.number ?? 0)
  const who = { author: receipt.authorName, unit: receipt.unitName }
  return [
    { key: "receipt-head", args: { code, title: receipt.title } },
    receipt.benefit === undefined
      ? { key: "receipt-plain", args: who }
      : { key: "receipt-benefit", args: { ...who, benefit: formatMoney(receipt.benefit) } },
    progressOf("receipt", receipt),
    { key: "receipt-foot", args: { code } },
  ]
}

function progressOf(prefix: "receipt" | "receipts", receipt: ReceiptFacts): Phrase {
  const registered = receipt.registered ?? 0
  const unit: { unit?: string } = prefix === "receipts" ? { unit: receipt.unitName } : {}
  if (receipt.target === undefined || receipt.target === 0) {
    return { key: `${prefix}-count`, args: { ...unit, registered } }
  }
  const pct = formatPct(roundPct(registered, receipt.target))
  return { key: `${prefix}-progress`, args: { ...unit, registered, target: receipt.target, pct } }
}

/** "Đã ghi nhận 8 sáng kiến: SK-000010 (An), …" and how far each unit has come by them; of one person's few, what each is called. */
function mergedReceipts(wording: Wording, rows: readonly OutboxRow[]): string {
  const receipts = rows.map((row) => row.content.receipt).filter((receipt) => receipt !== undefined)
  const count = receipts.length
  const byAuthor = [...Map.groupBy(receipts, ({ authorName }) => authorName)]
  const [[author, own] = [], ...others] = byAuthor
  const merged =
    author !== undefined && own !== undefined && others.length === 0
      ? [wording.say({ key: "receipts-own", args: { count, author } }), ...calledAs(wording, own)]
      : [wording.say({ key: "receipts-merged", args: { count, list: codesByAuthor(wording, byAuthor) } })]
  const farthest = new Map<string, ReceiptFacts>()
  for (const receipt of receipts) {
    const known = farthest.get(receipt.unitName)
    if ((receipt.registered ?? 0) >= (known?.registered ?? 0)) farthest.set(receipt.unitName, receipt)
  }
  const progress = [...farthest.values()].map((receipt) => wording.say(progressOf("receipts", receipt)))
  const notes = rows.flatMap((row) => behindReceipt(row.content)).map(wording.say)
  return [...merged, ...progress, ...notes].join("\n")
}

/** Of more the codes must do. */
const MOST_TITLES = 10

function calledAs(wording: Wording, own: readonly ReceiptFacts[]): readonly string[] {
  if (own.length > MOST_TITLES) return [codesOf(own)]
  return own.map(({ number, title }) =>
    wording.say({ key: "receipts-title", args: { code: initiativeCode(number ?? 0), title: quote(title) } }),
  )
}

/** "SK-000010, SK-000012 (An), SK-000011 (Bình)" */
function codesByAuthor(
  wording: Wording,
  byAuthor: readonly (readonly [string, readonly ReceiptFacts[]])[],
): string {
  return byAuthor
    .map(([author, own]) => wording.say({ key: "receipts-item", args: { code: codesOf(own), author } }))
    .join(", ")
}

function codesOf(receipts: readonly ReceiptFacts[]): string {
  return receipts.map(({ number }) => initiativeCode(number ?? 0)).join(", ")
}
