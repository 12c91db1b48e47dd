import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { UnitRef } from "../people/role.ts"
import { foldWords } from "../text/fold.ts"
import type { Context } from "./context.ts"
import type { WhichUnitDialogue } from "./dialogue.ts"
import type { Reads } from "./reads.ts"
import { answerWhichUnit, unitMeant } from "./which-unit.ts"

const unit = (code: string, name: string, ...above: string[]): UnitRef => ({
  id: code,
  code,
  name,
  path: [...above, code],
})
const KCN = unit("KCN", "Công đoàn các KCN tỉnh", "TINH")
const TNG1 = unit("KCN-01", "CĐCS May TNG Sông Công", "TINH", "KCN")
const TNG2 = unit("KCN-02", "CĐCS May TNG Phú Bình", "TINH", "KCN")
const TNG3 = unit("GD-01", "CĐCS May TNG Đại Từ", "TINH", "GD")
const UNITS = [KCN, TNG1, TNG2, TNG3]
const reads = {
  units: async () => UNITS.map((each) => ({ ...each, nameKey: foldWords(each.name) })),
  unit: async (id: string) => UNITS.find((each) => each.id === id),
} as unknown as Reads
const moment = { now: 1_000, timeZone: "Asia/Ho_Chi_Minh", newId: () => "ask" }

function contextOf(...grants: readonly UnitRef[]): Context {
  return {
    chat: {
      ...{ id: "web:x" as ChatId, bot: "web:local" as BotId, kind: "private", known: true },
      unit: undefined,
    },
    account: { id: "web:x" as AccountId, name: "Chi" },
    person: {
      ...{ id: "p", name: "Chi", unit: KCN, consents: true },
      grants: grants.map((each) => ({ role: "officer", unit: each })),
    },
    version: 0,
    dialogue: undefined,
    campaign: undefined,
  }
}

const ask = { usual: KCN, again: (code: string) => `nhật ký ${code} trang 2` }
const meant = async (typed: string, ...grants: readonly UnitRef[]) =>
  await unitMeant(
    { context: contextOf(...grants), written: { text: "" }, addressed: true, moment, reads },
    typed,
    ask,
  )

test("no name means the usual unit, a code the unit itself, and nonsense is said to be unknown", async () => {
  expect(await meant("", KCN)).toEqual({ unit: KCN })
  expect(await meant("các đơn vị", KCN)).toEqual({ unit: KCN })
  expect(await meant("KCN-02", KCN)).toMatchObject({ unit: { code: "KCN-02" } })
  expect(await meant("qwrtz", KCN)).toMatchObject({
    decision: { say: [{ content: { phrases: [{ key: "unit-not-found" }] } }] },
  })
})

test("who speaks of their own unit means the one they answer for", async () => {
  for (const typed of ["đơn vị chị", "cong doan co so minh", "công đoàn của em", "bên mình", "chị"]) {
    expect(await meant(typed, TNG1), typed).toEqual({ unit: TNG1 })
    expect(await meant(typed), typed).toEqual({ unit: KCN })
  }
  for (const typed of ["đơn vị anh Sơn", "công đoàn chị em May TNG", "trường em Phú Bình"]) {
    expect(await meant(typed, TNG1), typed).not.toEqual({ unit: TNG1 })
  }
})

test("a name that fits several is asked by number, one's own units first, and the choice is the command written out", async () => {
  const asked = await meant("may tng", KCN)
  expect(asked).toMatchObject({
    decision: {
      dialogue: { step: "which_unit" },
      say: [{ content: { phrases: [{ key: "unit-which" }] } }],
    },
  })
  const dialogue = ("decision" in asked ? asked.decision.dialogue : undefined) as WhichUnitDialogue
  expect(dialogue.offered.toSorted()).toEqual(["nhật ký KCN-01 trang 2", "nhật ký KCN-02 trang 2"])
  const obeyed: string[] = []
  const resume = async (_: Context, pending: { readonly text: string }) => {
    obeyed.push(pending.text)
    return {}
  }
  const answered = async (text: string) =>
    await answerWhichUnit(
      { context: contextOf(KCN), written: { text }, addressed: true, moment, reads },
      dialogue,
      resume,
    )
  expect(await answered("2")).toMatchObject({ dialogue: null })
  expect(obeyed).toEqual([dialogue.offered[1]])
  expect(await answered("7")).toBeUndefined()
  expect(await answered("thôi")).toBeUndefined()
  // The one that was not among those offered.
  await answered("may tng đại từ")
  expect(obeyed.at(-1)).toBe("nhật ký GD-01 trang 2")
})

test("the only one that may be meant is asked about where it is not sure", async () => {
  const asked = await meant("tng phú bình 2", KCN)
  expect(asked).toMatchObject({
    decision: { say: [{ content: { phrases: [{ key: "unit-this" }], choices: { labels: [{}] } } }] },
  })
  const dialogue = ("decision" in asked ? asked.decision.dialogue : undefined) as WhichUnitDialogue
  const obeyed: string[] = []
  const resume = async (_: Context, pending: { readonly text: string }) => {
    obeyed.push(pending.text)
    return {}
  }
  for (const text of ["đúng rồi", "1", "không"])
    await answerWhichUnit(
      { context: contextOf(KCN), written: { text }, addressed: true, moment, reads },
      dialogue,
      resume,
    )
  expect(obeyed).toEqual(["nhật ký KCN-02 trang 2", "nhật ký KCN-02 trang 2"])
})

test("where only one of them is one's own, it is that one", async () => {
  expect(await meant("may tng", TNG3)).toMatchObject({ unit: { code: "GD-01" } })
})
