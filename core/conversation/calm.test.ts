import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { Incoming } from "../channel.ts"
import type { OutboxDraft } from "../outbox.ts"
import { calming } from "./calm.ts"
import type { Decision, NewRecord } from "./decision.ts"
import type { Dialogue } from "./dialogue.ts"
import { ACCOUNT, aContext, BOT, CHAT } from "./testing.ts"

const INCOMING = { chat: { id: CHAT }, from: { account: ACCOUNT } } as Incoming
const CONSENT = { step: "consent", ask: "a", askedAt: 0, pending: { text: "x" } } as Dialogue

function answer(dueAt: number): OutboxDraft {
  return { chat: CHAT, bot: BOT, kind: "answer", content: { phrase: { key: "x" } }, dueAt } as OutboxDraft
}

/** What one message leads to, by its kind. */
const DECISIONS = {
  word: () => ({ say: [answer(0)] }),
  consent: () => ({ say: [answer(0)], dialogue: CONSENT }),
  code: () => ({ say: [answer(0)], changes: [{ do: "wrong_code", account: ACCOUNT }] }),
  receipt: (now: number) => ({ register: [{ receipt: answer(now) } as NewRecord] }),
} as const satisfies Record<string, (now: number) => Decision>
type Kind = keyof typeof DECISIONS

type Sent = { readonly at: number }

/** What the person gets: of held words the newest, and receipts that are due at one moment with nothing between them as one. */
function sentTo(messages: readonly { readonly kind: Kind; readonly at: number }[]): Sent[] {
  const calm = calming()
  const sent: Sent[] = []
  const waiting: Sent[] = []
  const leave = (until: number) => {
    while (waiting[0] !== undefined && waiting[0].at <= until) sent.push(waiting.shift() as Sent)
  }
  let receiptsUntil: number | undefined
  for (const { kind, at } of messages) {
    leave(at)
    const context = aContext(kind === "consent" ? { dialogue: CONSENT } : {})
    const calmed = calm(context, INCOMING, DECISIONS[kind](at), at)
    const [word, receipt] = [calmed.say?.[0], calmed.register?.[0]?.receipt]
    if (word?.supersedeKey !== undefined || calmed.unsaid !== undefined) waiting.length = 0
    if (word !== undefined && word.dueAt > at) {
      waiting.push({ at: word.dueAt })
      continue
    }
    if (word !== undefined || receipt?.dueAt !== receiptsUntil || receipt?.dueAt === at) sent.push({ at })
    receiptsUntil = receipt?.dueAt
  }
  leave(Number.POSITIVE_INFINITY)
  return sent
}

test("fifty messages within five seconds get at most eight replies, whatever they are", async () => {
  const fifty = fc.array(fc.constantFrom(...(Object.keys(DECISIONS) as Kind[])), {
    minLength: 50,
    maxLength: 50,
  })
  await fc.assert(
    fc.property(fifty, fc.nat(100), (kinds, apartMs) => {
      const sent = sentTo(kinds.map((kind, nth) => ({ kind, at: nth * apartMs })))
      expect(sent.length).toBeLessThanOrEqual(8)
    }),
  )
})

test.each(["word", "consent", "code"] as const)(
  "a flood that lasts longer gets no more, and an answer to its last message: %s",
  (kind) => {
    const sent = sentTo(Array.from({ length: 200 }, (_, nth) => ({ kind, at: nth * 100 })))
    expect(sent).toHaveLength(6)
    expect(sent.at(-1)?.at).toBe(20_900)
  },
)

test("whoever waits for each answer gets each, though later when there were many", () => {
  const calm = calming()
  let now = 0
  for (let nth = 0; nth < 30; nth++) {
    const { say } = calm(aContext(), INCOMING, DECISIONS.word(), now)
    expect(say).toHaveLength(1)
    now = Math.max(now, say?.[0]?.dueAt ?? 0) + 50
  }
  expect(now).toBeLessThan(30_000)
})

test("what consents and codes lead to is stored all the while; another step is said at once, and no word after it", () => {
  const calm = calming()
  const context = aContext({ dialogue: CONSENT })
  const calmed = (kind: Kind, at: number) => calm(context, INCOMING, DECISIONS[kind](at), at)
  for (let nth = 0; nth < 20; nth++) calmed("word", nth * 100)
  expect(calmed("consent", 2_000)).toMatchObject({ dialogue: CONSENT, say: [{ dueAt: 3_000 }] })
  expect(calmed("code", 2_000)).toMatchObject({ changes: [{ do: "wrong_code" }], say: [{ dueAt: 3_000 }] })
  const again = { ...DECISIONS.consent(), say: [{ ...answer(0), supersedeKey: "question" }] }
  expect(calm(context, INCOMING, again, 2_000)).toMatchObject({ unsaid: "question" })
  const step = { say: [answer(2_100)], dialogue: { ...CONSENT, step: "unit" } as Dialogue }
  const word = calmed("word", 2_100).say?.[0]?.supersedeKey
  expect(calm(context, INCOMING, step, 2_100)).toEqual({ ...step, unsaid: word })
})

test("of a receipt that waits, what else its message asked for is said behind it", () => {
  const calm = calming()
  const both = (at: number): Decision => ({ ...DECISIONS.receipt(at), ...DECISIONS.word() })
  for (let nth = 0; nth < 3; nth++) calm(aContext(), INCOMING, both(nth), nth)
  const { register, say } = calm(aContext(), INCOMING, both(4), 4)
  expect([register?.[0]?.receipt.dueAt, say?.[0]?.dueAt]).toEqual([2_504, 2_504])
})
