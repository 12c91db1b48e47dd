import { expect, test } from "vitest"
import type { UnitRef } from "../people/role.ts"
import type { Context } from "./context.ts"
import { aContext, aPerson, aTurn, aUnitRef, readsOfUnits } from "./testing.ts"
import { answerWhichUnit, unitMeant } from "./which-unit.ts"

const KCN = aUnitRef("KCN", "Công đoàn các KCN tỉnh", "TINH")
const TNG1 = aUnitRef("KCN-01", "CĐCS May TNG Sông Công", "TINH", "KCN")
const TNG2 = aUnitRef("KCN-02", "CĐCS May TNG Phú Bình", "TINH", "KCN")
const TNG3 = aUnitRef("GD-01", "CĐCS May TNG Đại Từ", "TINH", "GD")
const reads = readsOfUnits([KCN, TNG1, TNG2, TNG3])

/** What an officer of these units, at home in KCN, writes. */
function turnOf(text: string, ...units: readonly UnitRef[]) {
  const grants = units.map((unit) => ({ role: "officer" as const, unit }))
  return aTurn(text, { context: aContext({ person: aPerson({ unit: KCN, grants }) }), reads })
}

const ask = { usual: KCN, again: (code: string) => `nhật ký ${code} trang 2` }
const meant = async (typed: string, ...units: readonly UnitRef[]) =>
  await unitMeant(turnOf("", ...units), typed, ask)

/** The question that stands open, and whatever the answers to it have the bot obey. */
function openQuestion(asked: Awaited<ReturnType<typeof meant>>) {
  const dialogue = "decision" in asked ? asked.decision.dialogue : undefined
  if (dialogue?.step !== "which_unit") throw new Error("Nothing was asked.")
  const obeyed: string[] = []
  const resume = async (_: Context, pending: { readonly text: string }) => {
    obeyed.push(pending.text)
    return {}
  }
  const answered = async (text: string) => await answerWhichUnit(turnOf(text, KCN), dialogue, resume)
  return { dialogue, obeyed, answered }
}

test("no name means the usual unit, a code the unit itself, and nonsense is said to be unknown", async () => {
  expect(await meant("", KCN)).toEqual({ unit: KCN })
  expect(await meant("các đơn vị", KCN)).toEqual({ unit: KCN })
  expect(await meant("KCN-02", KCN)).toMatchObject({ unit: { code: "KCN-02" } })
  expect(await meant("qwrtz", KCN)).toMatchObject({
    decision: { say: [{ content: { phrases: [{ key: "unit-not-found" }] } }] },
  })
})

test("who speaks of their own unit means the one they answer for", async () => {
  for (const typed of [
    "đơn vị chị",
    "cong doan co so minh",
    "công đoàn của em",
    "bên mình",
    "chị",
    "công ty em",
    "cty mình",
  ]) {
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
  const { dialogue, obeyed, answered } = openQuestion(asked)
  expect(dialogue.offered.toSorted()).toEqual(["nhật ký KCN-01 trang 2", "nhật ký KCN-02 trang 2"])
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
  const { obeyed, answered } = openQuestion(asked)
  for (const text of ["đúng rồi", "1", "không"]) await answered(text)
  expect(obeyed).toEqual(["nhật ký KCN-02 trang 2", "nhật ký KCN-02 trang 2"])
})

test("where only one of them is one's own, it is that one", async () => {
  expect(await meant("may tng", TNG3)).toMatchObject({ unit: { code: "GD-01" } })
})
