import { expect, test } from "vitest"
import type { Recorded } from "../conversation/initiative-view.ts"
import {
  aContext,
  aPerson,
  aRunningCampaign,
  aTurn,
  aUnitRef,
  readsOfUnits,
} from "../conversation/testing.ts"
import type { UnitRef } from "../people/role.ts"
import { fold } from "../text/fold.ts"
import { registerFor } from "./on-behalf.ts"

const HOME = aUnitRef("KCN-01", "CĐCS Công ty May TNG", "root")
const OTHER = aUnitRef("KCN-02", "CĐCS Điện tử", "root")

const DUNG = aPerson({ name: "Dung", unit: OTHER, grants: [{ role: "support", unit: HOME }] })
const CAMPAIGN = aRunningCampaign(HOME)

/** What comes of lines Dung writes in private, or in the group of a unit. */
async function decided(
  text: string,
  rest: string,
  known: { readonly recorded?: readonly Recorded[]; readonly units?: readonly UnitRef[] } = {},
  groupOf?: UnitRef,
) {
  const reads = {
    ...readsOfUnits(known.units ?? []),
    hasSubUnits: async () => false,
    phaseTarget: async () => undefined,
    reachableIn: async () => [],
    recordedIn: async () => known.recorded ?? [],
  }
  const context = aContext({ groupOf, person: DUNG, campaign: CAMPAIGN })
  return await registerFor(aTurn(text, { context, reads }), rest)
}

test("the cells of a pasted table are apart by tabs", async () => {
  const text =
    "đăng ký hộ:\nSTT\tHọ tên\tTên sáng kiến\tGiá trị làm lợi\n1\tLê Hoa\tMáng trượt đưa phôi\t45tr\n2\tLê Nam\tGá kẹp phôi CNC"
  const read = await decided(text, text.slice(text.indexOf("\n") + 1).replaceAll("\t", " "))
  expect(
    read.register?.map(({ initiative }) => [initiative.authorName, initiative.title, initiative.unitId]),
  ).toEqual([
    ["Lê Hoa", "Máng trượt đưa phôi", "KCN-01"],
    ["Lê Nam", "Gá kẹp phôi CNC", "KCN-01"],
  ])
  expect(read.register?.[0]?.initiative.benefit?.amount).toBe("45000000")
})

test("of two units called alike one's own is meant, and none where both or neither is one's own", async () => {
  const below = aUnitRef("KCN-03", "CĐCS Cơ khí", "root", "KCN-01")
  const second = aUnitRef("KCN-04", "CĐCS Cơ khí", "root", "KCN-01")
  const foreign = aUnitRef("GD-01", "CĐCS Cơ khí", "root")
  const text = "đăng ký hộ:\nHọ tên\tTên sáng kiến\tĐơn vị\nLê Hoa\tMáng trượt đưa phôi\tCĐCS Cơ khí"
  const rest = text.slice(text.indexOf("\n") + 1)
  const placed = async (...units: readonly UnitRef[]) =>
    (await decided(text, rest, { units })).register?.[0]?.initiative.unitId
  expect(await placed(below, foreign)).toBe("KCN-03")
  expect(await placed(foreign, below)).toBe("KCN-03")
  expect(await placed(below, second)).toBeUndefined()
})

test("known by unit, author and title, however marks and spaces were typed", async () => {
  const known = (unitId: string) => ({
    number: 21,
    unitId,
    authorName: "Lê Hoa",
    titleKey: fold("Máng trượt đưa phôi"),
  })
  const rest = "le hoa: MÁNG TRƯỢT đưa phôi"
  expect(
    (await decided(`đăng ký hộ ${rest}`, rest, { recorded: [known("KCN-01")] })).register,
  ).toBeUndefined()
  expect((await decided(`đăng ký hộ ${rest}`, rest, { recorded: [known("KCN-02")] })).register).toHaveLength(
    1,
  )
})

test("in the group of a unit that is not theirs nobody is registered elsewhere by mistake", async () => {
  const rest = "Lê Hoa: Máng trượt đưa phôi"
  const refused = await decided(`đăng ký hộ ${rest}`, rest, {}, OTHER)
  expect(refused.register).toBeUndefined()
  expect(refused.say?.[0]?.content.phrases).toEqual([
    { key: "behalf-outside", args: { unit: "CĐCS Điện tử" } },
  ])
})
