import * as fc from "fast-check"
import { expect, test } from "vitest"
import type { Incoming } from "../channel.ts"
import { given } from "../given.ts"
import type { OutboxDraft } from "../outbox.ts"
import { calming } from "./calm.ts"
import type { Decision, NewRecord } from "./decision.ts"
import type { Dialogue } from "./dialogue.ts"
import { ACCOUNT, aContext, BOT, CHAT } from "./testing.ts"

const INCOMING = { chat: { id: CHAT }, from: { account: ACCOUNT } } as Incoming
const CONSENT = { step: "consent", ask: "a", askedAt: 0, pending: { text: "x" } } as Dialogue

function answer(dueAt: number, key = "x"): OutboxDraft {
  return { chat: CHAT, bot: BOT, kind: "answer", content: { phrases: [{ key }] }, dueAt }
}

/** What one message leads to, by its kind. */
const DECISIONS = {
  word: () => ({ say: [answer(0)] }),
  consent: () => ({ say: [answer(0)], dialogue: CONSENT }),
  step: () => ({ say: [answer(0)], dialogue: { ...CONSENT, step: "supplement" } as Dialogue }),
  left: () => ({ say: [answer(0)], dialogue: null }),
  done: (now: number) => ({ say: [answer(0, `done-${now}`)], changes: [{ do: "close_chat", chat: CHAT }] }),
  code: () => ({ say: [answer(0)], changes: [{ do: "wrong_code", account: ACCOUNT }] }),
  receipt: (now: number) => ({ register: [{ receipt: answer(now) } as NewRecord] }),
} as const satisfies Record<string, (now: number) => Decision>
type Kind = keyof typeof DECISIONS

type Row = { readonly at: number; readonly supersedeKey?: string; readonly says: readonly string[] }
const RECEIPT: Row["says"] = ["receipt"]

/** What the person gets, as the outbox sends it: what is due at one moment in its order, receipts that stand side by side as one. */
function sentTo(messages: readonly { readonly kind: Kind; readonly at: number }[]): Row[] {
  const { calm } = calming()
  const sent: Row[] = []
  let waiting: Row[] = []
  const leave = (until: number) => {
    const due = waiting.filter((row) => row.at <= until)
    waiting = waiting.filter((row) => row.at > until)
    for (const row of due.toSorted((one, other) => one.at - other.at)) {
      const before = sent.at(-1)
      if (before?.at !== row.at || before.says !== RECEIPT || row.says !== RECEIPT) sent.push(row)
    }
  }
  for (const { kind, at } of messages) {
    leave(at)
    const context = aContext(kind === "consent" ? { dialogue: CONSENT } : {})
    const { say = [], register = [], unsaid } = calm(context, INCOMING, DECISIONS[kind](at), at)
    for (const { receipt } of register) waiting.push({ at: Math.max(at, receipt.dueAt), says: RECEIPT })
    for (const { supersedeKey, dueAt, content } of say) {
      waiting = waiting.filter((row) => row.supersedeKey === undefined || row.supersedeKey !== supersedeKey)
      const says = (content.phrases ?? []).map((phrase) => ("key" in phrase ? phrase.key : ""))
      const row = { at: Math.max(at, dueAt), says, ...(supersedeKey === undefined ? {} : { supersedeKey }) }
      waiting.push(row)
    }
    waiting = waiting.filter((row) => row.supersedeKey === undefined || row.supersedeKey !== unsaid)
    // What is not held back leaves at once.
    leave(at)
  }
  leave(Number.POSITIVE_INFINITY)
  return sent
}

test("fifty messages within five seconds get at most eight replies, whatever they are, and all that was done is told", async () => {
  const fifty = fc.array(fc.constantFrom(...(Object.keys(DECISIONS) as Kind[])), {
    minLength: 50,
    maxLength: 50,
  })
  await fc.assert(
    fc.property(fifty, fc.nat(100), (kinds, apartMs) => {
      const messages = kinds.map((kind, nth) => ({ kind, at: nth * apartMs }))
      const sent = sentTo(messages)
      expect(sent.length).toBeLessThanOrEqual(8)
      const told = new Set(sent.flatMap(({ says }) => says))
      const done = messages.filter(({ kind }) => kind === "done").map(({ at }) => `done-${at}`)
      expect(done.filter((each) => !told.has(each))).toEqual([])
    }),
  )
})

test.each(["word", "consent", "code", "step", "left", "done"] as const)(
  "a flood that lasts longer gets no more, and an answer to its last message: %s",
  (kind) => {
    const sent = sentTo(Array.from({ length: 200 }, (_, nth) => ({ kind, at: nth * 100 })))
    expect(sent).toHaveLength(6)
    expect(sent.at(-1)?.at).toBe(20_900)
  },
)

test("whoever waits for each answer gets each, though later when there were many", () => {
  const { calm } = calming()
  let now = 0
  for (let nth = 0; nth < 30; nth++) {
    const { say } = calm(aContext(), INCOMING, DECISIONS.word(), now)
    expect(say).toHaveLength(1)
    now = Math.max(now, say?.[0]?.dueAt ?? 0) + 50
  }
  expect(now).toBeLessThan(30_000)
})

