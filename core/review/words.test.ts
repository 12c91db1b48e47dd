import { expect, test } from "vitest"
import type { Dossier } from "../conversation/initiative-view.ts"
import { aContext, aMoment, aPerson, aTurn, aUnitRef, keysSaid } from "../conversation/testing.ts"
import { newsOf } from "./judged-words.ts"
import { askWordsOf, forTheAuthor, saysSomething } from "./words.ts"

const KCN = aUnitRef("KCN", "CĐ KCN", "TINH")
const ELSEWHERE = aUnitRef("GD", "CĐ GD", "TINH")
const OFFICER = aPerson({ grants: [{ role: "officer", unit: KCN }] })

function aDossier(details: Partial<Dossier> = {}): Dossier {
  return {
    number: 12,
    title: "Cải tiến cữ gá",
    status: "registered",
    unit: KCN,
    registeredAt: Date.parse("2026-03-02T09:00:00+07:00"),
    ...details,
  } as Dossier
}

test("the words of a verdict are asked for in private, of what the officer may still decide", () => {
  const asked = (dossier: Dossier | undefined, kind: "private" | "group" = "private") => {
    const turn = aTurn("từ chối SK-000012", { context: aContext({ kind, person: OFFICER }) })
    return keysSaid(askWordsOf(turn, OFFICER, dossier, "refused"))
  }
  expect(asked(aDossier())).toEqual(["review-why"])
  expect(asked(undefined)).toEqual([])
  expect(asked(aDossier(), "group")).toEqual([])
  expect(asked(aDossier({ unit: ELSEWHERE }))).toEqual([])
  expect(asked(aDossier({ status: "withdrawn" }))).toEqual([])
})

test("what only rounds off an order is no reason: 'SK-12 từ chối rồi còn gì' asks for one", () => {
  for (const words of ["rồi còn gì", "rồi mà", "đi nhé", "à", "..."])
    expect(saysSomething(words), words).toBe(false)
  for (const words of ["trùng", "chưa có ảnh", "rồi mới thấy trùng"])
    expect(saysSomething(words), words).toBe(true)
})

test("an author reads the day of acceptance that the officer typed, else today", () => {
  const moment = aMoment(Date.parse("2026-03-10T08:00:00+07:00"))
  const told = (acceptedOn?: "2026-03-04") =>
    newsOf({ verdict: "accepted", ...(acceptedOn && { acceptedOn }) }, moment).phrases(
      [aDossier()],
      () => true,
    )
  expect(told("2026-03-04")[0]).toMatchObject({ key: "told-accepted", args: { on: "4/3/2026" } })
  expect(told()[0]).toMatchObject({ key: "told-accepted", args: { on: "10/3/2026" } })
  // Three months to decide run from the same day (Decree 13/2012/NĐ-CP, article 7.1).
  expect(told("2026-03-04")[1]).toMatchObject({ key: "told-title-due", args: { by: "4/6/2026" } })
})

test.each([
  ["thiếu số liệu trước sau, nhắn anh An bổ sung", "thiếu số liệu trước sau"],
  ["trùng, nhắc anh An làm lại nhé", "trùng"],
  ["cho xin ảnh, nhắn lại số điện thoại", "cho xin ảnh, nhắn lại số điện thoại"],
  ["bổ sung ảnh giúp chị", "bổ sung ảnh giúp chị"],
])("of %j the author reads %j", (typed, words) => {
  expect(forTheAuthor(typed)).toBe(words)
})
