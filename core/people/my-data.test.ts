import { describe, expect, test } from "vitest"
import type { Context, Person } from "../conversation/context.ts"
import type { MyDataDialogue } from "../conversation/dialogue.ts"
import { aContext, aPerson, aTurn, readsOfUnits, keysSaid as said } from "../conversation/testing.ts"
import type { Turn } from "../conversation/turn.ts"
import { answerMyData, myData } from "./my-data.ts"
import type { PersonalData } from "./personal-data.ts"

const unit = { id: "u", code: "KCN-01", name: "CĐCS Công ty May TNG", path: ["u"] }
const an = aPerson({ id: "p", name: "Nguyễn Văn An", unit })
const data: PersonalData = {
  name: "Nguyễn Văn An",
  since: 0,
  accounts: [{ id: "zalo:ab", name: "An Nguyễn", since: 0 }],
  consents: [
    { purpose: "records", version: "1", granted: true, at: 0, account: "zalo:ab", channel: "zalo" },
    { purpose: "naming", version: "1", granted: true, at: 0, account: "zalo:ab", channel: "zalo" },
  ],
  requests: [],
  roles: [{ role: "support", unit: unit.name, since: 0, until: null }],
  initiatives: [],
  coAuthored: [],
  dialogues: [],
  actions: [],
}
const reads = {
  ...readsOfUnits([unit]),
  registrationElsewhere: async () => undefined,
  initiativesOf: async () => ({ total: 3, newest: [] }),
  personalData: async () => data,
}

function turnOf(kind: "private" | "group", person: Context["person"], text = ""): Turn {
  return aTurn(text, { context: aContext({ kind, person }), reads })
}

async function answering(
  step: Exclude<MyDataDialogue["step"], "my_data_unit">,
  text: string,
  person: Person = an,
) {
  const dialogue: MyDataDialogue = { step, ask: "id", askedAt: 0 }
  return await answerMyData(turnOf("private", person, text), dialogue)
}

test("only in private is anything personal said, and only of whom something is kept", async () => {
  expect(said(await myData(turnOf("group", an)))).toEqual(["my-data-in-private"])
  expect(said(await myData(turnOf("private", undefined)))).toEqual(["my-data-none", "my-data-none-request"])
  expect(said(await myData(turnOf("private", an)))).toEqual(["my-data-menu"])
})

test("what is kept is told in words, each purpose by itself", async () => {
  const decision = await answering("my_data", "1")
  expect(decision?.dialogue).toBeNull()
  expect(decision?.say?.[0]?.content.phrases).toEqual([
    { key: "my-data-name", args: { name: "Nguyễn Văn An" } },
    { key: "my-data-unit", args: { unit: "–" } },
    { key: "my-data-account", args: { channel: "Zalo", name: "An Nguyễn", since: "1/1/1970" } },
    { key: "my-data-initiatives", args: { own: 0, others: 0 } },
    { key: "my-data-role", args: { role: "support", unit: unit.name } },
    { key: "my-data-agreed", args: { on: "1/1/1970" } },
    { key: "my-data-naming", args: { state: "on" } },
    { key: "my-data-reminders", args: { state: "on" } },
  ])
})

describe("corrections", () => {
  test("the name", async () => {
    expect((await answering("my_data_name", " Nguyễn  Văn Ân "))?.changes).toEqual([
      { do: "rename", personId: "p", name: "Nguyễn Văn Ân" },
    ])
    for (const text of ["123", "x".repeat(81)]) {
      expect(said(await answering("my_data_name", text)), text).toEqual(["my-data-name-ask"])
    }
  })

  test("the unit", async () => {
    const dialogue: MyDataDialogue = { step: "my_data_unit", ask: "id", askedAt: 0, offered: [] }
    const decision = await answerMyData(turnOf("private", an, "kcn-01"), dialogue)
    expect(decision?.changes).toEqual([{ do: "place", personId: "p", unitId: "u" }])
    expect(said(decision)).toEqual(["my-data-moved"])
  })

  test("the unit of somebody with a role: that it stays, and how it ends, unless it reaches the new one", async () => {
    const dialogue: MyDataDialogue = { step: "my_data_unit", ask: "id", askedAt: 0, offered: [] }
    const moved = async (path: readonly string[]) => {
      const officer = { ...an, grants: [{ role: "officer" as const, unit: { ...unit, id: "kcn", path } }] }
      return said(await answerMyData(turnOf("private", officer, "kcn-01"), dialogue))
    }
    expect(await moved(["kcn"])).toEqual(["my-data-moved", "my-data-moved-role"])
    const above = { ...an, grants: [{ role: "officer" as const, unit }] }
    expect(said(await answerMyData(turnOf("private", above, "kcn-01"), dialogue))).toEqual(["my-data-moved"])
  })

  test.each([
    ["3", "naming", false],
    ["4", "reminders", false],
  ])("choice %s turns %s the other way and nothing else", async (text, purpose, granted) => {
    expect((await answering("my_data_correct", text))?.changes).toMatchObject([
      { do: "consent", personId: "p", purpose, granted },
    ])
  })
})

describe("erasing", () => {
  test("is announced with what stays and what else ends", async () => {
    const support = { ...an, grants: [{ role: "support" as const, unit }] }
    expect(said(await answering("my_data", "4"))).toEqual(["my-data-erase"])
    expect(said(await answering("my_data", "rút đồng ý và xóa", support))).toEqual([
      "my-data-erase",
      "my-data-erase-role",
    ])
  })

  test.each(["xóa", "Xoá", '"xóa"', "xoa."])("%s confirms it", async (text) => {
    expect((await answering("my_data_erase", text))?.changes).toEqual([{ do: "erase", personId: "p" }])
  })

  test.each(["1", "ok", "đồng ý", "xóa SK-000001", "có", "4"])("%s does not", async (text) => {
    expect(await answering("my_data_erase", text)).toBeUndefined()
  })

  test("by another account of theirs meanwhile leaves nothing to answer", async () => {
    const decision = await answerMyData(turnOf("private", undefined, "xóa"), {
      step: "my_data_erase",
      ask: "id",
      askedAt: 0,
    })
    expect([decision?.changes, said(decision)]).toEqual([undefined, ["my-data-none"]])
  })
})