test("who registers step by step gets each question and each record at once, one after the other and as fast as they like", () => {
  const { calm } = calming()
  const step = (name: string) => ({ ...CONSENT, step: name }) as Dialogue
  const [title, benefit, sector] = ["title", "benefit", "sector"].map(step)
  let now = 0
  const dueAt = (dialogue: Dialogue | undefined, leadsTo: Decision): number | undefined => {
    now += 10
    const calmed = calm(aContext({ ...given({ dialogue }) }), INCOMING, leadsTo, now)
    return [...(calmed.say ?? []), ...(calmed.register ?? []).map(({ receipt }) => receipt)][0]?.dueAt
  }
  const asks = (dialogue: Dialogue | undefined) => ({ say: [answer(now)], ...given({ dialogue }) })
  for (let nth = 0; nth < 20; nth++) {
    const record: Decision = { ...DECISIONS.receipt(now), dialogue: null }
    const all = [
      dueAt(undefined, asks(title)),
      dueAt(title, asks(benefit)),
      dueAt(benefit, asks(sector)),
      dueAt(sector, record),
    ]
    expect(all.every((at) => at !== undefined && at <= now)).toBe(true)
  }
})

test("who registers one after the other beside an open question gets the first few receipts at once, as without it", () => {
  const { calm } = calming()
  const open = aContext({ dialogue: { ...CONSENT, step: "similar" } as unknown as Dialogue })
  const passed = { ...CONSENT, step: "similar", passed: true } as unknown as Dialogue
  const prompt = Array.from({ length: 50 }, (_, nth) => {
    const decision = { ...DECISIONS.receipt(nth), ...given({ dialogue: nth % 2 === 0 ? passed : undefined }) }
    const { register = [] } = calm(open, INCOMING, decision, nth)
    return register[0]?.receipt.dueAt === nth
  })
  expect(prompt.filter(Boolean)).toHaveLength(3)
})

test("who begins and gives up again and again is a flood all the same", () => {
  const { calm } = calming()
  const title = { ...CONSENT, step: "title" } as Dialogue
  const prompt = Array.from({ length: 50 }, (_, nth) => {
    const [context, decision] =
      nth % 2 === 0
        ? [aContext(), { say: [answer(nth)], dialogue: title }]
        : [aContext({ dialogue: title }), { say: [answer(nth)], dialogue: null }]
    const { say } = calm(context, INCOMING, decision, nth)
    return say?.[0]?.dueAt === nth
  })
  expect(prompt.filter(Boolean)).toHaveLength(5)
})

test("what a flood leads to is stored all the while; said are what was done and the newest question", () => {
  const { calm } = calming()
  const context = aContext({ dialogue: CONSENT })
  const calmed = (decision: Decision, at: number) => calm(context, INCOMING, decision, at)
  for (let nth = 0; nth < 20; nth++) calmed(DECISIONS.word(), nth * 100)
  expect(calmed(DECISIONS.consent(), 2_000)).toMatchObject({ dialogue: CONSENT, say: [{ dueAt: 3_000 }] })
  const again = { ...DECISIONS.consent(), say: [{ ...answer(0), supersedeKey: "question" }] }
  expect(calmed(again, 2_000)).toMatchObject({ unsaid: "question" })
  const elsewhere = { ...answer(2_000), chat: "web:other" } as OutboxDraft
  expect(calmed({ ...DECISIONS.done(1), say: [answer(0, "one"), elsewhere] }, 2_000)).toMatchObject({
    changes: [{ do: "close_chat" }],
    say: [elsewhere, { dueAt: 3_000, content: { phrases: [{ key: "one" }] } }],
  })
  calmed({ ...DECISIONS.done(1), say: [answer(0, "two")] }, 2_050)
  const labels = [{ key: "yes" }]
  const question = {
    ...answer(0, "ask"),
    content: { phrases: [{ key: "ask" }], choices: { ask: "a", labels } },
  }
  const step = calmed({ ...DECISIONS.step(), say: [question] }, 2_100)
  expect(step.dialogue).toMatchObject({ step: "supplement" })
  expect(step.say).toMatchObject([
    {
      dueAt: 3_100,
      content: { phrases: [{ key: "one" }, { key: "two" }, { key: "ask" }], choices: { labels } },
    },
  ])
})

test("a message that is about to leave is not said once more in the next one, which is stored only after it left", () => {
  const { calm } = calming()
  const says = (decision: Decision, now: number) => {
    const [said] = calm(aContext(), INCOMING, decision, now).say ?? []
    return [said?.supersedeKey, said?.content.phrases?.map((phrase) => "key" in phrase && phrase.key)]
  }
  for (const now of [0, 1, 2, 3, 4]) says(DECISIONS.word(), now)
  const [key, done] = says(DECISIONS.done(5), 5)
  expect(done).toEqual(["done-5"])
  // It is due at 1005.
  expect(says(DECISIONS.word(), 700)).toEqual([key, ["done-5", "x"]])
  // … and now at 1700.
  const [other, words] = says(DECISIONS.word(), 1_600)
  expect(other).not.toBe(key)
  expect(words).toEqual(["x"])
})

test("of a receipt that waits, what else its message asked for is said behind it", () => {
  const { calm } = calming()
  const both = (at: number): Decision => ({ ...DECISIONS.receipt(at), ...DECISIONS.word() })
  for (let nth = 0; nth < 3; nth++) calm(aContext(), INCOMING, both(nth), nth)
  const { register, say } = calm(aContext(), INCOMING, both(4), 4)
  expect([register?.[0]?.receipt.dueAt, say?.[0]?.dueAt]).toEqual([2_504, 2_504])
})
