import fc from "fast-check"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { checkCampaign } from "../../core/campaign/campaign.ts"
import type { BotId, ChatId, Incoming } from "../../core/channel.ts"
import type { NewInitiative } from "../../core/conversation/decision.ts"
import type { Step } from "../../core/conversations.ts"
import type { OutboxDraft } from "../../core/outbox.ts"
import { conversations } from "../conversation/conversation.ts"
import { newId } from "../id.ts"
import { operatorStore } from "../operator-store.ts"
import { type FreshDatabase, freshDatabase } from "../testing.ts"

const NOW = Date.parse("2026-02-01T10:00:00+07:00")
const ZONE = "Asia/Ho_Chi_Minh"
const BOT = "telegram:1" as BotId

/** What one message may lead to, as a letter each; "say" goes to the chat it came from. */
const DEEDS = [
  "say",
  "sayLater",
  "sayOnce",
  "sayAgain",
  "unsay",
  "sayReceipt",
  "register",
  "tell",
  "tellOther",
] as const
type Deed = (typeof DEEDS)[number]
type Said = { readonly from: 0 | 1 | 2; readonly deeds: readonly Deed[] }

/** A union with a campaign and somebody who registers. */
async function aHouse({ db }: FreshDatabase) {
  const store = operatorStore(db, ZONE)
  const cells = { code: "T", name: "Công đoàn T", parent: "", members: "10" }
  await store.importUnits([{ line: 2, cells }], { dryRun: false, now: NOW })
  const days = { starts_on: "2026-01-01", ends_on: "2026-12-31" }
  const phases = [{ code: "p", name: "P", ...days, goal: 100 }]
  await store.applyCampaign(checkCampaign({ code: "c", name: "C", unit: "T", ...days, phases }), NOW)
  const personId = newId()
  await sql`insert into person values (${personId}, 'An', null, now())`.execute(db)
  const [campaign] = await store.campaigns()
  if (campaign === undefined) throw new Error("The campaign was not stored.")
  const house = conversations(db, { timeZone: ZONE, campaignFor: async () => undefined })
  const aRecord = (): NewInitiative => ({
    id: newId(),
    federationId: campaign.federationId,
    campaignId: campaign.id,
    unitId: campaign.unitId,
    title: "Cải tiến",
    originalText: "",
    authorName: "An",
    submitterId: personId,
    countedFrom: "2026-01-01",
  })
  return { house, aRecord }
}

test("what is handed over is what a sender would have read from the row, in its order, whatever the batch holds", async () => {
  await using fresh = await freshDatabase()
  const { db } = fresh
  const { house, aRecord } = await aHouse(fresh)
  let serial = 0
  let messagesHandedOver = 0

  function stepOf({ from, deeds }: Said, run: number): Step {
    serial += 1
    const chat = `telegram:${run}-${from}` as ChatId
    const other = `telegram:${run}-${(from + 1) % 3}` as ChatId
    const incoming: Incoming = {
      bot: BOT,
      updateKey: `${BOT}:${serial}`,
      chat: { id: chat, kind: "private" },
      from: { account: chat as never, name: "An" },
      content: { kind: "text", text: "", addressed: true },
    }
    const draft = (more: Partial<OutboxDraft> = {}): OutboxDraft => {
      serial += 1
      const phrases = [{ key: "said", args: { serial, left: undefined as never } }]
      return { chat, bot: BOT, kind: "answer", content: { phrases }, dueAt: NOW, ...more }
    }
    const receipt = (): OutboxDraft =>
      draft({
        kind: "receipt",
        content: { receipt: { title: `${serial}`, authorName: "An", unitName: "T" } },
      })
    const say: Readonly<Partial<Record<Deed, () => OutboxDraft>>> = {
      say: () => draft(),
      sayLater: () => draft({ dueAt: NOW + 1 }),
      sayOnce: () => draft({ dedupeKey: `once ${run}` }),
      sayAgain: () => draft({ supersedeKey: "list" }),
      sayReceipt: receipt,
    }
    const isSaid = (deed: Deed) => say[deed] !== undefined
    const register = deeds.flatMap((deed, at) =>
      deed === "register"
        ? [
            {
              initiative: aRecord(),
              receipt: receipt(),
              behind: deeds.slice(0, at).filter(isSaid).length,
            },
          ]
        : [],
    )
    const told = { key: "told", args: { initiative: register[0]?.initiative.id ?? "" } }
    const decision: Step["decision"] = {
      say: deeds.flatMap((deed) => say[deed]?.() ?? []),
      register,
      tell: deeds.flatMap((deed) =>
        deed === "tell" || deed === "tellOther"
          ? [draft({ chat: deed === "tell" ? chat : other, kind: "notice", content: { phrases: [told] } })]
          : [],
      ),
      ...(deeds.includes("unsay") ? { unsaid: "list" } : {}),
    }
    return { incoming, version: serial, dialogue: undefined, decision, found: { kept: false, met: false } }
  }

  const said = fc.record({
    from: fc.constantFrom(0, 1, 2),
    // Most of what is said is plain, else hardly a chat would be free.
    deeds: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom("say", "sayAgain", "register") },
        fc.constantFrom(...DEEDS),
      ),
      {
        maxLength: 4,
      },
    ),
  }) as fc.Arbitrary<Said>
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), async (batch) => {
      run += 1
      const steps = batch.map((each) => stepOf(each, run))
      const { handedOver } = await house.commit(steps, NOW, () => ({ leaseMs: 45_000, needsPlace: false }))
      const rows = await db
        .selectFrom("outbox")
        .select(["id", "chat_id as chat", "bot_id as bot", "kind", "content"])
        .where("chat_id", "like", `telegram:${run}-%`)
        .where("state", "=", "sending")
        .orderBy("id")
        .execute()
      const own = [...handedOver.values()].flatMap((held) => held.rows)
      messagesHandedOver += own.length
      const asRead = own.map(({ id, chat, bot, kind, content }) => ({ id, chat, bot, kind, content }))
      // Undefined is what JSON leaves out.
      const inOrder = asRead.toSorted((one, another) => Number(one.id) - Number(another.id))
      expect(JSON.parse(JSON.stringify(inOrder))).toEqual(rows)
      const plain = batch.flatMap(({ from, deeds }) => deeds.map((deed) => ({ from, deed })))
      if (plain.every(({ deed }) => deed === "say" || deed === "register")) {
        for (const [chat, { rows: line }] of handedOver) {
          const said = plain.filter(({ from }) => chat === `telegram:${run}-${from}`)
          expect(line.map(({ kind }) => kind)).toEqual(
            said.map(({ deed }) => (deed === "say" ? "answer" : "receipt")),
          )
        }
      }
      for (const { rows: line } of handedOver.values()) {
        expect(line.map(({ id }) => Number(id))).toEqual(
          line.map(({ id }) => Number(id)).toSorted((a, b) => a - b),
        )
      }
    }),
    {
      numRuns: 60,
      examples: [
        [
          [
            { from: 0, deeds: ["register", "tell"] },
            { from: 0, deeds: ["say"] },
          ],
        ],
        [[{ from: 0, deeds: ["say", "register", "say", "say", "register"] }]],
      ],
    },
  )
  expect(messagesHandedOver).toBeGreaterThan(50)
})
