import { expect, test } from "vitest"
import type { AccountId, BotId, ChatId } from "../channel.ts"
import type { Context } from "../conversation/context.ts"
import type { Reads, Recorded } from "../conversation/reads.ts"
import type { UnitRef } from "../people/role.ts"
import { fold, foldWords } from "../text/fold.ts"
import { registerFor } from "./on-behalf.ts"

const HOME: UnitRef = { id: "home", code: "KCN-01", name: "CĐCS Công ty May TNG", path: ["root", "home"] }
const OTHER: UnitRef = { id: "other", code: "KCN-02", name: "CĐCS Điện tử", path: ["root", "other"] }

function context(group?: UnitRef): Context {
  return {
    chat: {
      id: "web:tng" as ChatId,
      bot: "web:local" as BotId,
      kind: group === undefined ? "private" : "group",
      known: true,
      unit: group,
    },
    account: { id: "web:dung" as AccountId, name: "Dung" },
    person: {
      id: "dung",
      name: "Dung",
      unit: OTHER,
      consents: true,
      grants: [{ role: "support", unit: HOME }],
    },
    version: 0,
    dialogue: undefined,
    campaign: {
      id: "campaign",
      federation: HOME,
      campaign: { startsOn: "2025-09-01", phases: [], sectors: [] } as never,
    },
  }
}

function reads(recorded: readonly Recorded[]): Reads {
  return {
    units: async () => [],
    hasSubUnits: async () => false,
    phaseTarget: async () => undefined,
    reachableIn: async () => [],
    recordedIn: async () => recorded,
  } as Partial<Reads> as Reads
}

let id = 0
const moment = { now: 0, timeZone: "Asia/Ho_Chi_Minh", newId: () => `new-${++id}` }

async function decided(text: string, rest: string, recorded: readonly Recorded[] = [], group?: UnitRef) {
  return await registerFor(
    { context: context(group), written: { text }, addressed: true, moment, reads: reads(recorded) },
    rest,
  )
}

test("the cells of a pasted table are apart by tabs", async () => {
  const text =
    "đăng ký hộ:\nSTT\tHọ tên\tTên sáng kiến\tGiá trị làm lợi\n1\tLê Hoa\tMáng trượt đưa phôi\t45tr\n2\tLê Nam\tGá kẹp phôi CNC"
  const read = await decided(text, text.slice(text.indexOf("\n") + 1).replaceAll("\t", " "))
  expect(
    read.register?.map(({ initiative }) => [initiative.authorName, initiative.title, initiative.unitId]),
  ).toEqual([
    ["Lê Hoa", "Máng trượt đưa phôi", "home"],
    ["Lê Nam", "Gá kẹp phôi CNC", "home"],
  ])
  expect(read.register?.[0]?.initiative.benefit?.amount).toBe("45000000")
})

test("of two units called alike one's own is meant, and none where both or neither is one's own", async () => {
  const twins = (...found: readonly UnitRef[]) =>
    found.map((unit) => ({ ...unit, nameKey: foldWords("CĐCS Cơ khí"), name: "CĐCS Cơ khí" }))
  const FOREIGN: UnitRef = { ...OTHER, id: "foreign", code: "GD-01", path: ["root", "foreign"] }
  const below: UnitRef = { ...OTHER, id: "below", path: ["root", "home", "below"] }
  const second: UnitRef = { ...below, id: "second", code: "KCN-03", path: ["root", "home", "second"] }
  const text = "đăng ký hộ:\nHọ tên\tTên sáng kiến\tĐơn vị\nLê Hoa\tMáng trượt đưa phôi\tCĐCS Cơ khí"
  const rest = text.slice(text.indexOf("\n") + 1)
  const placed = async (units: readonly UnitRef[]) => {
    const known = { ...reads([]), units: async () => twins(...units) } as unknown as Reads
    const turn = { context: context(), written: { text }, addressed: true, moment, reads: known }
    return (await registerFor(turn, rest)).register?.[0]?.initiative.unitId
  }
  expect(await placed([below, FOREIGN])).toBe("below")
  expect(await placed([FOREIGN, below])).toBe("below")
  expect(await placed([below, second])).toBeUndefined()
})

test("known by unit, author and title, however marks and spaces were typed", async () => {
  const known = (unitId: string) => ({
    number: 21,
    unitId,
    authorName: "Lê Hoa",
    titleKey: fold("Máng trượt đưa phôi"),
  })
  const rest = "le hoa: MÁNG TRƯỢT đưa phôi"
  expect((await decided(`đăng ký hộ ${rest}`, rest, [known("home")])).register).toBeUndefined()
  expect((await decided(`đăng ký hộ ${rest}`, rest, [known("other")])).register).toHaveLength(1)
})

test("in the group of a unit that is not theirs nobody is registered elsewhere by mistake", async () => {
  const rest = "Lê Hoa: Máng trượt đưa phôi"
  const refused = await decided(`đăng ký hộ ${rest}`, rest, [], OTHER)
  expect(refused.register).toBeUndefined()
  expect(refused.say?.[0]?.content.phrases).toEqual([
    { key: "behalf-outside", args: { unit: "CĐCS Điện tử" } },
  ])
})
